// Before words leave the house: what waits for a hand or a voice is counted and never
// said to be on its way.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, person } from '../harness/browser.mjs';
import { signIn, startOffice } from '../harness/office.mjs';
import { words } from '../harness/words.mjs';

const minutes = count => ({ timeout: count * 60_000 });
const PERSIAN = 'کنتور خانهٔ دیگری خوانده شده بود و قبض شما را درست می‌کنیم.';
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
