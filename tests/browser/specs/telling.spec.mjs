// Before words leave the house: another language than the letter's is noticed while it
// is written, what waits for a hand or a voice is counted and never said to be on its way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, launch, person } from '../harness/browser.mjs';
import { accessibility, overflow } from '../harness/checks.mjs';
import { signIn, startOffice } from '../harness/office.mjs';
import { words } from '../harness/words.mjs';

const minutes = count => ({ timeout: count * 60_000 });
const ENGLISH = 'The meter was read at the wrong house, and we will correct your bill.';
const PERSIAN = 'کنتور خانهٔ دیگری خوانده شده بود و قبض شما را درست می‌کنیم.';
const headers = () => ({ origin: office.url, 'sec-fetch-site': 'same-origin' });
let browser, office;
before(async () => { office = await startOffice(); browser = await launch(); }, minutes(2));
after(async () => { await browser?.close(); await office?.stop(); });

async function jonas(path, more) {
  const context = await person(browser, { origin: office.url, ...more }), page = await context.newPage();
  await signIn(page, office.people.handler);
  await page.goto(path);
  return page;
}
const clean = async page => { assert.deepEqual(page.context().complaints, []); await page.context().close(); };
const maryam = more => office.complain({ complainant: { name: 'مریم کریمی', language: 'fa', ...more } });

test('a reply in another language is noticed while it is written, in six languages of the desk', minutes(3), async () => {
  const { reference } = await maryam({ email: 'maryam@example.org' });
  for (const language of LANGUAGES) {
    const page = await jonas(`/desk/${reference}?open=messages&lang=${language}`, { language }), say = words(language);
    const warning = page.locator('#f-messages .other');
    assert.equal(await warning.isVisible(), false, `${language}: ${await warning.evaluate(part => part.outerHTML)}`);
    const typed = async text => {
      const saved = page.waitForResponse(/\/composing/);
      await page.locator('#f-messages textarea').first().fill(text);
      await saved;
    };
    await typed(ENGLISH);
    await warning.waitFor({ state: 'visible' });
    const said = say('desk-other-language').split('{ $language }')[0].trim();
    assert.ok((await warning.textContent()).includes(said), `${language}: ${await warning.textContent()}`);
    assert.ok((await warning.textContent()).includes('فارسی'));
    assert.deepEqual([...await accessibility(page), ...await overflow(page)], [], language);
    await typed(PERSIAN);
    await warning.waitFor({ state: 'hidden' });
    await typed('');
    await clean(page);
  }
});

test('without scripts it is said while it can be taken back, and a note says nothing', minutes(1), async () => {
  const { reference } = await maryam({ email: 'maryam2@example.org' }), say = words('en');
  const page = await jonas(`/desk/${reference}?open=messages`, { scripts: false });
  await page.locator('#f-messages textarea').first().fill(ENGLISH);
  await page.locator('#f-messages button[type=submit]').click();
  const undo = page.locator('form.undo');
  assert.ok((await undo.textContent()).includes(say('desk-other-language-sent').split('{ $language }')[0].trim()), await undo.textContent());
  await undo.locator('button').click();
  assert.equal(await page.locator('form.undo').count(), 0, 'taken back');
  assert.equal(await page.locator('#f-notes .other').count(), 0);
  await clean(page);
});

test('reasons in another language are named at the decision, before it is sent', minutes(2), async () => {
  const { reference } = await maryam({ email: 'maryam3@example.org' });
  const page = await jonas(`/desk/${reference}`), say = words('en');
  const does = async (verb, form) => {
    const answer = await page.request.post(`/desk/${reference}/${verb}`, { headers: headers(), form: { lang: 'en', ...form }, maxRedirects: 0 });
    assert.equal(answer.status(), 303, `${verb}: ${answer.status()}`);
  };
  await does('take', {});
  await does('assessment', { severity: 'low', complexity: 'low', impact: 'low', rationale: 'One bill, one house.' });
  await does('investigation', { plan: 'Compare the readings.', impartial: '1' });
  await does('finding', { issue: '1', finding: 'upheld', cause: 'process', 'finding-reason': ENGLISH });
  await page.goto(`/desk/${reference}?open=decision`);
  const warning = page.locator('#f-decision .other');
  assert.ok(await warning.isVisible());
  assert.ok((await warning.textContent()).includes(say('desk-other-language-reasons').split('{ $language }')[0].trim()));
  await clean(page);
});

test('whom only a voice reaches: it is counted in the rail, and nothing is said to be on its way', minutes(2), async () => {
  const say = words('en'), page = await jonas('/desk');
  const waiting = async () => Number(await page.locator('.rail a[href^="/desk/outbox"] .n').textContent({ timeout: 1000 }).catch(() => '0'));
  const before = await waiting();
  const { reference } = await maryam({ phone: '021-555014' });
  await page.goto(`/desk/${reference}?open=messages`);
  const unsent = await waiting();
  await page.locator('#f-messages textarea').first().fill(PERSIAN);
  await page.locator('#f-messages button[type=submit]').click();
  await page.waitForURL(/done=messages|\/desk\/RD/);
  const notice = page.locator('main .notice.good');
  assert.equal((await notice.textContent()).trim(), say('desk-done-to-tell'));
  assert.ok(!(await page.locator('main').textContent()).includes(say('done-messages')));
  assert.equal(await waiting(), unsent + 1);
  assert.ok(unsent >= before);
  await page.goto('/desk/outbox');
  assert.equal(await page.locator('main tbody tr, main li:has(form)').count() >= 1, true);
  // By mail it is on its way, as ever.
  const mailed = await maryam({ email: 'maryam4@example.org' });
  await page.goto(`/desk/${mailed.reference}?open=messages`);
  await page.locator('#f-messages textarea').first().fill(PERSIAN);
  await page.locator('#f-messages button[type=submit]').click();
  await page.locator('form.undo').waitFor();
  assert.equal((await page.locator('main .notice.good').textContent()).trim(), say('done-messages'));
  await clean(page);
});
