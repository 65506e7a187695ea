// A complaint handled to closure by keyboard alone: rejected, refused by the
// complainant, reviewed by somebody else, answered anew, put right, accepted, closed.
// Three complainants have e-mail (a relay), one a postal address, one a telephone, one
// has stayed anonymous and reads everything on the follow-up page.
import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, WIDTHS, launch, person } from '../harness/browser.mjs';
import { fillIn, follow as followUp, handIn } from '../harness/complainant.mjs';
import { answer, fill, follow, reach, send } from '../harness/hands.mjs';
import { act, markAsGone, openFromQueue, signInByKeys } from '../harness/handler.mjs';
import { startOffice } from '../harness/office.mjs';
import { startSink } from '../harness/sink.mjs';
import { PEOPLE } from '../harness/stories.mjs';
import { words } from '../harness/words.mjs';

const minutes = count => ({ timeout: count * 60_000 });
const WAY = { en: 'email', fa: 'email', 'zh-Hans': 'email', ko: 'letter', 'zh-Hant': 'phone', lt: 'portal' };

/** A day as the field of this desk takes it: the browser's own field, or written in the Solar Hijri calendar. */
function day(desk, later = 0) {
  const at = new Date(Date.now() + later * 86_400_000), zone = { timeZone: 'Europe/Vilnius' };
  if (desk === 'fa') return at.toLocaleDateString('fa-IR-u-ca-persian', { ...zone, year: 'numeric', month: 'numeric', day: 'numeric' });
  return at.toLocaleDateString('en-US', { ...zone, year: 'numeric', month: '2-digit', day: '2-digit' }).replaceAll('/', '');
}

let browser, office, sink;
before(async () => {
  sink = await startSink();
  office = await startOffice();
  browser = await launch();
  const context = await person(browser, { origin: office.url }), page = await context.newPage();
  await signInByKeys(page, office.people.admin, 'en');
  await page.goto('/admin/mail');
  await answer(page, 'main form', { 'relay-host': '127.0.0.1' });
  await reach(page, '[name="relay-port"]');
  await page.keyboard.press('Control+A');
  await page.keyboard.insertText(String(sink.port));
  await answer(page, 'main form', { 'relay-encryption': 'none', 'relay-from': 'care@northfield.example' });
  assert.equal(await follow(page, 'main form button[type=submit]'), 200);
  await context.close();
}, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); await sink?.stop(); });

async function seat(role, language) {
  const context = await person(browser, { origin: office.url, language, width: WIDTHS.desk, scripts: false }), page = await context.newPage();
  await signInByKeys(page, office.people[role], language);
  return page;
}

async function received(language) {
  const context = await person(browser, { origin: office.url, language, width: WIDTHS.phone, scripts: false }), page = await context.newPage();
  await page.goto(`/complain?lang=${language}`);
  if (WAY[language] === 'portal') {
    const next = 'main .go button:not([name])';
    await fill(page, { story: PEOPLE[language].story, 'still-happening': 'yes' });
    await send(page, next);
    await send(page, next);
    await fill(page, { 'stay-anonymous': '1' });
    await send(page, next);
  } else await fillIn(page, PEOPLE[language], { ways: [WAY[language]], files: [], language });
  const told = await handIn(page);
  await context.close();
  return told;
}

/** The newest letter leaves in the way that this person has, and is known to have left. */
async function told(page, language, reference, subject) {
  if (WAY[language] === 'email') {
    const letter = await sink.letter(PEOPLE[language].email, new RegExp(subject));
    assert.ok(letter.text.includes(reference) || letter.subject.includes(reference));
    return;
  }
  if (WAY[language] !== 'portal') await markAsGone(page, reference, WAY[language]);
}

async function untilTold(office, reference) {
  for (let tries = 0; tries < 200; tries++) {
    const { stage } = await office.api(`/complaints/${reference}`);
    if (stage === 'communicated') return;
    await new Promise(next => setTimeout(next, 200));
  }
  throw new Error(`${reference} was not told`);
}

/** What the complainant says to the decision, by keyboard too. */
async function answered(language, told, values) {
  const context = await person(browser, { origin: office.url, language, width: WIDTHS.phone }), page = await context.newPage();
  await followUp(page, told, `/follow?lang=${language}`);
  await answer(page, 'form[action*="/follow/case/answer"]', values);
  assert.equal(await follow(page, 'form[action*="/follow/case/answer"] button[type=submit]'), 200);
  await context.close();
}

describe('from receipt to closure by keyboard', { concurrency: 3 }, () => {
  for (const language of LANGUAGES) {
    test(`the complainant speaks ${language}`, minutes(4), async () => {
      const desk = language === 'fa' ? 'fa' : 'en', subject = words(language)('letter-subject-decision').replace(/\{.*?\}/g, '.*');
      const case_ = await received(language), { reference } = case_, here = `/desk/${reference}`;
      const page = await seat('handler', desk);
      await openFromQueue(page, 'unassigned', reference);
      await act(page, 'take');
      await act(page, 'assessment', { severity: 'medium', complexity: 'low', impact: 'low', rationale: 'One household, several months, no danger.' });
      await act(page, 'investigation', { plan: 'Compare the readings of two years.', impartial: true });
      await act(page, 'finding', { issue: '1', finding: 'not-upheld', 'finding-reason': 'The readings fit the bill.' });
      await act(page, 'decision', { summary: 'The meter was read twice and both readings fit the bill.' });
      await told(page, language, reference, subject);
      await untilTold(office, reference);

      await answered(language, case_, { 'your-answer': 'refuse', 'answer-reason': PEOPLE[language].reason, 'ask-review': true });

      await page.goto(here);
      await act(page, 'review', { colleague: 'Marta Manager', reason: 'The complainant asks for it.' });
      const manager = await seat('manager', 'en');
      await openFromQueue(manager, 'all', reference);
      await act(manager, 'review-decision', { 'review-outcome': 'changed', reason: 'The months without anybody in the flat were left out.' });
      await manager.context().close();

      await page.goto(here);
      await act(page, 'finding', { issue: '1', finding: 'upheld', cause: 'process', 'finding-reason': 'The bill was estimated for an empty flat.' });
      await act(page, 'response', { remedy: '01', 'due-on': day(desk, 30), promise: 'An apology and a corrected bill.' });
      await act(page, 'decision', { summary: 'You are right. The bill was estimated and is corrected.' });
      await told(page, language, reference, subject);
      await untilTold(office, reference);
      await answered(language, case_, { 'your-answer': 'accept' });

      await page.goto(here);
      await act(page, 'remedy-delivery', { remedy: '1', 'delivered-on': day(desk) });
      await act(page, 'remedy-verification', { remedy: '1', 'verified-with': 'complainant', 'put-right': 'yes' });
      await act(page, 'closure', { reason: 'accepted', 'corrective-action': 'no' });
      const closed = await office.api(`/complaints/${reference}`);
      assert.equal(closed.stage, 'closed');
      assert.deepEqual(page.context().complaints, []);
      await page.context().close();
    });
  }
});

test('afterwards the journal proves itself and replays to the same tables', minutes(1), async () => {
  const proof = await office.run('verify');
  assert.equal(proof.ok, true);
  assert.ok(proof.entries > 6 * 15, `${proof.entries} entries`);
  await office.run('rebuild', '--check');
});
