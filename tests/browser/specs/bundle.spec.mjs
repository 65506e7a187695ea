// A case taken along as one page: opened from the disk it checks itself, without a
// network; a changed letter is shown at its entry.
import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { launch, person } from '../harness/browser.mjs';
import { signIn, startOffice } from '../harness/office.mjs';

const minutes = count => ({ timeout: count * 60_000 });
const HOSTILE = 'The meter <img src=x onerror=document.title="out"> was read wrong at 8:50.';
let browser, office, folder, html;

before(async () => {
  [office, browser] = [await startOffice(), await launch()];
  folder = mkdtempSync(join(tmpdir(), 'redress-bundle-'));
  const { reference } = await office.complain({ channel: 'phone', complainant: { name: 'Rasa J.' }, description: HOSTILE });
  const context = await person(browser, { origin: office.url, language: 'en' }), page = await context.newPage();
  await signIn(page, office.people.manager);
  // Names and texts leave the house with whoever knows them: the manager takes the case first.
  const taken = await page.request.post(`/desk/${reference}/take`, { headers: { origin: office.url, 'sec-fetch-site': 'same-origin' }, form: { lang: 'en' } });
  assert.ok(taken.ok(), `${taken.status()}`);
  await page.goto(`${office.url}/desk/${reference}/bundle`);
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: 'Make the page' }).click()]);
  await download.saveAs(join(folder, 'case.html'));
  html = readFileSync(join(folder, 'case.html'), 'utf8');
  await context.close();
}, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); rmSync(folder, { recursive: true, force: true }); });

/** Opened from the disk, with nothing else reachable. */
async function opened(text, name) {
  const path = join(folder, name);
  writeFileSync(path, text);
  const context = await browser.newContext({ offline: true }), page = await context.newPage(), wrong = [];
  page.on('pageerror', error => wrong.push(String(error)));
  page.on('console', line => line.type() === 'error' && wrong.push(line.text()));
  await page.goto(pathToFileURL(path).href);
  await page.waitForFunction(() => document.getElementById('verdict').dataset.state !== 'unchecked');
  return { page, wrong, state: () => page.locator('#verdict').getAttribute('data-state') };
}

test('from the disk it says verified, and what was written stays text', minutes(1), async () => {
  const { page, wrong, state } = await opened(html, 'whole.html');
  assert.ok(['proved', 'unsigned'].includes(await state()), await state());
  const all = await page.locator('#entries > li').count();
  assert.ok(all >= 2);
  assert.equal(await page.locator('#entries > li[data-state=right]').count(), all);
  assert.match(await page.locator('#entries').textContent(), /<img src=x onerror/);
  assert.notEqual(await page.title(), 'out');
  assert.deepEqual(wrong, []);
  await page.setViewportSize({ width: 320, height: 700 });
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= 320), 'nothing is wider than the window');
  await page.context().close();
});

test('a changed letter, shown or carried, is shown at its entry', minutes(1), async () => {
  const [shown, data] = html.split('id="bundle">');
  const cases = { 'shown.html': `${shown.replace('at 8:50', 'at 8:40')}id="bundle">${data}`, 'carried.html': `${shown}id="bundle">${data.replace('at 8:50', 'at 8:40')}` };
  for (const [name, text] of Object.entries(cases)) {
    assert.notEqual(text, html);
    const { page, state } = await opened(text, name);
    assert.equal(await state(), 'wrong', name);
    const bad = page.locator('#entries > li[data-state=wrong], #entries > li[data-state=shown]');
    assert.equal(await bad.count(), 1, name);
    assert.match(await bad.textContent(), /8:[45]0/);
    assert.ok(await bad.locator('.bad:visible').count(), name);
    await page.context().close();
  }
});

test('without its script it is readable and says that nothing was checked', minutes(1), async () => {
  const context = await browser.newContext({ javaScriptEnabled: false }), page = await context.newPage();
  writeFileSync(join(folder, 'plain.html'), html);
  await page.goto(pathToFileURL(join(folder, 'plain.html')).href);
  assert.match(await page.locator('#verdict').textContent(), /Not checked yet/);
  assert.match(await page.locator('#entries').textContent(), /Rasa J\./);
  await context.close();
});
