// What a complainant does, page by page. `look(page, name)` is called on every
// page they come to, so that a spec can judge each of them on the way.
import assert from 'node:assert/strict';
import { fill, send } from './hands.mjs';
import { PHOTO } from './stories.mjs';

export const REFERENCE = /^[A-Z]{2}-\d{2}-[0-9A-Z]{4}-[0-9A-Z]{3}$/;
export const CODE = /^[0-9A-Z]{4}(-[0-9A-Z]{4}){3}$/;

const nobodyLooks = async () => {};
const GO_ON = 'main .go button:not([name])';
const at = (page, end) => assert.match(new URL(page.url()).pathname, end);

/** From the form to the check page: three steps, each saved when it is left. */
export async function fillIn(page, who, { look = nobodyLooks, ways = ['email', 'phone'], files = [PHOTO], language } = {}) {
  await look(page, 'step 1');
  await fill(page, { story: who.story, 'still-happening': 'yes', ...(files.length ? { enclosures: files } : {}) });
  assert.equal(await send(page, GO_ON), 200);
  at(page, /\/2$/);
  await look(page, 'step 2');
  await fill(page, { wished: ['04'], 'wished-text': who.wish });
  assert.equal(await send(page, GO_ON), 200);
  at(page, /\/3$/);
  await look(page, 'step 3');
  const reach = { email: { 'your-email': who.email }, phone: { 'your-phone': who.phone }, letter: { 'your-address': '12 Harbour Street\nNorthfield' } };
  await fill(page, { 'your-name': who.name, ...Object.assign({}, ...ways.map(way => reach[way])), ...(language ? { 'reply-language': language } : {}) });
  assert.equal(await send(page, GO_ON), 200);
  at(page, /\/4$/);
  await look(page, 'check');
}

/** Presses "send" on the check page; what the confirmation tells. */
export async function handIn(page, { look = nobodyLooks } = {}) {
  assert.equal(await send(page, GO_ON), 200);
  await look(page, 'confirmation');
  return confirmation(page);
}

export async function confirmation(page) {
  at(page, /\/done$/);
  const [reference, code] = await page.locator('.done-panel .ref').allTextContents();
  assert.match(reference, REFERENCE);
  assert.match(code, CODE);
  return { reference, code };
}

/** The follow-up page of one complaint, by reference and access code. */
export async function follow(page, { reference, code }, path = '/follow') {
  await page.goto(path);
  await fill(page, { 'your-reference': reference, 'access-code': code });
  assert.equal(await send(page, GO_ON), 200);
  at(page, /^\/follow\/case$/);
}

/** Opens one of the folded forms of the follow-up page, fills it and sends it. */
export async function onFollowPage(page, what, values) {
  const form = page.locator(`form[action*="/follow/case/${what}"]`);
  if (!(await form.isVisible())) await page.locator('details', { has: form }).locator('summary').click();
  await fill(page, values);
  return send(page, `form[action*="/follow/case/${what}"] .go button`);
}
