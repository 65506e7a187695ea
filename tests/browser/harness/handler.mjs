// What the people at the desk do, by keyboard alone.
import assert from 'node:assert/strict';
import { answer, follow, reach } from './hands.mjs';

/** Signs in by keys; the desk is open afterwards. */
export async function signInByKeys(page, { email, password }, language) {
  await page.goto(`/sign-in?lang=${language}`);
  await answer(page, 'main form', { email, password });
  await page.keyboard.press('Enter');
  await page.waitForURL(url => url.pathname !== '/sign-in');
}

/** From a queue in the menu to the case. */
export async function openFromQueue(page, queue, reference) {
  assert.equal(await follow(page, `.rail a[href*="queue=${queue}"]`), 200);
  assert.equal(await follow(page, `.row[href*="${reference}"]`), 200);
}

/** One verb of the case page: past the lists by the skip link, open its form, answer, send. */
export async function act(page, verb, values = {}) {
  await reach(page, '.skip');
  await page.keyboard.press('Enter');
  if (Object.keys(values).length > 0) {
    // A long form waits behind a link; the others lie folded on the page.
    const folded = page.locator(`#v-${verb}`), behind = `.verb a[href*="=${verb}"]`;
    if (await folded.count() === 0) assert.equal(await follow(page, behind), 200);
    else if (await folded.getAttribute('open') === null) { await reach(page, `#v-${verb} > summary`); await page.keyboard.press('Enter'); }
    await answer(page, `#f-${verb}`, values);
  }
  const send = () => follow(page, `#f-${verb} button[type=submit]`);
  let status = await send();
  // Something happened meanwhile (a letter left): the page says what, keeps the text, and takes it the second time.
  if (status === 409) status = await send();
  const said = status === 200 ? '' : (await page.locator('.problem, .err').allTextContents()).join(' | ');
  assert.equal(status, 200, `${verb}: ${status} ${said}`);
}

/** The letters that wait for a hand: this one has been posted, or read out. */
export async function markAsGone(page, reference, way) {
  await page.goto('/desk/outbox');
  const row = `tr:has(a[href*="${reference}"]) button[value="${way}"]`;
  for (let left = await page.locator(row).count(); left > 0; left--) assert.equal(await follow(page, row), 200);
}
