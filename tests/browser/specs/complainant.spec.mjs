// Interface 5, journey 1: Maryam complains from a telephone, in Persian, over a slow line
// that breaks at the third screen, while the office restarts its server. Four screens,
// two answers and a way to reach her; what they cost is held to a budget.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WIDTHS, launch, person } from '../harness/browser.mjs';
import { SECONDS, begin, within } from '../harness/budget.mjs';
import { confirmation } from '../harness/complainant.mjs';
import { fill, send } from '../harness/hands.mjs';
import { relayTo, startOffice } from '../harness/office.mjs';
import { startSink } from '../harness/sink.mjs';
import { PEOPLE } from '../harness/stories.mjs';
import { words } from '../harness/words.mjs';

const minutes = count => ({ timeout: count * 60_000 });
const GO_ON = 'main .go button:not([name])', MARYAM = PEOPLE.fa;
const SCREEN = 25 * 1024, BUDGET = { pages: 6, requests: 20, minutes: 6 };
/** A thumb on glass is slower than a key. */
const THUMB = 0.6;
const SLOW = { offline: false, latency: 300, downloadThroughput: 50_000, uploadThroughput: 20_000 };

let browser, office, sink;
before(async () => {
  sink = await startSink();
  office = await startOffice();
  browser = await launch();
  const context = await person(browser, { origin: office.url });
  await relayTo(await context.newPage(), office, sink);
  await context.close();
}, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); await sink?.stop(); });

async function telephone(more) {
  const context = await person(browser, { origin: office.url, language: 'fa', width: WIDTHS.phone, hasTouch: true, isMobile: true, ...more });
  return context.newPage();
}

/** The button is pressed and the browser says that it came nowhere. */
async function sendsInVain(page) {
  const nowhere = page.waitForEvent('requestfailed');
  await page.locator(GO_ON).click({ noWaitAfter: true });
  await nowhere;
  await page.waitForFunction(() => !document.querySelector('main form'));
}

const sent = async () => (await office.api('/complaints?limit=200')).items.length;

test('four screens of at most 25 KB, two answers and a way to reach her', minutes(2), async t => {
  const page = await telephone(), wire = await page.context().newCDPSession(page);
  await page.goto('about:blank');
  await wire.send('Network.enable');
  await wire.send('Network.emulateNetworkConditions', SLOW);
  const journey = await begin(page), began = Date.now();
  let letters = 0;
  const typed = text => { letters += text.length; return text; };
  await page.goto('/');
  await Promise.all([page.waitForURL(/\/complain/), page.locator('main a[href^="/complain"]').first().click()]);
  await fill(page, { story: typed(MARYAM.story), 'still-happening': 'yes' });
  assert.equal(await send(page, GO_ON), 200);
  assert.equal(await send(page, GO_ON), 200, 'nothing on the second screen has to be answered');
  await fill(page, { 'your-name': typed(MARYAM.name), 'your-email': typed(MARYAM.email) });
  assert.equal(await send(page, GO_ON), 200);
  assert.equal(await send(page, GO_ON), 200);
  const told = await confirmation(page), waited = (Date.now() - began) / 1000;

  const { took, pages } = journey;
  for (const one of pages) assert.ok(one.bytes <= SCREEN, `${one.path}: ${one.bytes} bytes`);
  const spent = { ...took, minutes: (letters * THUMB + took.pages * (SECONDS.thought + SECONDS.read) + waited) / 60 };
  t.diagnostic(within(spent, BUDGET, 'a complaint by telephone'));
  t.diagnostic(`heaviest screen ${(journey.heaviest().bytes / 1024).toFixed(1)} KB; ${waited.toFixed(1)} s by machine over the slow line`);

  const letter = await sink.letter(MARYAM.email, new RegExp(told.reference));
  assert.match(letter.text, /\p{Script=Arabic}{3}/u, 'the letter is in Persian');
  assert.match(letter.text, /\/follow/, 'and says where to follow');
  assert.deepEqual(page.context().complaints, []);
  await page.context().close();
});

test('the line breaks when the third screen is sent: loading it again sends what was typed, once', minutes(2), async () => {
  const page = await telephone(), before = await sent();
  await page.goto('/complain');
  await fill(page, { story: MARYAM.story, 'still-happening': 'yes' });
  await send(page, GO_ON);
  await send(page, GO_ON);
  await fill(page, { 'your-name': MARYAM.name, 'your-email': MARYAM.email });
  await page.context().setOffline(true);
  await sendsInVain(page);
  await page.context().setOffline(false);
  await page.reload();
  assert.match(page.url(), /\/4$/, 'the answers of the third screen have arrived');
  const shown = await page.locator('main').textContent();
  for (const answer of [MARYAM.story, MARYAM.name, MARYAM.email]) assert.ok(shown.includes(answer), answer);
  assert.equal(await send(page, GO_ON), 200);
  await confirmation(page);
  assert.equal(await sent(), before + 1);
  await page.context().close();
});

test('the server restarts in the middle: what was kept is there, what was typed arrives', minutes(2), async () => {
  const page = await telephone(), before = await sent();
  await page.goto('/complain');
  await fill(page, { story: MARYAM.story, 'still-happening': 'yes' });
  await send(page, GO_ON);
  await fill(page, { 'wished-text': MARYAM.wish });
  await send(page, GO_ON);
  await fill(page, { 'your-name': MARYAM.name, 'your-email': MARYAM.email });
  await office.halt();
  await sendsInVain(page);
  await office.start();
  await page.reload();
  assert.match(page.url(), /\/4$/);
  const shown = await page.locator('main').textContent();
  for (const answer of [MARYAM.story, MARYAM.wish, MARYAM.name, MARYAM.email]) assert.ok(shown.includes(answer), answer);
  assert.equal(await send(page, GO_ON), 200);
  const told = await confirmation(page);
  await page.reload();
  assert.deepEqual(await confirmation(page), told);
  assert.equal(await sent(), before + 1);
  await page.context().close();
});

test('an empty screen: the summary has the focus, its links lead to their fields, the title says so, and each mended answer leaves', minutes(2), async () => {
  for (const language of ['fa', 'en']) {
    const page = await telephone({ language }), say = words(language);
    await page.goto(`/complain?lang=${language}`);
    await fill(page, { 'happened-when': 'last Tuesday' });
    assert.equal(await send(page, GO_ON), 422);
    assert.ok((await page.title()).startsWith(say('err-prefix')), `the title is "${await page.title()}"`);
    assert.ok(await page.evaluate(() => document.activeElement.matches('.problem')), 'the summary has the focus');
    const links = page.locator('.problem a'), all = await links.count();
    assert.equal(all, 2);
    for (let n = 0; n < all; n++) {
      const id = (await links.nth(n).getAttribute('href')).slice(1);
      await links.nth(n).focus();
      await page.keyboard.press('Enter');
      // A question of several choices is led to as a whole: its first choice is one key further.
      const there = await page.evaluate(id => { const part = document.activeElement, field = document.getElementById(id); return part === field || field.contains(part); }, id);
      assert.ok(there, `${language}: the link leads the focus to #${id}`);
    }
    await fill(page, { story: MARYAM.story });
    assert.equal(await send(page, GO_ON), 422);
    assert.equal(await page.locator('main .err').count(), 1, 'one is mended, one is left');
    assert.equal(await page.locator('[name="happened-when"]').inputValue(), 'last Tuesday');
    await page.context().close();
  }
});
