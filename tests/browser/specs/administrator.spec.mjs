// Interface 5, journey 5: an administrator is ready for complaints in a quarter of an
// hour. From the link that the program prints to a first complaint at a colleague's
// desk; what it takes is counted on the way: pages opened, fields filled, buttons
// pressed, letters typed, and from them the time by the keystroke-level model.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, WIDTHS, launch, person } from '../harness/browser.mjs';
import { faults } from '../harness/checks.mjs';
import { fillIn, handIn } from '../harness/complainant.mjs';
import { fill, send } from '../harness/hands.mjs';
import { startEmpty } from '../harness/office.mjs';
import { startSink } from '../harness/sink.mjs';
import { PEOPLE } from '../harness/stories.mjs';

const minutes = count => ({ timeout: count * 60_000 });
const BUDGET = { pages: 24, acts: 40, letters: 400, minutes: 10 };
/** Seconds: a letter typed, a field or button reached and pressed with a thought before it, a page read. */
const SECONDS = { letter: 0.28, act: 1.35 + 1.1 + 0.2, page: 12 };

let browser, office, sink, signedIn;
before(async () => { sink = await startSink(); office = await startEmpty(); browser = await launch(); }, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); await sink?.stop(); });

/** The administrator's hands, counted. */
function counted(page) {
  const took = { pages: 0, acts: 0, letters: 0 };
  page.on('response', answer => { if (answer.request().isNavigationRequest() && answer.status() !== 303) took.pages++; });
  return {
    took,
    async fill(values) {
      for (const value of Object.values(values)) { took.acts++; took.letters += typeof value === 'string' ? value.length : 0; }
      await fill(page, values);
    },
    async press(button) { took.acts++; return send(page, button); },
    /** A link of the page, as a person finds it. */
    async open(path) {
      took.acts++;
      await Promise.all([page.waitForURL(url => url.pathname === path, { waitUntil: 'domcontentloaded' }), page.locator(`a:visible:is([href="${path}"], [href^="${path}?"])`).first().click()]);
    },
    get minutes() { return (took.letters * SECONDS.letter + took.acts * SECONDS.act + took.pages * SECONDS.page) / 60; },
  };
}

const steps = page => page.locator('ol.health .chip.warn').count();

test('from the printed link to the first complaint at a desk, within a quarter of an hour', minutes(4), async t => {
  const context = await person(browser, { origin: office.url, language: 'en', width: WIDTHS.desk, scripts: false });
  const page = await context.newPage(), hands = counted(page);
  const fine = async where => assert.deepEqual(await faults(page, { language: 'en', where }), []);

  await page.goto(office.link);
  await hands.fill({ name: 'Ada Admin', email: 'ada@northfield.example', password: 'a-long-quiet-harbour-7' });
  assert.equal(await hands.press(), 200);
  await hands.fill({ 'organisation-name': 'Northfield Water', 'time-zone': 'Europe/London', 'office-phone': '0800 555 014' });
  assert.equal(await hands.press(), 200);
  await hands.fill({ 'relay-host': '127.0.0.1', 'relay-port': String(sink.port), 'relay-encryption': 'none', 'relay-from': 'care@northfield.example' });
  assert.equal(await hands.press(), 200);
  await hands.fill({ sample: 'no' });
  assert.equal(await hands.press(), 200);
  await hands.open('/admin');
  await fine('the next steps');
  const begun = await steps(page);
  assert.ok(begun >= 4, `${begun} steps are left`);

  await hands.open('/admin/organisation');
  await hands.fill({ 'outside-body': 'Water Ombudsman, www.water-ombudsman.example' });
  assert.equal(await hands.press(), 200);
  await hands.open('/admin');
  await hands.open('/admin/people/new');
  await hands.fill({ name: 'Jonas Handler', email: 'jonas@northfield.example', role: 'handler' });
  assert.equal(await hands.press(), 200);
  const invitation = await sink.letter('jonas@northfield.example', /welcome/);
  assert.ok(!(await page.content()).includes('/welcome/'), 'the link was mailed and is not shown');
  await fine('the invitation');

  await hands.open('/admin/categories');
  await hands.open('/admin/categories/05');
  await hands.fill({ 'word-en': 'Water is not as it should be' });
  assert.equal(await hands.press(), 200);
  await hands.open('/admin/portal');
  await hands.fill({ 'introduction-en': 'Tell us what went wrong with your water. We answer every complaint.' });
  assert.equal(await hands.press('main form button:not([name])'), 200);
  await hands.open('/admin/mail');
  assert.equal(await hands.press('main form[action*="/admin/mail/test"] button'), 200);
  await sink.letter('ada@northfield.example');

  // Somebody complains; this is not the administrator's time.
  const theirs = await person(browser, { origin: office.url, language: 'lt', width: WIDTHS.phone, scripts: false }), form = await theirs.newPage();
  await form.goto('/complain');
  await fillIn(form, PEOPLE.lt, { ways: ['email'], files: [] });
  const { reference } = await handIn(form);
  await sink.letter(PEOPLE.lt.email, new RegExp(reference));

  await hands.open('/admin');
  const left = await steps(page);
  // What only a colleague of the machine and the holidays of the country can do.
  assert.equal(left, 2, await page.locator('ol.health').textContent());
  await fine('the next steps at the end');

  // The colleague comes in by the letter and finds the complaint.
  const colleague = await person(browser, { origin: office.url, language: 'en', scripts: false }), desk = await colleague.newPage();
  await desk.goto(new URL(invitation.text.match(/\/welcome\/[\w-]+/)[0], office.url).href);
  await fill(desk, { password: 'another-quiet-harbour-8' });
  assert.equal(await send(desk), 200);
  await desk.goto('/desk?queue=all');
  assert.equal(await desk.locator(`.row[href*="${reference}"]`).count(), 1);

  const { took } = hands, needed = hands.minutes;
  t.diagnostic(`${took.pages} pages, ${took.acts} acts, ${took.letters} letters: ${needed.toFixed(1)} minutes by the model`);
  for (const [what, most] of Object.entries(BUDGET).filter(([what]) => what !== 'minutes')) {
    assert.ok(took[what] <= most, `${took[what]} ${what}, more than ${most}`);
  }
  assert.ok(needed <= BUDGET.minutes, `${needed} minutes`);
  signedIn = await context.storageState();
  assert.deepEqual(context.complaints, []);
});

test('the first page of administration reads in every language, narrow and dark', minutes(3), async () => {
  for (const language of LANGUAGES) {
    const look = { origin: office.url, language, width: WIDTHS.narrow, scheme: 'dark', scripts: false };
    const stranger = await person(browser, look), door = await stranger.newPage();
    await door.goto('/sign-in');
    assert.equal(await door.evaluate(() => document.activeElement.name), 'email', 'the page begins in its first field');
    await fill(door, { email: 'ada@northfield.example', password: 'a-long-quiet-harbour-7' });
    await send(door);
    assert.equal(new URL(door.url()).pathname, '/desk/profile/factors', 'whoever comes again adds a second factor first');
    await door.goto(`/desk/profile/factors?lang=${language}`);
    assert.deepEqual(await faults(door, { language, where: `a second factor is asked for ${language}` }), []);
    await stranger.close();
    const context = await person(browser, { ...look, storageState: signedIn });
    const page = await context.newPage();
    for (const path of ['/admin', '/admin/people/new', '/admin/health']) {
      await page.goto(`${path}?lang=${language}`);
      assert.deepEqual(await faults(page, { language, where: `${path} ${language}` }), []);
    }
    await context.close();
  }
});
