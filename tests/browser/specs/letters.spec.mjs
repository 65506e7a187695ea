// Letters as people of each language write them: the right face for each script, none
// missing, also where one language stands inside a page of another; numbers and
// references that keep their order in a line from right to left.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, WIDTHS, launch, person } from '../harness/browser.mjs';
import { startDemo, signIn } from '../harness/office.mjs';

const minutes = count => ({ timeout: count * 60_000 });
// What each language is drawn with on a machine that has the Noto faces (scripts/setup installs them).
const FACES = { ko: /CJK KR|Nanum|Malgun/, 'zh-Hant': /CJK (TC|HK)/, 'zh-Hans': /CJK SC/, fa: /Arabic|Naskh|Vazir/, en: /^(?!.*CJK)/, lt: /^(?!.*CJK)/ };

let browser, office;
before(async () => { office = await startDemo(); browser = await launch(); }, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); });

/** The faces in which the letters of these elements are really drawn. */
async function faces(page, selector) {
  const tool = await page.context().newCDPSession(page), found = new Map();
  await tool.send('DOM.enable');
  await tool.send('CSS.enable');
  const { root } = await tool.send('DOM.getDocument', { depth: 0 });
  const { nodeIds } = await tool.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector });
  for (const nodeId of nodeIds.slice(0, 60)) {
    const { fonts } = await tool.send('CSS.getPlatformFontsForNode', { nodeId });
    for (const font of fonts) found.set(font.familyName, (found.get(font.familyName) ?? 0) + font.glyphCount);
  }
  return found;
}

for (const language of LANGUAGES) {
  test(`${language} is drawn in its own letters`, minutes(1), async () => {
    const context = await person(browser, { origin: office.url, language, width: WIDTHS.phone }), page = await context.newPage();
    for (const path of ['/', '/how', '/complain']) {
      await page.goto(path);
      // Names of the other languages stand in the switch, in letters of their own.
      const found = await faces(page, `main h1, main h2, main p:not([lang]), main label, main li:not([lang])`);
      const most = [...found].sort((a, b) => b[1] - a[1])[0]?.[0] ?? '';
      assert.match(most, FACES[language], `${path}: ${[...found.keys()].join(', ')}`);
      assert.ok(![...found.keys()].some(face => /LastResort/.test(face)), `${path}: letters are missing`);
    }
    await context.close();
  });
}

test('in a list of one language the words of another keep their own letters', minutes(2), async () => {
  const context = await person(browser, { origin: office.url, language: 'en', width: WIDTHS.desk }), page = await context.newPage();
  await signIn(page, office.people.manager);
  await page.goto('/desk?queue=all');
  let seen = 0;
  for (const language of ['ko', 'zh-Hant', 'zh-Hans', 'fa']) {
    const selector = `.list [lang="${language}"]`;
    if (await page.locator(selector).count() === 0) continue;
    const found = await faces(page, selector);
    assert.ok([...found.keys()].some(face => FACES[language].test(face)), `${language}: ${[...found.keys()].join(', ')}`);
    seen++;
  }
  assert.ok(seen >= 3, `the demo's list shows ${seen} other scripts`);
  await context.close();
});

test('in a Persian line a reference reads from left to right, as one piece', minutes(1), async () => {
  const context = await person(browser, { origin: office.url, language: 'fa', width: WIDTHS.desk }), page = await context.newPage();
  await signIn(page, office.people.handler);
  await page.goto('/desk?queue=all&lang=fa');
  await page.locator('.list .row').first().click();
  await page.locator('main [data-case]').waitFor();
  const places = await page.evaluate(() => {
    const node = document.evaluate("//main//text()[contains(., 'RD-')]", document, null, XPathResult.FIRST_ORDERED_NODE_TYPE).singleNodeValue;
    const at = node.data.indexOf('RD-'), range = document.createRange();
    const isolated = node.parentElement.closest('bdi, [dir=ltr]') !== null;
    return { isolated, x: [...node.data.slice(at, at + 14)].map((_, n) => { range.setStart(node, at + n); range.setEnd(node, at + n + 1); return range.getBoundingClientRect().x; }) };
  });
  assert.ok(places.isolated, 'the reference stands in an isolate');
  assert.deepEqual(places.x, [...places.x].sort((a, b) => a - b));
  await context.close();
});

test('telephone numbers, addresses and Latin names keep their order on a Persian page', minutes(2), async () => {
  const context = await person(browser, { origin: office.url, language: 'fa', width: WIDTHS.desk }), page = await context.newPage(), found = [];
  let seen = 0;
  const look = async () => {
    const runs = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT), runs = [];
      while (walker.nextNode()) {
        const node = walker.currentNode;
        if (!node.parentElement.checkVisibility() || node.parentElement.closest('script, style, textarea, select, svg')) continue;
        for (const { 0: text, index } of node.data.matchAll(/[0-9A-Za-z+][0-9A-Za-z .@+:\/-]{3,}[0-9A-Za-z]/g)) {
          const range = document.createRange();
          const boxes = [...text].map((_, n) => { range.setStart(node, index + n); range.setEnd(node, index + n + 1); return range.getBoundingClientRect(); }).filter(box => box.width > 0);
          // A run may break over lines; within each line it goes from left to right.
          const turned = boxes.some((box, n) => n > 0 && Math.abs(box.top - boxes[n - 1].top) < 2 && box.left < boxes[n - 1].left - 0.5);
          if (boxes.length > 3) runs.push({ text, turned });
        }
      }
      return runs;
    });
    seen += runs.length;
    found.push(...runs.filter(run => run.turned).map(run => `${page.url()}: ${run.text}`));
  };
  for (const path of ['/?lang=fa', '/how?lang=fa', '/follow?lang=fa']) { await page.goto(path); await look(); }
  await signIn(page, office.people.manager);
  await page.goto('/desk?queue=all&lang=fa');
  await look();
  for (const language of ['en', 'lt']) {
    await page.goto(await page.locator(`.list .row:has([lang="${language}"])`).first().getAttribute('href'));
    await look();
  }
  assert.deepEqual(found, []);
  assert.ok(seen > 30, `${seen} Latin runs were looked at`);
  // The negative control: the same number in a line that is turned round by force.
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet(), line = document.createElement('p');
    sheet.replaceSync('main > p.turned { unicode-bidi: bidi-override; direction: rtl }');
    document.adoptedStyleSheets = [sheet];
    line.className = 'turned';
    line.textContent = '0800 555 014';
    document.querySelector('main').append(line);
  });
  await look();
  assert.ok(found.length > 0, 'a turned number would be found');
  await context.close();
});

test('a browser that looks at a case in advance leaves no trace of a reader', minutes(1), async () => {
  const context = await person(browser, { origin: office.url, language: 'en' }), page = await context.newPage();
  await signIn(page, office.people.handler);
  await page.goto('/desk?queue=all');
  const href = await page.locator('.list .row').first().getAttribute('href');
  const size = async () => (await (await page.request.get(href)).text()).match(/class="hint with-icon"><svg.*?<\/svg><span>([^<]*\d[^<]*)/)?.[1];
  const before = await size();
  assert.ok(before, 'the page says how many entries are sealed');
  for (let n = 0; n < 3; n++) await page.request.get(href, { headers: { 'sec-purpose': 'prefetch', purpose: 'prefetch' } });
  assert.equal(await size(), before);
  await context.close();
});
