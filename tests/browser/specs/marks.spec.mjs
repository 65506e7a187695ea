// The organisation's own mark in every frame, and the desk's bar on a phone: small,
// in its place before the picture arrives, at most two rows.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { crc32, deflateSync } from 'node:zlib';
import { LANGUAGES, WIDTHS, launch, person } from '../harness/browser.mjs';
import { faults, overflowWhenSpaced, smallTargets, transferred } from '../harness/checks.mjs';
import { fillIn, handIn } from '../harness/complainant.mjs';
import { signIn, startOffice } from '../harness/office.mjs';
import { PEOPLE } from '../harness/stories.mjs';
import { words } from '../harness/words.mjs';

const minutes = count => ({ timeout: count * 60_000 });

/** As wide as a mark may be: 1200 by 300 points, drawn down to 320 by 80. */
function banner() {
  const [width, height] = [1200, 300];
  const chunk = (type, data) => {
    const body = Buffer.concat([Buffer.from(type), data]), frame = Buffer.alloc(8 + body.length);
    frame.writeUInt32BE(data.length, 0);
    body.copy(frame, 4);
    frame.writeUInt32BE(crc(body), 4 + body.length);
    return frame;
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const line = Buffer.alloc(1 + width * 3);
  for (let x = 0; x < width; x++) line.set([10, 90 + (x >> 4), 85], 1 + x * 3);
  const points = deflateSync(Buffer.concat(Array.from({ length: height }, () => line)));
  const png = Buffer.concat([Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk('IHDR', head), chunk('IDAT', points), chunk('IEND', Buffer.alloc(0))]);
  return { name: 'banner.png', mimeType: 'image/png', buffer: png };
}

/** `zlib.crc32` is younger than the oldest Node that we run on. */
function crc(bytes) {
  if (crc32) return crc32(bytes);
  let all = 0xffffffff;
  for (const byte of bytes) {
    all ^= byte;
    for (let bit = 0; bit < 8; bit++) all = all & 1 ? (all >>> 1) ^ 0xedb88320 : all >>> 1;
  }
  return (all ^ 0xffffffff) >>> 0;
}

let browser, office;
before(async () => {
  office = await startOffice();
  browser = await launch();
  const context = await person(browser, { origin: office.url }), page = await context.newPage();
  await signIn(page, office.people.admin);
  await page.goto('/admin/organisation');
  await page.setInputFiles('#logo', banner());
  const saved = page.waitForResponse(answer => answer.request().method() === 'POST');
  await page.locator('main form button[type=submit]').last().click();
  assert.equal((await saved).status(), 303);
  await context.close();
}, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); });

const visit = options => person(browser, { origin: office.url, ...options });

/** Rows of what can be seen in the bar: boxes that share some height stand in one. */
const rows = page => page.evaluate(() => {
  const parts = [...document.querySelectorAll('.bar > :not(.end), .bar .end > *')];
  const boxes = parts.map(part => part.getBoundingClientRect()).filter(box => box.width > 1 && box.height > 1);
  const bands = [];
  for (const { top, bottom } of boxes.sort((a, b) => a.top - b.top)) {
    const band = bands.at(-1);
    if (band && top < band.bottom - 2) band.bottom = Math.max(band.bottom, bottom);
    else bands.push({ top, bottom });
  }
  return bands.length;
});

test('the bar of the desk is at most two rows at 320 px, with the widest mark, in six languages', minutes(5), async () => {
  for (const role of ['handler', 'admin']) {
    const context = await visit({ width: WIDTHS.narrow }), page = await context.newPage();
    await signIn(page, office.people[role]);
    for (const language of LANGUAGES) {
      await page.goto(`${role === 'admin' ? '/admin/people' : '/desk'}?lang=${language}`);
      assert.ok(await rows(page) <= 2, `${role} ${language}: ${await rows(page)} rows`);
      // The sample installation says so in the same bar.
      await page.evaluate(text => {
        const chip = Object.assign(document.createElement('span'), { className: 'chip warn', textContent: text });
        document.querySelector('.bar .end').prepend(chip);
      }, words(language)('frame-sample-short'));
      assert.ok(await rows(page) <= 2, `${role} ${language} with sample data: ${await rows(page)} rows`);
      assert.deepEqual(await smallTargets(page), [], `${role} ${language}`);
      assert.deepEqual(await overflowWhenSpaced(page), [], `${role} ${language}`);
    }
    // The negative control: a bar that is forced apart is counted.
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('.bar > * { flex: 0 0 100% !important }');
      document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
    });
    assert.ok(await rows(page) > 2, 'the count sees a third row');
    await context.close();
  }
});

test('the mark keeps its place before it arrives and its name beside it, light and dark', minutes(3), async () => {
  for (const scheme of ['light', 'dark']) {
    for (const [path, role] of [['/', null], ['/desk', 'handler']]) {
      const context = await visit({ scheme, width: WIDTHS.phone }), page = await context.newPage();
      if (role) await signIn(page, office.people[role]);
      await page.route('**/logo/*', route => route.abort());
      await page.goto(path);
      const held = await page.locator('.org .logo').boundingBox();
      await page.unroute('**/logo/*');
      await page.goto(path);
      const image = page.locator('.org .logo');
      assert.ok(await image.evaluate(img => img.complete && img.naturalWidth > 0), 'it is shown');
      const shown = await image.boundingBox();
      assert.equal(Math.round(held.height), Math.round(shown.height), `${path} ${scheme}: nothing jumps`);
      assert.ok(shown.height <= 40 && shown.width <= 150, `small: ${shown.width} x ${shown.height}`);
      assert.match(await page.locator('.org').textContent(), /Northfield Water/);
      context.complaints.splice(0);
      assert.deepEqual(await faults(page, { language: 'en' }), []);
      await context.close();
    }
  }
});

test('the portal with the mark still comes in 25 KB', minutes(2), async () => {
  const context = await visit({ width: WIDTHS.phone });
  const bytes = await transferred(context, `${office.url}/`);
  assert.ok(bytes > 1_000 && bytes <= 25_000, `${bytes} bytes`);
  await context.close();
});

test('the printed receipt carries its proof at 320 px, in Persian, and gives it as a file', minutes(3), async () => {
  const context = await visit({ language: 'fa', width: WIDTHS.narrow, scripts: false }), page = await context.newPage();
  await page.goto('/complain?lang=fa');
  await fillIn(page, PEOPLE.fa, { ways: ['email'], files: [], language: 'fa' });
  await handIn(page);
  await page.locator('main a[href*="/receipt"]').click();
  await page.waitForLoadState();
  assert.equal(await page.locator('.sealed pre').count(), 1);
  // Read from top to bottom, as wide as the sheet: nothing stands in a column of its own.
  const widths = await page.locator('.sealed > *').evaluateAll(parts => parts.map(part => part.getBoundingClientRect().width / part.parentElement.clientWidth));
  assert.ok(widths.length >= 4 && widths.every(share => share > .9), widths.join());
  assert.deepEqual(await overflowWhenSpaced(page), []);
  assert.deepEqual(await faults(page, { language: 'fa' }), []);
  const download = page.waitForEvent('download');
  await page.locator('.sealed a[download]').click();
  assert.match((await download).suggestedFilename(), /\.tlog-proof$/);
  await context.close();
});
