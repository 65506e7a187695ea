// What nobody should send and somebody will: a clear message beside the field or a
// stored complaint, never a fault, and nothing of it changes the page.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { WIDTHS, launch, person } from '../harness/browser.mjs';
import { faults } from '../harness/checks.mjs';
import { confirmation, fillIn, follow, handIn, onFollowPage } from '../harness/complainant.mjs';
import { fill, send } from '../harness/hands.mjs';
import { startOffice } from '../harness/office.mjs';
import { PEOPLE } from '../harness/stories.mjs';

const GO_ON = 'main .go button:not([name])';
const minutes = count => ({ timeout: count * 60_000 });
let browser, office;
before(async () => { office = await startOffice(); browser = await launch(); }, minutes(2));
after(async () => { await browser?.close(); await office?.stop(); });

async function open(path, more) {
  const context = await person(browser, { origin: office.url, language: 'en', width: WIDTHS.phone, ...more }), page = await context.newPage();
  await page.goto(path);
  return page;
}

/** A post as no browser would send it, from this page. */
const post = (page, url, multipart) => page.request.post(url, { multipart, headers: { origin: office.url, 'sec-fetch-site': 'same-origin' } });

test('an empty step is answered beside each field, and what was typed stays', minutes(1), async () => {
  const page = await open('/complain');
  await fill(page, { 'happened-when': 'last Tuesday' });
  assert.equal(await send(page, GO_ON), 422);
  assert.deepEqual(await faults(page, { language: 'en', where: 'errors' }), []);
  const broken = page.locator('main [aria-invalid="true"]');
  assert.ok(await broken.count() >= 2);
  for (const field of await broken.all()) {
    const said = await field.evaluate(part => part.getAttribute('aria-describedby').split(' ').map(id => document.getElementById(id)?.textContent ?? '').join(' '));
    assert.ok(said.trim().length > 5, 'the message is tied to its field');
  }
  for (const link of await page.locator('.problem a').all()) {
    const target = (await link.getAttribute('href')).slice(1);
    assert.equal(await page.locator(`[id="${target}"]`).count(), 1, `the summary leads to #${target}`);
  }
  assert.equal(await page.locator('[name="happened-when"]').inputValue(), 'last Tuesday');
  await fill(page, { story: PEOPLE.en.story });
  assert.equal(await send(page, GO_ON), 422);
  assert.equal(await page.locator('.problem li, .problem a').count() > 0 && await page.locator('.err').count(), 1, 'one is mended, one is left');
  await page.context().close();
});

test('scripts, overrides and joined emoji are words like any other', minutes(1), async () => {
  const page = await open('/complain'), nasty = { ...PEOPLE.en,
    name: '李 \u200fعلی\u202egnp.exe', story: `<script>window.hit = 1</script><img src=x onerror="window.hit=1"> \u202eevil ${'👩‍👩‍👧‍👦'} "'; DROP TABLE complaint;--`, wish: '{$name} {{ 7*7 }} \u0007' };
  await fillIn(page, nasty, { files: [{ name: '\u202egnp.<b>exe', mimeType: 'text/html', buffer: Buffer.from('<script>window.hit=1</script>') }] });
  const shown = await page.locator('main').textContent();
  assert.ok(shown.includes('<script>window.hit = 1</script>') && shown.includes('👩‍👩‍👧‍👦'));
  const told = await handIn(page);
  await follow(page, told);
  assert.equal(await onFollowPage(page, 'message', { 'your-message': '<b>bold</b>\u202e' }), 200);
  assert.ok((await page.locator('#messages').textContent()).includes('<b>bold</b>'));
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('main .files a').first().click()]);
  assert.ok(download.suggestedFilename().length > 0);
  assert.equal(await page.evaluate(() => window.hit), undefined);
  assert.equal(await page.locator('main script:not([src^="/assets/"]), main img').count(), 0);
  assert.deepEqual(page.context().complaints, []);
  await page.context().close();
});

test('20,000 characters are stored; more are answered beside the field', minutes(1), async () => {
  const page = await open('/complain'), long = 'Ärger 水 '.repeat(2500);
  await page.locator('[name=story]').evaluate(part => part.removeAttribute('maxlength'));
  await fill(page, { story: `${long}one too many`, 'still-happening': 'yes' });
  assert.equal(await send(page, GO_ON), 422);
  assert.equal(await page.locator('#story-err').count(), 1);
  await page.locator('[name=story]').evaluate(part => part.removeAttribute('maxlength'));
  await fillIn(page, { ...PEOPLE.en, story: long.trim() }, { files: [] });
  const told = await handIn(page);
  const kept = await office.api(`/complaints/${told.reference}`);
  assert.ok(JSON.stringify(kept).includes(long.trim().slice(-400)));
  await page.context().close();
});

test('a null byte, an unknown field, a wrong choice and a broken form are no fault', minutes(1), async () => {
  const page = await open('/complain'), action = await page.locator('main form').getAttribute('action');
  for (const [what, body] of Object.entries({
    'null byte': { story: 'before\u0000after', 'still-happening': 'yes' },
    'unknown field': { story: 'x', 'still-happening': 'yes', surprise: 'y' },
    'wrong choice': { story: 'x', 'still-happening': 'perhaps' },
    'a file where words belong': { story: { name: 'x.txt', mimeType: 'text/plain', buffer: Buffer.from('x') }, 'still-happening': 'yes' },
  })) {
    const answer = await post(page, action, body);
    assert.ok(answer.status() < 500, `${what}: ${answer.status()}`);
    assert.ok(!(await answer.text()).includes('\u0000'), what);
  }
  for (const [type, data] of [['multipart/form-data; boundary=x', '--x\r\nnot a form'], ['application/json', '{"story":'], ['text/plain', '\u0000\u0001']]) {
    const answer = await page.request.post(action, { headers: { 'content-type': type, origin: office.url, 'sec-fetch-site': 'same-origin' }, data });
    assert.ok(answer.status() >= 400 && answer.status() < 500, `${type}: ${answer.status()}`);
  }
  const far = await page.request.post(action, { form: { story: 'x' }, headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' } });
  assert.equal(far.status(), 403, 'a form from another site is not taken');
  await page.context().close();
});

test('an empty file and one of 30 MB are answered beside the field, and nothing else is lost', minutes(2), async () => {
  for (const [name, size] of [['empty.jpg', 0], ['film.mp4', 30 * 1024 * 1024]]) {
    const page = await open('/complain');
    await fill(page, { story: PEOPLE.en.story, 'still-happening': 'yes', enclosures: [{ name, mimeType: 'video/mp4', buffer: Buffer.alloc(size, 1) }] });
    const status = await send(page, GO_ON);
    assert.ok(status < 500, `${name}: ${status}`);
    if (size > 0) {
      assert.equal(status, 422, name);
      assert.equal(await page.locator('#enclosures-err').count(), 1, name);
      assert.equal(await page.locator('[name=story]').inputValue(), PEOPLE.en.story);
      assert.equal(await send(page, GO_ON), 200, 'without the file it goes on');
    } else assert.ok(status === 200 || await page.locator('#enclosures-err').count() === 1, name);
    await page.context().close();
  }
});

test('a connection that drops on the way loses nothing', minutes(1), async () => {
  const page = await open('/complain');
  await fill(page, { story: PEOPLE.en.story, 'still-happening': 'yes' });
  await send(page, GO_ON);
  await fill(page, { 'wished-text': PEOPLE.en.wish });
  await send(page, GO_ON);
  const step = new URL(page.url()).pathname;
  await fill(page, { 'your-name': PEOPLE.en.name, 'your-email': PEOPLE.en.email });
  await page.context().setOffline(true);
  // Only when the request has failed is the connection there again: else it would still be sent.
  const lost = page.waitForEvent('requestfailed');
  await page.locator(GO_ON).click({ noWaitAfter: true });
  await lost;
  await page.waitForURL(/chrome-error/);
  await page.context().setOffline(false);
  await page.goto(step.replace(/3$/, '2'));
  assert.equal(await page.locator('[name="wished-text"]').inputValue(), PEOPLE.en.wish);
  await page.goto(step);
  await fill(page, { 'your-name': PEOPLE.en.name, 'your-email': PEOPLE.en.email });
  await send(page, GO_ON);
  await handIn(page);
  await page.context().close();
});

test('sending, going back and sending again, in two windows, is one complaint', minutes(1), async () => {
  const page = await open('/complain');
  await fillIn(page, PEOPLE.en, { files: [] });
  const other = await page.context().newPage();
  await other.goto(page.url());
  const [first] = await Promise.all([handIn(page), other.locator(GO_ON).click().then(() => other.waitForURL(/\/done/))]);
  assert.deepEqual(await confirmation(other), first);
  await page.context().close();
});

test('many wrong codes make the door wait, with a telephone number, and never a fault', minutes(1), async () => {
  const { reference } = await office.complain({ complainant: { name: 'Hannah Whitlock' } });
  const page = await open('/follow');
  const met = new Set();
  for (let tries = 0; tries < 12; tries++) {
    if (await page.locator('[name=your-reference]').count() === 0) break;
    await fill(page, { 'your-reference': reference, 'access-code': 'ZZZZ-ZZZZ-ZZZZ-ZZZZ' });
    met.add(await send(page, GO_ON));
  }
  assert.ok([...met].every(status => status === 422 || status === 429), [...met].join());
  assert.ok(met.has(429), `it never had to wait: ${[...met].join()}`);
  assert.deepEqual(await faults(page, { language: 'en', where: 'wait' }), []);
  await page.context().close();
});
