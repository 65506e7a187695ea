// The part of the desk that lives in the browser: keys, palette, live list, texts in
// progress, two who write at once, taking back.
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { after, before, beforeEach, test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { WIDTHS, launch, person } from '../harness/browser.mjs';
import { accessibility, moving, overflow, smallTargets, unclearStops } from '../harness/checks.mjs';
import { signIn, startOffice } from '../harness/office.mjs';
import { startSink } from '../harness/sink.mjs';
import { words } from '../harness/words.mjs';
const minutes = count => ({ timeout: count * 60_000 });
const STORIES = ['The bill is twice as high as last year.', 'The water was brown for two days.', 'Nobody came to the appointment.', 'The meter was read at the wrong house.'];

let browser, office, sink, open = [];
before(async () => {
  sink = await startSink();
  office = await startOffice();
  browser = await launch();
  await office.run('user', 'add', '--email', 'aiste@northfield.example', '--name', 'Aiste Mockute', '--role', 'handler', '--password-stdin');
  office.people.aiste = { email: 'aiste@northfield.example', password: office.people.handler.password };
  const page = await at('admin', '/admin/mail');
  await page.locator('[name=relay-host]').fill('127.0.0.1');
  await page.locator('[name=relay-port]').fill(String(sink.port));
  await page.locator('[name=relay-encryption][value=none], [name=relay-encryption]').first().evaluate(part => {
    if (part.localName === 'select') part.value = 'none'; else document.querySelector('[name=relay-encryption][value=none]').checked = true;
  });
  await page.locator('[name=relay-from]').fill('care@northfield.example');
  await page.locator('main form button[type=submit]').first().click();
  await page.waitForLoadState();
  await leave();
}, minutes(3));
after(async () => { await leave(); await browser?.close(); await office?.stop(); await sink?.stop(); });
beforeEach(leave);

/** Whatever a test left open is closed; nothing on a console, no refused script, no foreign request. */
async function leave() {
  const contexts = open;
  open = [];
  for (const context of contexts) {
    const complaints = context.complaints.filter(each => !context.forgives?.test(each));
    await context.close();
    assert.deepEqual(complaints, []);
  }
}

async function at(role, path, { language = 'en', ...more } = {}) {
  const context = await person(browser, { origin: office.url, language, permissions: ['clipboard-read', 'clipboard-write'], ...more });
  open.push(context);
  const page = await context.newPage();
  await signIn(page, office.people[role]);
  await page.goto(path);
  return page;
}

let told = 0;
/** A complaint of somebody with an address, assigned to the handler. */
async function complaint({ to = 'handler', ...more } = {}) {
  const made = await office.complain({ description: STORIES[told++ % STORIES.length], complainant: { name: `Rasa Jankauskienė ${told}`, email: `rasa${told}@example.org`, language: 'lt' }, ...more });
  if (to) await assign(made.reference, to);
  return { ...made, email: `rasa${told}@example.org` };
}

const cookies = {};
/** A verb as its form sends it, by a person of their own browser. */
async function does(role, reference, verb, fields = {}) {
  if (!cookies[role]) {
    const answer = await fetch(`${office.url}/sign-in`, { method: 'POST', redirect: 'manual', headers: { 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams(office.people[role]) });
    cookies[role] = answer.headers.get('set-cookie').split(';')[0];
  }
  const answer = await fetch(`${office.url}/desk/${reference}/${verb}`, { method: 'POST', redirect: 'manual', headers: { cookie: cookies[role], 'sec-fetch-site': 'same-origin' }, body: new URLSearchParams(fields) });
  assert.equal(answer.status, 303, `${verb}: ${answer.status}`);
}
const assign = (reference, role) => does(role, reference, 'take');

const here = page => page.locator('main [data-case]').first().getAttribute('data-case');
const live = page => page.locator('.live[data-now=live]').waitFor();
const focused = page => page.evaluate(() => { const part = document.activeElement; return part.id || part.className || part.localName; });

test('all scripts together are at most 15 KB packed, and come from their own address for ever', minutes(1), async () => {
  const folder = new URL('../../../assets/js/', import.meta.url).pathname;
  const source = readdirSync(folder).reduce((sum, file) => sum + gzipSync(readFileSync(folder + file), { level: 9 }).length, 0);
  assert.ok(source > 1000);
  const page = await at('handler', '/desk?queue=all');
  const loaded = await page.evaluate(() => performance.getEntriesByType('resource').filter(each => each.name.includes('/assets/js-')).map(each => [each.name, each.encodedBodySize]));
  assert.ok(loaded.length >= 5, `${loaded.length} scripts`);
  const bytes = loaded.reduce((sum, [, size]) => sum + size, 0);
  // As they lie in the sources they are longer; the binary carries them without comments and packed.
  if (process.env.REDRESS_STYLE !== 'source') assert.ok(bytes > 1000 && bytes <= 15 * 1024, `${bytes} bytes`);
  const answer = await fetch(loaded[0][0]);
  assert.match(answer.headers.get('cache-control'), /immutable/);
});

test('single keys move, open and act; in a field they are letters', minutes(2), async () => {
  const first = await complaint(), second = await complaint();
  const page = await at('handler', '/desk?queue=mine');
  const order = await page.locator('.list .row').evaluateAll(rows => rows.map(row => row.pathname.split('/').at(-1)));
  assert.ok(order.includes(first.reference) && order.includes(second.reference));
  const row = () => page.evaluate(() => document.activeElement.closest('.row')?.pathname.split('/').at(-1));
  await page.keyboard.press('j');
  assert.equal(await row(), order[0]);
  await page.keyboard.press('j');
  assert.equal(await row(), order[1]);
  await page.keyboard.press('k');
  assert.equal(await row(), order[0]);
  // A Korean keyboard writes ㅓ where J lies.
  await page.evaluate(() => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', { key: 'ㅓ', code: 'KeyJ', bubbles: true, cancelable: true })));
  assert.equal(await row(), order[1]);
  await page.keyboard.press('k');
  await page.keyboard.press('Enter');
  await page.waitForURL(`**/desk/${order[0]}**`);
  assert.equal(await here(page), order[0]);
  assert.equal(await page.locator('.row[aria-current=true]').count(), 1);
  for (const [key, verb] of [['n', 'notes'], ['r', 'messages'], ['p', 'call']]) {
    await page.evaluate(() => document.activeElement.blur());
    await page.keyboard.press(key);
    assert.equal(await page.evaluate(() => document.activeElement.form?.id), `f-${verb}`);
    // Here they are letters.
    await page.keyboard.type('jkxe?');
    assert.equal(await here(page), order[0]);
    await page.keyboard.press('Control+A');
    await page.keyboard.press('Delete');
  }
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press(']');
  await page.waitForFunction(now => document.querySelector('main [data-case]').dataset.case === now, order[1]);
  await page.keyboard.press('[');
  await page.waitForFunction(now => document.querySelector('main [data-case]').dataset.case === now, order[0]);
  await page.keyboard.press('y');
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), order[0]);
  await page.keyboard.press('?');
  await page.locator('dialog#keys[open]').waitFor();
  assert.deepEqual(await accessibility(page), []);
  await page.keyboard.press('j');
  await page.keyboard.press('Escape');
  await page.keyboard.press('u');
  await page.waitForURL(url => url.pathname === '/desk');
  assert.match(page.url(), /queue=mine/);
  await page.keyboard.press('/');
  assert.equal(await focused(page), 'seek');
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('g');
  await page.keyboard.press('u');
  await page.waitForURL(/queue=unassigned/);
  await page.goBack();
  await page.goBack();
});

test('x ticks the row in hand, Shift and x all rows up to here', minutes(1), async () => {
  for (let n = 0; n < 4; n++) await complaint();
  const page = await at('handler', '/desk?queue=mine'), ticked = () => page.locator('.list input[name=case]:checked').count();
  await page.keyboard.press('j');
  await page.keyboard.press('x');
  assert.equal(await ticked(), 1);
  for (let n = 0; n < 3; n++) await page.keyboard.press('j');
  await page.keyboard.press('Shift+X');
  assert.equal(await ticked(), 4);
  await page.keyboard.press('x');
  assert.equal(await ticked(), 3, 'a second x takes the tick away');
});

test('the skip link leads into the page and does not load it again', minutes(1), async () => {
  const { reference } = await complaint();
  for (const path of ['/desk?queue=mine', `/desk/${reference}?queue=mine`, '/desk/profile']) {
    const page = await at('handler', path), loaded = [];
    page.on('framenavigated', frame => loaded.push(frame.url()));
    page.on('request', request => { if (request.isNavigationRequest()) loaded.push(`again: ${request.url()}`); });
    await page.locator('.skip').focus();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement.id === 'main');
    await page.waitForTimeout(300);
    assert.deepEqual(loaded.filter(each => each.startsWith('again')), [], path);
    assert.equal(await page.evaluate(() => document.activeElement.id), 'main');
  }
});

test('a step inside a page loads nothing, and a form that came back is not sent again', minutes(2), async () => {
  const { reference } = await complaint();
  const page = await at('handler', `/desk/${reference}?open=assessment`);
  page.context().forgives = /422/;
  await page.locator('#f-assessment').evaluate(form => { form.noValidate = true; });
  await page.locator('#f-assessment button[type=submit]').last().click();
  await page.locator('.problem a[href*="#"]').first().waitFor();
  await page.evaluate(() => { window.stays = true; });
  const asked = [], listen = request => { if (request.isNavigationRequest() || request.method() === 'POST') asked.push(`${request.method()} ${request.url()}`); };
  page.on('request', listen);
  const to = await page.locator('.problem a[href*="#"]').first().getAttribute('href');
  await page.locator('.problem a[href*="#"]').first().click();
  await page.waitForFunction(hash => location.hash === hash, new URL(to, page.url()).hash);
  await page.locator('.skip').first().evaluate(link => link.click());
  await new Promise(next => setTimeout(next, 500));
  assert.deepEqual(asked, []);
  assert.equal(await page.evaluate(() => window.stays), true, 'it is the same page');
  // The negative control: going back to another case is another page.
  const other = await complaint();
  page.off('request', listen);
  await page.goto(`/desk/${other.reference}?queue=mine`);
  await page.keyboard.press(']');
  await page.waitForFunction(was => document.querySelector('main [data-case]').dataset.case !== was, other.reference);
  await page.goBack();
  await page.waitForFunction(was => document.querySelector('main [data-case]').dataset.case === was, other.reference);
});

test('what has the focus is never hidden under the head of the case', minutes(2), async () => {
  const { reference } = await complaint({ description: 'The bill is twice as high as last year although nobody has lived in the house since the spring and the meter was read.' });
  const page = await at('handler', `/desk/${reference}?open=assessment`);
  await page.setViewportSize({ width: 1100, height: 700 });
  const hidden = () => page.evaluate(() => {
    const part = document.activeElement, head = document.querySelector('.case > header');
    const inside = part.closest('main.case') && !head.contains(part) && !part.closest('.compose');
    return inside && part.getBoundingClientRect().height > 0 && part.getBoundingClientRect().top < head.getBoundingClientRect().bottom - 1 ? part.outerHTML.slice(0, 80) : null;
  });
  const back = async () => {
    const found = [];
    await page.locator('.side a, .side summary').last().focus();
    for (let stop = 0; stop < 60; stop++) { await page.keyboard.press('Shift+Tab'); found.push(await hidden()); }
    return found.filter(Boolean);
  };
  assert.deepEqual(await back(), []);
  // The negative control: without room kept for the head, something slides under it.
  await page.evaluate(() => { const sheet = new CSSStyleSheet(); sheet.replaceSync('.case { scroll-padding-block: 0 !important }'); document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; });
  assert.ok((await back()).length > 0, 'the check sees what is hidden');
});

test('the assessment is answered by numbers', minutes(1), async () => {
  const { reference } = await complaint();
  const page = await at('handler', `/desk/${reference}?open=assessment`);
  await page.evaluate(() => document.activeElement.blur());
  await page.keyboard.press('s');
  for (const key of ['2', '1', '3']) await page.keyboard.press(key);
  const answers = await page.locator('#f-assessment input[type=radio]:checked').evaluateAll(all => all.map(one => one.name));
  assert.equal(new Set(answers).size, 3, answers.join());
});

test('t leads to the texts to write with, m to the group with one cause, and the sheet names both', minutes(1), async () => {
  const { reference } = await complaint(), say = words('en');
  const page = await at('handler', `/desk/${reference}`);
  await page.keyboard.press('?');
  const sheet = page.locator('dialog#keys[open]');
  await sheet.waitFor();
  const named = key => sheet.locator('dt', { hasText: new RegExp(`^${key}$`) }).locator('xpath=following-sibling::dd[1]').textContent();
  assert.equal(await named('t'), say('texts-use'));
  assert.equal(await named('m'), say('verb-group-join'));
  await page.keyboard.press('Escape');
  await page.keyboard.press('m');
  await page.waitForFunction(() => document.activeElement.form?.id === 'f-group-join');
  // In a field it is a letter.
  await page.keyboard.type('mt');
  assert.equal(await page.evaluate(() => document.activeElement.value), 'mt');
  await page.evaluate(() => { document.activeElement.value = ''; document.activeElement.blur(); });
  await page.keyboard.press('t');
  await page.waitForURL(`**/desk/${reference}/texts**`);
  // Without a case it does nothing.
  await page.goto('/desk?queue=unassigned');
  await page.keyboard.press('t');
  assert.equal(new URL(page.url()).pathname, '/desk');
});

test('where nothing fits, the palette names ways on', minutes(1), async () => {
  const page = await at('handler', '/desk?queue=all'), say = words('en');
  await page.keyboard.press('Control+k');
  const list = page.locator('#palette-list');
  await list.locator('[role=option]').first().waitFor();
  await page.keyboard.type('qqzzqqxx');
  await list.getByText(say('palette-nothing')).waitFor();
  const ways = await list.locator('[role=option]').evaluateAll(all => all.map(each => each.dataset.href));
  assert.deepEqual(ways, ['/desk/search?q=qqzzqqxx', '/desk/new', '/desk?queue=all']);
  await page.keyboard.press('Enter');
  await page.waitForURL('**/desk/search?q=qqzzqqxx');
});

test('switched off in the profile, single keys do nothing; the palette still opens', minutes(1), async () => {
  const { reference } = await complaint({ to: 'aiste' });
  const page = await at('aiste', '/desk/profile');
  await page.locator('[name=keys-off]').check();
  await page.locator('[name=theme][value=dark]').check();
  await page.locator('[name=density][value=compact]').check();
  await page.locator('form[action*="/desk/profile/desk"] button').click();
  await page.waitForLoadState();
  await page.goto(`/desk/${reference}?queue=mine`);
  assert.equal(await page.locator('html').getAttribute('data-theme'), 'dark');
  assert.equal(await page.locator('html').getAttribute('data-density'), 'compact');
  await page.keyboard.press('j');
  await page.keyboard.press('r');
  assert.equal(await page.evaluate(() => document.activeElement.closest('.row, form')), null);
  await page.keyboard.press('Control+k');
  await page.locator('dialog#palette[open]').waitFor();
  await page.keyboard.press('Escape');
  await page.goto('/desk/profile');
  await page.locator('[name=keys-off]').uncheck();
  await page.locator('[name=theme][value=auto]').check();
  await page.locator('form[action*="/desk/profile/desk"] button').click();
  await page.waitForLoadState();
});

test('the palette finds acts and cases, follows the arrows and gives the focus back', minutes(2), async () => {
  const { reference } = await complaint();
  for (const language of ['en', 'ko', 'fa']) {
    const page = await at('handler', `/desk/${reference}?queue=mine&lang=${language}`, { language });
    await page.locator('main .to-list').focus();
    await page.keyboard.press('Control+k');
    await page.locator('#palette [role=option]').first().waitFor();
    assert.equal(await focused(page), 'palette-q');
    const active = () => page.evaluate(() => document.getElementById(document.activeElement.getAttribute('aria-activedescendant'))?.getAttribute('aria-selected'));
    const which = () => page.evaluate(() => document.activeElement.getAttribute('aria-activedescendant'));
    assert.equal(await active(), 'true');
    const was = await which();
    await page.keyboard.press('ArrowDown');
    assert.notEqual(await which(), was);
    assert.equal(await active(), 'true');
    assert.deepEqual(await accessibility(page), []);
    await page.keyboard.press('Escape');
    assert.equal(await page.evaluate(() => document.activeElement.className), 'to-list');
    await page.keyboard.press('Control+k');
    const reply = words(language)('verb-notes');
    await page.keyboard.insertText(reply.slice(0, -1));
    await page.locator('#palette [aria-selected=true]', { hasText: reply }).waitFor();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement.form?.id === 'f-notes');
    await page.keyboard.press('Control+k');
    await page.keyboard.insertText(reference.toLowerCase());
    await page.locator(`#palette [aria-selected=true][data-href*="${reference}"]`).waitFor();
    await page.keyboard.press('Escape');
    await leave();
  }
});

test('a new complaint announces itself and moves nothing', minutes(2), async () => {
  for (let n = 0; n < 3; n++) await complaint();
  const page = await at('handler', '/desk?queue=all&sort=received');
  await live(page);
  const case_ = page.locator('.list .row').first();
  await case_.click();
  await page.locator('main [data-case]').waitFor();
  await page.keyboard.press('n');
  await page.keyboard.type('I am writing this sentence.');
  await page.evaluate(() => { document.activeElement.setSelectionRange(2, 9); document.querySelector('.list').scrollTop = 30; document.querySelector('main').scrollTop = 120; });
  const state = () => page.evaluate(() => ({ rows: [...document.querySelectorAll('.list .row')].map(row => [row.pathname, row.getBoundingClientRect().top]).slice(0, 3),
    focus: document.activeElement.id, from: document.activeElement.selectionStart, to: document.activeElement.selectionEnd, scroll: document.querySelector('main').scrollTop, text: document.activeElement.value }));
  const before = await state(), began = Date.now();
  const made = await complaint({ to: null });
  await page.locator('.list .fresh:not([hidden])').waitFor({ timeout: 4000 });
  const took = Date.now() - began;
  assert.ok(took < 3000, `${took} ms, the making included`);
  assert.match(await page.locator('.fresh').textContent(), /1 new/);
  assert.deepEqual(await state(), before);
  await page.locator('.fresh').click();
  assert.equal(await page.evaluate(() => document.activeElement.pathname?.split('/').at(-1)), made.reference);
  assert.equal(await page.locator(`#menu .n`).last().textContent(), String(await page.locator('.list .row').count()));
});

test('a server that stops is told in words, and what was missed appears', minutes(2), async () => {
  await complaint();
  const page = await at('handler', '/desk?queue=all&sort=received');
  page.context().forgives = /ERR_|net::|Failed to load/;
  await live(page);
  const began = Date.now(), code = await office.halt();
  assert.ok(Date.now() - began < 4000, `an open stream kept the server for ${Date.now() - began} ms`);
  assert.equal(code, 0);
  await page.locator('.live[data-now=offline]').waitFor();
  assert.equal(await page.locator('.live').textContent(), 'Offline');
  await office.start();
  await complaint({ to: null });
  await live(page);
  await page.locator('.list .fresh:not([hidden])').waitFor();
});

test('what is being written comes back after a reload and on another device, and goes when it is sent', minutes(2), async () => {
  const { reference } = await complaint(), text = 'Dear Rasa, we have read your letter.';
  const page = await at('handler', `/desk/${reference}`);
  await page.keyboard.press('r');
  await page.keyboard.type(text);
  await page.locator('#f-messages .saved', { hasText: 'Saved' }).waitFor({ timeout: 3000 });
  await page.reload();
  assert.equal(await page.locator('#f-messages [name=body]').inputValue(), text);
  const other = await at('handler', `/desk/${reference}`);
  assert.equal(await other.locator('#f-messages [name=body]').inputValue(), text);
  const colleague = await at('aiste', `/desk/${reference}`);
  assert.equal(await colleague.locator('#f-messages [name=body]').inputValue(), '');
  await page.locator('#f-messages button[type=submit]').click();
  await page.waitForURL(/done=|desk/);
  await page.locator('.notice.good').waitFor();
  assert.equal(await page.locator('#f-messages [name=body]').inputValue(), '');
  await page.reload();
  assert.equal(await page.locator('#f-messages [name=body]').inputValue(), '');
  await other.reload();
  assert.equal(await other.locator('#f-messages [name=body]').inputValue(), '');
});

test('without the server the text stays on the device and is saved when it is back', minutes(2), async () => {
  const { reference } = await complaint();
  const page = await at('handler', `/desk/${reference}`);
  page.context().forgives = /ERR_|net::|Failed to load/;
  await page.context().setOffline(true);
  await page.keyboard.press('n');
  await page.keyboard.type('Nobody answers the telephone.');
  await page.locator('#f-notes .saved', { hasText: 'Kept on this device' }).waitFor();
  const lies = () => page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith('redress:')));
  const [[name, text], ...more] = await lies();
  assert.match(name, new RegExp(`:${reference}:notes$`));
  assert.deepEqual(more, []);
  assert.doesNotMatch(text + atob(text), /Nobody|telephone|text/, 'it lies sealed');
  assert.equal(await page.evaluate(() => document.documentElement.outerHTML.includes('data-seal')), false, 'and the key beside it nowhere');
  await page.context().setOffline(false);
  await page.reload();
  assert.equal(await page.locator('#f-notes [name=text]').inputValue(), 'Nobody answers the telephone.');
  await page.locator('#f-notes .saved', { hasText: 'Saved' }).waitFor();
  assert.deepEqual(await lies(), [], 'the server has it: nothing stays here');
});

test('a page whose session is over empties itself, with and without the server', minutes(2), async () => {
  const { reference } = await complaint();
  for (const [offline, ends] of [[false, false], [false, true], [true, false]]) {
    const page = await at('handler', '/desk');
    page.context().forgives = /ERR_|net::|Failed to load|40[13]/;
    await page.clock.install();
    await page.goto(`/desk/${reference}`);
    if (ends) await page.context().clearCookies();
    if (offline) await page.context().setOffline(true);
    await page.clock.runFor('20:00');
    if (!ends) assert.equal(await page.locator('main.case').count(), 1, 'half an hour is not over');
    await page.clock.runFor('13:00');
    const shown = async () => ({ path: new URL(page.url()).pathname, names: (await page.locator('body').textContent()).includes(reference) });
    if (ends) await page.waitForURL(/sign-in/);
    else if (offline) await page.waitForFunction(() => !document.querySelector('main.case'));
    const { path, names } = await shown();
    assert.equal(names, !ends && !offline, path);
  }
});

test('a session that ends while writing: sign in, the text and its place are there, one letter leaves', minutes(2), async () => {
  const { reference, email } = await complaint();
  const page = await at('handler', `/desk/${reference}?queue=mine`);
  page.context().forgives = /40[13]|ERR_/;
  await live(page).then(() => page.keyboard.press('r')); // a page that listens only now would know at once, and be gone
  await page.context().clearCookies();
  await page.keyboard.type('We will call you on Monday.');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(/sign-in/);
  await page.locator('input[name=email]').fill(office.people.handler.email);
  await page.locator('input[name=password]').fill(office.people.handler.password);
  await page.locator('main form button').first().click();
  await page.waitForURL(`**/desk/${reference}**`);
  await page.waitForFunction(() => document.querySelector('#f-messages [name=body]')?.value === 'We will call you on Monday.');
  await page.locator('#f-messages [name=body]').focus();
  await page.keyboard.press('Control+Enter');
  await page.locator('.notice.good').waitFor();
  await sink.letter(email, /call you on Monday/);
  await new Promise(next => setTimeout(next, 1500));
  const replies = sink.letters.filter(each => each.to.includes(email) && each.text.includes('We will call you on Monday.'));
  assert.equal(replies.length, 1);
});

test('two who write to the same person: a notice before sending, and both texts survive', minutes(2), async () => {
  const { reference } = await complaint();
  const page = await at('handler', `/desk/${reference}`);
  await live(page);
  const colleague = await at('aiste', `/desk/${reference}`);
  await page.locator('.presence', { hasText: 'Aiste Mockute is reading this too' }).waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('We are sorry for the wet deck.');
  await colleague.keyboard.press('r');
  await colleague.keyboard.type('We are sorry for the delay.');
  await colleague.keyboard.press('Control+Enter');
  await colleague.locator('.notice.good').waitFor();
  const notice = page.locator('.problem', { hasText: 'This complaint changed while you typed' });
  await notice.waitFor({ timeout: 4000 });
  assert.ok(await notice.textContent().then(text => text.includes('We are sorry for the delay.')));
  assert.equal(await page.locator('#f-messages [name=body]').inputValue(), 'We are sorry for the wet deck.');
  assert.equal(await page.evaluate(() => document.activeElement.name), 'body', 'the focus stays in the text');
  const [answer] = await Promise.all([page.waitForResponse(each => each.request().method() === 'POST' && each.url().endsWith('/messages')), page.keyboard.press('Control+Enter')]);
  assert.equal(answer.status(), 409);
  await page.locator('.diff').waitFor();
  assert.equal(await page.locator('.diff del').first().textContent(), 'delay.');
  assert.equal(await page.locator('.diff ins').first().textContent(), 'wet deck.');
  assert.equal(await page.locator('#f-messages [name=body]').inputValue(), 'We are sorry for the wet deck.');
  assert.deepEqual(await accessibility(page), []);
  await page.locator('#f-messages button[type=submit]').click();
  await page.locator('.notice.good').waitFor();
  const whole = await page.locator('main').textContent();
  assert.ok(whole.includes('We are sorry for the wet deck.') && whole.includes('We are sorry for the delay.'));
});

test('a message can be taken back while the seconds run down; after them exactly one leaves', minutes(2), async () => {
  const { reference, email } = await complaint();
  const page = await at('handler', `/desk/${reference}`);
  const send = async text => {
    await page.keyboard.press('r');
    await page.keyboard.type(text);
    await page.keyboard.press('Control+Enter');
    await page.locator('form.undo').waitFor();
  };
  await send('This one is taken back.');
  const seconds = async () => Number((await page.locator('form.undo .now').textContent()).match(/\d+/)[0]);
  const first = await seconds();
  await page.waitForFunction(first => Number(document.querySelector('form.undo .now').textContent.match(/\d+/)[0]) < first, first);
  // The keyboard stands at the notice, the button is the next stop, and one key takes it back.
  assert.equal(await focused(page), 'notice good');
  await page.keyboard.press('Tab');
  assert.equal(await page.evaluate(() => document.activeElement.form?.className.includes('undo')), true);
  await page.keyboard.press('z');
  await page.locator('.notice.good', { hasText: 'taken back' }).waitFor();
  assert.equal(await focused(page), 'notice good');
  // There is nothing to take back any more: the key says so and does nothing.
  await page.keyboard.press('z');
  assert.match(page.url(), new RegExp(`/desk/${reference}`));
  await send('This one leaves.');
  await page.waitForSelector('form.undo', { state: 'detached', timeout: 15_000 });
  await sink.letter(email, /This one leaves/);
  await new Promise(next => setTimeout(next, 1500));
  const mine = sink.letters.filter(each => each.to.includes(email));
  assert.equal(mine.filter(each => each.text.includes('This one leaves.')).length, 1);
  assert.equal(mine.filter(each => each.text.includes('This one is taken back.')).length, 0);
  await page.locator('.msg .chip', { hasText: 'Sent' }).first().waitFor();
});

test('back and forward walk through the cases that were opened', minutes(1), async () => {
  await complaint(); await complaint();
  const page = await at('handler', '/desk?queue=mine');
  const order = await page.locator('.list .row').evaluateAll(rows => rows.map(row => row.pathname.split('/').at(-1)));
  const comes = reference => page.waitForFunction(now => document.querySelector('main [data-case]')?.dataset.case === now, reference);
  await page.locator('.list .row').nth(0).click();
  await comes(order[0]);
  await page.locator('.list .row').nth(1).click();
  await comes(order[1]);
  await page.goBack();
  await comes(order[0]);
  await page.goForward();
  await comes(order[1]);
  assert.match(await page.title(), new RegExp(order[1]));
});

test('after sending, whoever likes it comes to the next case and can take back from there', minutes(2), async () => {
  for (let n = 0; n < 2; n++) await complaint({ to: 'aiste' });
  const page = await at('aiste', '/desk/profile');
  await page.locator('[name=after-sending][value=next]').check();
  await page.locator('form[action*="/desk/profile/desk"] button').click();
  await page.goto('/desk?queue=mine');
  const order = await page.locator('.list .row').evaluateAll(rows => rows.map(row => row.pathname.split('/').at(-1)));
  await page.locator('.list .row').first().click();
  await page.locator('main [data-case]').waitFor();
  await page.keyboard.press('r');
  await page.keyboard.type('Dear Rasa');
  await page.keyboard.press('Control+Enter');
  await page.waitForURL(`**/desk/${order[1]}**`);
  assert.ok(await page.locator(`form.undo[action*="${order[0]}"]`).count());
  await page.locator('form.undo button').click();
  await page.locator('.notice.good', { hasText: 'taken back' }).waitFor();
  assert.equal(await here(page), order[0]);
});

test('a picture from the clipboard becomes a file of the form', minutes(1), async () => {
  const { reference } = await complaint();
  const page = await at('handler', `/desk/${reference}`);
  await page.keyboard.press('r');
  await page.evaluate(() => {
    const data = new DataTransfer();
    data.items.add(new File([Uint8Array.from(atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='), c => c.charCodeAt(0))], 'image.png', { type: 'image/png' }));
    document.activeElement.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
  });
  assert.equal(await page.locator('#f-messages .files li').count(), 1);
  await page.keyboard.type('See the picture.');
  await page.keyboard.press('Control+Enter');
  await page.locator('.att a', { hasText: 'image.png' }).first().waitFor();
});

test('the pages with all that are in order, wide and narrow, in a language of each kind', minutes(3), async () => {
  const { reference } = await complaint();
  for (const [language, width, scheme] of [['en', WIDTHS.desk, 'light'], ['fa', WIDTHS.narrow, 'dark'], ['ko', WIDTHS.desk, 'dark'], ['lt', WIDTHS.narrow, 'light']]) {
    const page = await at('handler', `/desk/${reference}?queue=mine&lang=${language}`, { language, width, scheme });
    const found = [...(await overflow(page)), ...(await smallTargets(page)), ...(await accessibility(page))];
    await page.keyboard.press('?');
    await page.locator('dialog#keys[open]').waitFor();
    found.push(...(await overflow(page)), ...(await smallTargets(page)), ...(await accessibility(page)));
    await page.keyboard.press('Escape');
    assert.deepEqual(found, [], language);
  }
});

test('every stop of the Tab key shows where it is', minutes(1), async () => {
  const { reference } = await complaint();
  const page = await at('handler', `/desk/${reference}?queue=mine`);
  assert.deepEqual(await unclearStops(page, 80), []);
});

test('reduced motion and forced colours are honoured', minutes(1), async () => {
  await complaint();
  const { reference } = await complaint();
  const page = await at('handler', `/desk/${reference}?queue=mine`, { forcedColors: 'active' });
  assert.deepEqual(await moving(page), []);
  for (const key of ['k', 'j']) await page.keyboard.press(key);
  const ring = await page.evaluate(() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement); return document.activeElement.matches('.row') && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2; });
  assert.ok(ring, 'the row in hand has its ring');
  const shown = await page.evaluate(() => {
    const row = document.querySelector('.row[aria-current]'), other = document.querySelector('.row:not([aria-current])');
    const of = part => part && getComputedStyle(part).outlineStyle + getComputedStyle(part).borderInlineStartWidth;
    return [of(row), of(other)];
  });
  assert.notEqual(shown[0], shown[1], 'the open row is told by more than a colour');
});
