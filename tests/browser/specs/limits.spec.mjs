// The time limits of law in the browser: a handler asks for more time, a manager grants
// it, the complainant reads of it in their language; a question to the complainant stops
// the limit. Strip, chips and `why` tell the same. By keys alone, and without scripts.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, WIDTHS, launch, person } from '../harness/browser.mjs';
import { faults } from '../harness/checks.mjs';
import { act, signInByKeys } from '../harness/handler.mjs';
import { fill } from '../harness/hands.mjs';
import { relayTo, signIn, startOffice } from '../harness/office.mjs';
import { startSink } from '../harness/sink.mjs';
import { words } from '../harness/words.mjs';

const minutes = count => ({ timeout: count * 60_000 });
const LIMIT = 'kr-civil-petition/grievance';
const en = words('en');
let browser, office, sink;

before(async () => {
  sink = await startSink();
  office = await startOffice();
  browser = await launch();
  const context = await person(browser, { origin: office.url }), page = await context.newPage();
  await relayTo(page, office, sink);
  const own = { origin: office.url, 'sec-fetch-site': 'same-origin' };
  const saved = await page.request.post('/admin/clocks', { headers: own, form: { lang: 'en', packs: 'kr-civil-petition', kinds: 'grievance' } });
  assert.ok(saved.ok(), `${saved.status()}`);
  await context.close();
}, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); await sink?.stop(); });

async function at(role, path, more = {}) {
  const context = await person(browser, { origin: office.url, language: 'en', ...more }), page = await context.newPage();
  await (more.scripts === false ? signIn(page, office.people[role]) : signInByKeys(page, office.people[role], 'en'));
  await page.goto(path);
  return page;
}

const complain = (language, email) => office.complain({ description: 'The boat left early.', complainant: { name: 'Rasa Jankauskienė', email, language } });
const limit = async reference => (await office.api(`/complaints/${reference}/why`)).clocks[0];
const column = (page, number) => page.locator(`#limits-table tbody td:nth-of-type(${number})`).first().textContent();

/** The letter is on its way before it is on record. */
async function becomes(reference, standing) {
  for (let tries = 0; tries < 100; tries++) {
    if ((await limit(reference)).standing === standing) return;
    await new Promise(next => setTimeout(next, 100));
  }
  assert.equal((await limit(reference)).standing, standing);
}

/** What `why` says of the limit, with the days that lie folded under it. */
const everyDay = page => page.locator('main').textContent();

test('by keys: a handler asks for more time, a manager grants it, and the complainant reads why and until when', minutes(5), async () => {
  const { reference } = await complain('lt', 'rasa@example.org'), before = await limit(reference);
  const handler = await at('handler', `/desk/${reference}`);
  await act(handler, 'extension', { limit: LIMIT, 'extend-by': '5', reason: 'The captain is at sea until Friday.' });
  await handler.getByText(en('row-extension-asked')).first().waitFor();
  assert.equal((await limit(reference)).due, before.due, 'a wish moves nothing');
  await handler.context().close();

  const manager = await at('manager', `/desk/${reference}`);
  await act(manager, 'extension-decision', { 'limit-asked': LIMIT, granted: 'yes', 'decision-reason': 'Nobody else was on the boat.' });
  const after = await limit(reference);
  assert.ok(after.due > before.due, `${before.due} -> ${after.due}`);
  const letter = await sink.letter('rasa@example.org', /captain is at sea/);
  assert.ok(letter.subject.startsWith(words('lt')('letter-subject-extension').split('{')[0].trim()), letter.subject);
  assert.ok(letter.text.includes(words('lt')('letter-delay-reason').trim()), letter.text);

  // The strip draws the longer limit, and its table says the same in words.
  await manager.goto(`/desk/${reference}`);
  assert.ok(await manager.locator('#limits svg').count() > 0);
  await manager.locator('#limits-table > summary').click();
  assert.notEqual((await column(manager, 4)).trim(), '', 'the extension stands in the table');
  const chips = (await manager.locator('main .chip').allInnerTexts()).join(' | ');
  assert.match(chips, /working day|left|today/i, chips);
  await manager.goto(`/desk/${reference}/why`);
  assert.match(await everyDay(manager), new RegExp(en('clock-extended').split('{')[0].trim()));
  await manager.context().close();
});

test('without scripts: a question to the complainant stops the limit once its letter has left, and `why` tells the pause', minutes(5), async () => {
  const { reference } = await complain('fa', 'maryam@example.org');
  const page = await at('handler', `/desk/${reference}`, { scripts: false });
  const form = page.locator('#f-limit-step');
  if (!await form.isVisible()) await page.locator('#v-limit-step > summary, .verb a[href*="=limit-step"]').first().click();
  await fill(page, { 'limit-step': 'supplement-asked', asked: 'The ticket, or its number.' });
  await Promise.all([page.waitForNavigation(), form.locator('button[type=submit]').click()]);
  assert.equal(await page.locator('.problem').count(), 0);
  await sink.letter('maryam@example.org', /its number/);
  await becomes(reference, 'paused');
  await page.goto(`/desk/${reference}`);
  const stands = en('row-limit-stands');
  await page.getByText(stands).first().waitFor();
  assert.ok(await page.locator('#limits svg .pause').count() > 0, 'the strip draws the pause');
  await page.goto(`/desk/${reference}/why`);
  const said = await everyDay(page);
  for (const key of ['clock-paused-since', 'clock-stands']) assert.ok(said.includes(en(key).split('{')[0].trim()), `${key}: ${said}`);

  await page.goto(`/desk/${reference}`);
  if (!await form.isVisible()) await page.locator('#v-limit-step > summary, .verb a[href*="=limit-step"]').first().click();
  await fill(page, { 'limit-step': 'supplement-received' });
  await Promise.all([page.waitForNavigation(), form.locator('button[type=submit]').click()]);
  assert.equal((await limit(reference)).standing, 'running');
  await page.context().close();
});

test('strip and why stand in six languages, narrow and wide, without a fault', minutes(6), async () => {
  const { reference } = await complain('ko', 'minji@example.org');
  for (const language of LANGUAGES) {
    for (const width of ['en', 'fa'].includes(language) ? [WIDTHS.narrow, WIDTHS.desk] : [WIDTHS.narrow]) {
      const page = await at('handler', `/desk/${reference}?lang=${language}`, { width, scripts: false });
      for (const path of [`/desk/${reference}`, `/desk/${reference}/why`, '/desk/deadlines']) {
        await page.goto(`${path}?lang=${language}`);
        assert.deepEqual(await faults(page, { language, where: path }), [], `${language} ${width} ${path}`);
      }
      await page.context().close();
    }
  }
});
