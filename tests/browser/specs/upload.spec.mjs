// Files on a slow line: how far they are, a way to stop, and nothing lost when it is
// stopped or breaks (check 18 of the interface). Without scripts the portal's own walk
// sends files as browsers do.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, WIDTHS, launch, person } from '../harness/browser.mjs';
import { accessibility, overflow, smallTargets } from '../harness/checks.mjs';
import { fillIn, follow, handIn, onFollowPage } from '../harness/complainant.mjs';
import { fill, send } from '../harness/hands.mjs';
import { signIn, startOffice } from '../harness/office.mjs';
import { PEOPLE } from '../harness/stories.mjs';
import { words } from '../harness/words.mjs';

const minutes = count => ({ timeout: count * 60_000 });
const GO_ON = 'main .go button:not([name])';
const FILM = { name: 'meter.mp4', mimeType: 'video/mp4', buffer: Buffer.alloc(2 * 1024 * 1024, 7) };
const SLOW = 200 * 1024;
let browser, office;
before(async () => { office = await startOffice(); browser = await launch(); }, minutes(2));
after(async () => { await browser?.close(); await office?.stop(); });

/** A page on a line whose upload can be made slow, and fast again. */
async function page(path, more) {
  const context = await person(browser, { origin: office.url, width: WIDTHS.phone, ...more }), page = await context.newPage();
  const wire = await context.newCDPSession(page);
  await wire.send('Network.enable');
  page.upload = rate => wire.send('Network.emulateNetworkConditions', { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: rate });
  if (path) await page.goto(path);
  return page;
}

const far = page => page.locator('.sending progress').evaluate(bar => bar.value);
async function until(page, share) {
  await page.waitForFunction(share => document.querySelector('.sending progress')?.value >= share, share);
}
const begun = async (page, button = GO_ON) => { await page.locator(button).first().click(); await page.locator('.sending').waitFor(); };
/** The script that carries files comes as soon as one was chosen; the desk has it already. */
async function choose(page, name, file = FILM) {
  await page.locator(`main form:has([type=submit]) [name="${name}"]`).first().setInputFiles([file]);
  await page.waitForFunction(() => performance.getEntriesByType('resource').some(each => each.name.endsWith('/upload.js')));
  await page.waitForLoadState('networkidle').catch(() => {});
  await page.waitForTimeout(200);
}
const clean = async page => { assert.deepEqual(page.context().complaints.filter(each => !/ERR_CONNECTION_RESET/.test(each)), []); await page.context().close(); };

test('the bar moves, sending is stopped, everything is still there, and then it goes', minutes(2), async () => {
  const film = await page('/complain'), say = words('en');
  await fill(film, { story: PEOPLE.en.story, 'still-happening': 'yes' });
  await choose(film, 'enclosures');
  await film.upload(SLOW);
  await begun(film);
  await until(film, 0.1);
  const first = await far(film);
  await until(film, first + 0.1);
  assert.ok(await far(film) < 1, 'it is still on its way');
  assert.match(await film.locator('.sending .far').textContent(), /^\d+%$/);
  await until(film, 0.3);
  assert.match(await film.locator('.sending [role=status]').textContent(), /^25%$/, 'whoever listens hears the quarters');
  assert.ok(await film.locator('.sending button').evaluate(button => button === document.activeElement), 'Enter stops it');
  assert.ok(await film.locator('main form').evaluate(form => form.inert), 'nobody changes what is being carried');

  await film.keyboard.press('Enter');
  assert.equal(await film.locator('.sending [role=status]').textContent(), say('upload-stopped'));
  assert.equal(new URL(film.url()).pathname, '/complain');
  assert.equal(await film.locator('[name=story]').inputValue(), PEOPLE.en.story);
  assert.ok((await film.locator('.drop .files').textContent()).includes(FILM.name));
  assert.equal(await film.locator('main form').evaluate(form => form.inert), false);
  assert.ok(await film.evaluate(() => document.querySelector('main form').contains(document.activeElement)), 'the focus is back in the form');

  await film.upload(-1);
  assert.equal(await send(film, GO_ON), 200);
  await film.waitForURL(/\/2(\?|$)/);
  await film.goto(film.url().replace(/\/2/, '/1'));
  assert.ok((await film.locator('main form > section .files').textContent()).includes(FILM.name), 'the server keeps it');
  await clean(film);
});

test('a line that breaks loses nothing, and a page that comes back keeps what was chosen', minutes(2), async () => {
  const film = await page('/complain'), say = words('en');
  await fill(film, { story: PEOPLE.en.story, 'still-happening': 'yes' });
  await choose(film, 'enclosures');
  await film.route(/\/complain\/\w+\/1/, route => route.abort('connectionreset'));
  await film.locator(GO_ON).first().click();
  await film.locator('.sending.over').waitFor();
  assert.equal(await film.locator('.sending [role=status]').textContent(), say('upload-broken'));
  assert.equal(await film.locator('[name=story]').inputValue(), PEOPLE.en.story);
  assert.ok((await film.locator('.drop .files').textContent()).includes(FILM.name));
  await film.unroute(/\/complain\/\w+\/1/);

  // A question left open: the page comes back in place, with its sentence and the file on file.
  await film.locator('[name=still-happening]').first().evaluate(() => document.querySelectorAll('[name=still-happening]').forEach(each => { each.checked = false; }));
  assert.equal(await send(film, GO_ON), 422);
  assert.ok(await film.locator('main .problem').evaluate(part => part === document.activeElement), 'the focus is in the summary');
  assert.ok((await film.title()).startsWith(say('err-prefix')));
  assert.match(new URL(film.url()).pathname, /^\/complain\/\w+\/1$/, 'loading the page again shows the draft');
  assert.equal(await film.locator('[name=story]').inputValue(), PEOPLE.en.story);
  assert.ok((await film.locator('main form > section .files').textContent()).includes(FILM.name));
  await fill(film, { 'still-happening': 'no' });
  assert.equal(await send(film, GO_ON), 200);
  assert.match(new URL(film.url()).pathname, /\/2$/);
  await clean(film);
});

test('a file is added on the follow-up page, with its bar in Persian', minutes(2), async () => {
  const maryam = await page('/complain?lang=fa', { language: 'fa' });
  await fillIn(maryam, PEOPLE.fa, { files: [] });
  const told = await handIn(maryam);
  await follow(maryam, told);
  await maryam.locator('details', { has: maryam.locator('form[action*="/information"]') }).locator('summary').click();
  await choose(maryam, 'more-files');
  await maryam.upload(SLOW);
  await begun(maryam, 'form[action*="/information"] .go button');
  await until(maryam, 0.2);
  assert.match(await maryam.locator('.sending .far').textContent(), /^[۰-۹]+٪/);
  await maryam.upload(-1);
  await maryam.waitForURL(/done=information/);
  assert.ok((await maryam.locator(`a[download="${FILM.name}"]`).count()) > 0);
  // Small ones go as ever: there is nothing to watch.
  assert.equal(await onFollowPage(maryam, 'information', { 'more-files': [{ ...FILM, name: 'small.mp4', buffer: Buffer.alloc(1000, 7) }] }), 200);
  await clean(maryam);
});

test('at the desk: papers of a call, and a file beside a message', minutes(2), async () => {
  const jonas = await page('', { width: WIDTHS.desk });
  await signIn(jonas, office.people.handler);
  await jonas.goto('/desk/new');
  await fill(jonas, { 'caller-story': PEOPLE.en.story });
  await jonas.locator('main details').first().evaluate(fold => { fold.open = true; });
  await choose(jonas, 'caller-papers');
  await jonas.upload(SLOW);
  await begun(jonas, 'main form .do-row button:not([formaction])');
  await until(jonas, 0.1);
  await jonas.locator('.sending button').click();
  assert.equal(await jonas.locator('[name=caller-story]').inputValue(), PEOPLE.en.story);
  await jonas.upload(-1);
  await begun(jonas, 'main form .do-row button:not([formaction])');
  await jonas.waitForURL(/\/recorded/);
  const reference = jonas.url().match(/RD-[0-9A-Z-]+/)[0];

  await jonas.goto(`/desk/${reference}?open=messages`);
  const composer = jonas.locator('#f-messages');
  await composer.locator('textarea').first().fill('The pages of the meter are enclosed.');
  await choose(jonas, 'files');
  await jonas.upload(SLOW);
  await begun(jonas, '#f-messages button[type=submit]');
  await until(jonas, 0.1);
  await jonas.keyboard.press('Enter');
  assert.equal(await composer.locator('textarea').first().inputValue(), 'The pages of the meter are enclosed.');
  await jonas.upload(-1);
  await jonas.locator('#f-messages button[type=submit]').click();
  await jonas.waitForURL(/done=messages/);
  assert.equal((await office.api(`/complaints/${reference}`)).reference, reference);
  assert.equal(await jonas.locator('main .att', { hasText: FILM.name }).count() > 0, true);
  await clean(jonas);
});

test('on its way and stopped, in six languages on a narrow page', minutes(3), async () => {
  for (const language of LANGUAGES) {
    const film = await page(`/complain?lang=${language}`, { language, width: WIDTHS.narrow }), say = words(language);
    await fill(film, { story: PEOPLE[language].story, 'still-happening': 'yes' });
    await choose(film, 'enclosures');
    await film.upload(SLOW);
    await begun(film);
    const found = [...await accessibility(film), ...await overflow(film), ...await smallTargets(film)];
    assert.ok((await film.locator('.sending').textContent()).includes(say('upload-sending')));
    await film.locator('.sending button').click();
    found.push(...await accessibility(film), ...await overflow(film));
    if (process.env.SHOTS) await film.locator('.sending').screenshot({ path: `${process.env.SHOTS}/sending-${language}.png` });
    assert.deepEqual(found, [], language);
    await clean(film);
  }
});
