// On paper: a case, the manager's page and a letter are decent sheets of A4 whose words
// can be read aloud and copied in every script, and large print is large.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, launch, person } from '../harness/browser.mjs';
import { overflow } from '../harness/checks.mjs';
import { signIn, startDemo, startOffice } from '../harness/office.mjs';
import { missing, readPdf } from '../harness/pdf.mjs';

const minutes = count => ({ timeout: count * 60_000 });
/** The width of the text on A4 with the margins of the stylesheet, in CSS pixels. */
const A4 = { width: 673, height: 986 };
const LARGE_PRINT = 24; // 18 points

let browser, demo;
before(async () => { demo = await startDemo(); browser = await launch(); }, minutes(3));
after(async () => { await browser?.close(); await demo?.stop(); });

async function desk(role, language) {
  const context = await person(browser, { origin: demo.url, language }), page = await context.newPage();
  await signIn(page, demo.people[role]);
  return page;
}

/** The words that can be seen; what is said to listeners only is clipped away, and so it is on paper. */
const seen = page => page.evaluate(() => {
  const walker = document.createTreeWalker(document.querySelector('main'), NodeFilter.SHOW_TEXT), words = [];
  const clipped = part => part && (getComputedStyle(part).clipPath !== 'none' || clipped(part.parentElement));
  while (walker.nextNode()) if (walker.currentNode.parentElement.checkVisibility() && !clipped(walker.currentNode.parentElement)) words.push(walker.currentNode.data);
  return words.join(' ');
});

/** What stands on the paper, and what of the screen stands there by mistake. */
async function printed(page) {
  await page.emulateMedia({ media: 'print' });
  const screen = page.viewportSize();
  await page.setViewportSize(A4);
  const text = await seen(page);
  const left = await page.evaluate(() => ['.bar', '.rail', '.list', '.skip', '.compose-all', '.acts', '.panels .verb', '.beside', '.copy', '.to-list', '.langs', 'form.period', '.csv', 'main button'].filter(name => [...document.querySelectorAll(name)].some(part => part.checkVisibility() && part.getBoundingClientRect().height > 1)));
  const wide = await overflow(page), long = await page.evaluate(() => document.documentElement.scrollHeight);
  const paper = readPdf(await page.pdf({ format: 'A4', tagged: true, preferCSSPageSize: true }));
  await page.emulateMedia({ media: null });
  await page.setViewportSize(screen);
  return { text, left, wide, paper, most: Math.ceil(long / A4.height) + 1, title: await page.title() };
}

function decent({ text, left, wide, paper, most, title }, language) {
  assert.deepEqual(left, [], 'nothing of the screen stands on the paper');
  assert.deepEqual(wide, []);
  assert.ok(paper.sheets >= 1 && paper.sheets <= most, `${paper.sheets} sheets, where ${most} are enough: most of one is empty`);
  assert.ok(paper.tagged, 'whoever listens finds headings and tables');
  assert.ok(paper.lang.toLowerCase().startsWith(language.toLowerCase()), `the paper says its language: "${paper.lang}"`);
  assert.equal(paper.title, title);
  const lost = missing(paper, text);
  assert.ok(lost.length <= 2, `letters that cannot be copied: ${lost.join(' ')}`);
}

for (const language of LANGUAGES) {
  test(`a complaint in ${language} on paper`, minutes(2), async t => {
    const page = await desk('manager', language);
    await page.goto(`/desk?queue=all&language=${language}&lang=${language}`);
    const row = page.locator(`.list .row:has([lang="${language}"])`).first();
    await page.goto(await row.getAttribute('href'));
    const sheet = await printed(page);
    t.diagnostic(`${sheet.paper.sheets} sheets, ${sheet.paper.letters.size} letters`);
    decent(sheet, language);
    await page.context().close();
  });
}

test('the manager’s page on paper: every table open, in Persian and Korean, too', minutes(2), async t => {
  for (const language of ['en', 'fa', 'ko']) {
    const page = await desk('manager', language);
    await page.goto(`/desk/figures?lang=${language}`);
    await page.emulateMedia({ media: 'print' });
    const folded = await page.locator('main details').evaluateAll(all => all.filter(one => one.querySelector('table, p')?.getBoundingClientRect().height < 2).length);
    assert.equal(folded, 0, `${language}: what is folded on the screen lies open`);
    const sheet = await printed(page);
    t.diagnostic(`${language}: ${sheet.paper.sheets} sheets`);
    decent(sheet, language);
    assert.ok(sheet.paper.sheets <= 6, `${sheet.paper.sheets} sheets`);
    await page.context().close();
  }
});

test('whoever needs large print gets it, whoever does not gets a letter', minutes(2), async () => {
  const office = await startOffice();
  try {
    const context = await person(browser, { origin: office.url, language: 'en' }), page = await context.newPage();
    await signIn(page, office.people.handler);
    for (const [needs, least, most] of [[['large-print'], LARGE_PRINT, 40], [[], 14, LARGE_PRINT - 1]]) {
      const { reference } = await office.complain({ channel: 'letter', complainant: { needs, name: 'Hannah Whitlock', address: '12 Harbour Street\nNorthfield' } });
      const { messages } = await office.api(`/complaints/${reference}`);
      for (const media of ['screen', 'print']) {
        await page.goto(`/desk/${reference}/letters/${messages[0].id}`);
        await page.emulateMedia({ media });
        const sizes = await page.locator('main .letter p').evaluateAll(all => all.filter(p => p.textContent.trim()).map(p => parseFloat(getComputedStyle(p).fontSize)));
        assert.ok(sizes.length > 2);
        assert.ok(Math.min(...sizes) >= least && Math.max(...sizes) <= most, `${media} ${needs}: ${[...new Set(sizes)].join(', ')} px`);
        assert.deepEqual(await overflow(page), []);
      }
    }
    await context.close();
  } finally { await office.stop(); }
});
