// E-mail as people meet it: a mailbox is added and says how it stands, what became of
// each message, the list of those that a person decides, and whoever stops progress
// updates by the link of a letter.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, WIDTHS, launch, person } from '../harness/browser.mjs';
import { bring, freePort } from '../harness/carrier.mjs';
import { cut, faults } from '../harness/checks.mjs';
import { answer, fill, follow, reach, send } from '../harness/hands.mjs';
import { relayTo, signIn, startOffice } from '../harness/office.mjs';
import { startSink } from '../harness/sink.mjs';
import { words } from '../harness/words.mjs';

const minutes = count => ({ timeout: count * 60_000 });
const CARE = 'care@northfield.example', LONG = 'The pipe in Station Road leaks since Monday, and nobody has called us back about it';
let browser, office, sink, door;

before(async () => {
  sink = await startSink();
  office = await startOffice();
  browser = await launch();
  door = await freePort();
  const page = await whom('admin');
  await relayTo(page, office, sink);
  await page.goto('/admin/mailboxes/new?lang=en');
  await fill(page, terms('Complaints', CARE, door));
  assert.equal(await send(page, 'main form button[type=submit]'), 200);
  const machine = head => ({ from: 'robot@vendor.example', to: CARE, subject: 'Out of office', text: 'I am away.', head });
  for (const head of ['Auto-Submitted: auto-replied\n', 'List-Id: <news.vendor.example>\n', 'Precedence: bulk\n']) await bring(door, machine(head));
  await bring(door, { from: 'maryam@example.org', to: CARE, subject: 'شکایت از قبض شمارهٔ 12', text: 'قبض آبان دو برابر است. تلفن ۰۲۱-۵۵۵۰۱۴' });
  // One address may send ten complaints within a day; the others wait for a person.
  for (let n = 1; n <= 12; n++) await bring(door, { from: 'rasa@example.org', to: CARE, subject: `${n}: ${LONG}`, text: 'It still leaks.' });
  await page.context().close();
}, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); await sink?.stop(); });

const terms = (name, address, port) => ({ 'mailbox-name': name, 'mailbox-address': address, 'mailbox-kind': 'smtp', 'mailbox-host': '127.0.0.1', 'mailbox-port': String(port), 'mailbox-security': 'none' });

/** Somebody of this role, signed in. */
async function whom(role, more) {
  const context = await person(browser, { origin: office.url, ...more }), page = await context.newPage();
  await signIn(page, office.people[role]);
  return page;
}

const leave = async page => { assert.deepEqual(page.context().complaints, []); await page.context().close(); };

/** Each of these pages in one look: everything that every page must be. */
async function looked(page, paths, language) {
  for (const path of paths) {
    await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
    assert.deepEqual([...await faults(page, { language, where: path }), ...await cut(page)], []);
  }
}

const firstOf = async (page, show) => {
  await page.goto(`/desk/mail?show=${show}&lang=en`);
  return (await page.locator('main .ledger tbody th a').first().getAttribute('href')).split('?')[0];
};

for (const [language, look] of [['en', { width: WIDTHS.desk, scheme: 'dark' }], ['fa', { width: WIDTHS.narrow, scheme: 'dark' }], ['ko', { width: WIDTHS.narrow }]]) {
  test(`mail reads in ${language} at ${look.width}`, minutes(4), async () => {
    const desk = await whom('intake', { language, ...look });
    const [waiting, machine] = [await firstOf(desk, 'waiting'), await firstOf(desk, 'machines')];
    await looked(desk, ['/desk/mail', '/desk/mail?show=machines', '/desk/mail?show=reports', '/desk/mail?show=dismissed', waiting, machine, '/desk/mail/ledger', '/desk/mail/ledger?fate=quarantined'], language);
    await leave(desk);
    const admin = await whom('admin', { language, ...look });
    await admin.goto('/admin/mailboxes');
    const one = await admin.locator('main .ledger tbody th a').first().getAttribute('href');
    await looked(admin, ['/admin/mailboxes', '/admin/mailboxes/new', one, '/admin/mailboxes/ledger', '/admin/mail-limits'], language);
    await leave(admin);
  });
}

test('the list that is shown is marked, and says how many wait', minutes(1), async () => {
  const page = await whom('intake');
  await page.goto('/desk/mail?lang=en');
  assert.match(await page.locator('main nav [aria-current=page]').textContent(), /Waiting for a decision\s*2/);
  assert.equal(await page.locator('section:has(#mails) tbody tr').count(), 2);
  await page.goto('/desk/mail?show=machines&lang=en');
  assert.match(await page.locator('main nav [aria-current=page]').textContent(), /Written by machines\s*3/);
  await leave(page);
});

test('by keys alone a message is put aside and brought back, joins a complaint, and becomes one', minutes(2), async () => {
  const page = await whom('intake', { scripts: false });
  const open = async show => {
    await page.goto(`/desk/mail?show=${show}&lang=en`);
    await reach(page, '.skip');
    await page.keyboard.press('Enter');
    assert.equal(await follow(page, 'main .ledger tbody th a'), 200);
  };
  const count = async show => { await page.goto(`/desk/mail?show=${show}&lang=en`); return page.locator('section:has(#mails) tbody tr').count(); };

  await open('machines');
  assert.equal(await follow(page, 'form[action$="/dismissal"] button'), 200);
  assert.match(await page.locator('form.undo').textContent(), /put aside/);
  assert.equal(await follow(page, 'form.undo button'), 200);
  assert.equal(await count('machines'), 3, 'it is back where it was');

  // A reference that leads nowhere: what was typed stays, and the page says what is wrong.
  await open('waiting');
  await answer(page, 'form[action$="/join"]', { reference: 'RD-26-0000-000' });
  const refused = await follow(page, 'form[action$="/join"] button');
  assert.ok(refused >= 400 && refused < 500, `${refused}`);
  assert.equal(await page.locator('#reference').inputValue(), 'RD-26-0000-000');
  assert.equal(await page.locator('.problem').count(), 1);
  const { reference } = await office.complain({ complainant: { name: 'Rasa', email: 'rasa@example.org' } });
  await page.locator('#reference').fill('');
  await answer(page, 'form[action$="/join"]', { reference });
  assert.equal(await follow(page, 'form[action$="/join"] button'), 200);
  assert.match(await page.locator('main .notice').first().textContent(), new RegExp(reference));

  await open('waiting');
  assert.equal(await follow(page, 'form[action$="/complaint"] button'), 200);
  assert.match(await page.locator('main .notice').first().textContent(), /is a complaint now: \S*RD-\d\d/);
  assert.equal(await count('waiting'), 0);
  await leave(page);
});

test('a mailbox that is refused keeps every word, and its rarer settings open where one of them is wrong', minutes(1), async () => {
  const page = await whom('admin', { language: 'fa', width: WIDTHS.narrow });
  await page.goto('/admin/mailboxes/new?lang=fa');
  const rarer = page.locator('details.more');
  assert.equal(await rarer.getAttribute('open'), null, 'folded at first');
  await fill(page, { ...terms('صندوق دوم', CARE, 2), 'mailbox-poll': '30' });
  await rarer.locator('summary').click();
  await fill(page, { 'mailbox-silent': 'many' });
  assert.equal(await send(page, 'main form button[type=submit]'), 422);
  assert.deepEqual(await faults(page, { language: 'fa', where: 'refused' }), []);
  assert.notEqual(await page.locator('details.more').getAttribute('open'), null, 'open, for there is something to put right');
  for (const [name, value] of [['mailbox-name', 'صندوق دوم'], ['mailbox-address', CARE], ['mailbox-silent', 'many']]) assert.equal(await page.locator(`main [name="${name}"]`).inputValue(), value);
  await page.locator('.problem a').first().click();
  assert.equal(await page.evaluate(() => document.activeElement.name), 'mailbox-silent');
  await leave(page);
});

test('the ledger finds by what became of a message', minutes(1), async () => {
  const page = await whom('intake', { width: WIDTHS.narrow });
  await page.goto('/desk/mail/ledger?lang=en');
  assert.equal(await page.locator('main .ledger tbody tr').count(), 16);
  await fill(page, { fate: 'automatic' });
  assert.equal(await send(page, 'main form.filters button'), 200);
  assert.ok(await page.locator('main .ledger tbody tr').count() >= 1);
  assert.equal(await page.locator('main select[name=fate]').inputValue(), 'automatic');
  await fill(page, { message: '<nobody@nowhere.example>' });
  assert.equal(await send(page, 'main form.filters button'), 200);
  assert.equal(await page.locator('main .empty').count(), 1, 'an empty list says so');
  await leave(page);
});

test('whoever follows the link of a letter stops progress updates, and takes it back, without scripts', minutes(3), async () => {
  const { reference } = await office.complain({ complainant: { name: 'Hannah', email: 'hannah@example.org', language: 'en' } });
  const desk = await whom('handler');
  const headers = { origin: office.url, 'sec-fetch-site': 'same-origin' };
  await desk.request.post(`/desk/${reference}/take`, { headers, form: { lang: 'en' } });
  const sent = await desk.request.post(`/desk/${reference}/update`, { headers, form: { lang: 'en', body: 'We ask the crew what happened.', way: 'email' } });
  assert.ok(sent.ok(), `${sent.status()} ${await sent.text()}`);
  await leave(desk);
  const letter = await sink.letter('hannah@example.org', /ask the crew/, 60_000), link = letter.text.match(/\/updates\/[0-9a-f]+/)?.[0];
  assert.ok(link, letter.text);
  assert.match(letter.head, new RegExp(`List-Unsubscribe: <[^>]*${link}`));
  for (const language of LANGUAGES) {
    const context = await person(browser, { origin: office.url, language, width: WIDTHS.narrow, scheme: 'dark' }), page = await context.newPage();
    await page.goto(`${link}?lang=${language}`);
    assert.deepEqual(await faults(page, { language, where: `updates ${language}` }), []);
    assert.equal(await page.locator('button[value=stop]').count(), 1, 'looking changes nothing');
    await leave(page);
  }
  const context = await person(browser, { origin: office.url, language: 'fa', width: WIDTHS.narrow, scripts: false }), page = await context.newPage(), say = words('fa');
  await page.goto(`${link}?lang=fa`);
  assert.equal(await follow(page, 'button[value=stop]'), 200);
  assert.ok((await page.locator('main').textContent()).includes(say('follow-updates-off')));
  assert.equal(await follow(page, 'button[value=again]'), 200);
  assert.ok((await page.locator('main').textContent()).includes(say('follow-updates-on')));
  assert.equal((await page.goto(`${link.slice(0, -4)}0000`)).status(), 404, 'a forged link leads nowhere');
  await leave(page);
});
