// Every page, as it is: in six languages (those of staff in three), narrow and wide, light and dark.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, WIDTHS, launch, person } from '../harness/browser.mjs';
import { cut, document, faults, hardCoded, loose, moving, overflow, overflowWhenSpaced, smallTargets, transferred, unclearStops } from '../harness/checks.mjs';
import { fill, send } from '../harness/hands.mjs';
import { startDemo, startEmpty } from '../harness/office.mjs';
import { PUBLIC, STAFF, inLanguage, within } from '../harness/pages.mjs';
import { scene } from '../harness/scene.mjs';

const NARROW = { width: WIDTHS.narrow, scheme: 'light' }, WIDE = { width: WIDTHS.desk, scheme: 'dark' };
const minutes = count => ({ timeout: count * 60_000 });

let browser, office, set;
before(async () => {
  office = await startDemo();
  browser = await launch();
  set = await scene(browser, office);
}, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); });

/** All findings at once, each once. */
const none = found => assert.ok(found.length === 0, `${found.length} findings\n${[...new Set(found)].join('\n')}`);
const visit = options => person(browser, { origin: office.url, ...options });

async function goOn(page) {
  const status = await send(page, 'main form button[type=submit]');
  assert.equal(status, 200, `${page.url()}: ${(await page.locator('.field:has(.err)').allTextContents()).join(' | ')}`);
}

/** Opens each page once in one look; the window is then drawn to the other widths. */
async function walk(pages, language, look, judge) {
  const found = [], contexts = new Map(), titles = new Map();
  for (const { name, path, role, status = 200, twin } of pages) {
    if (!contexts.has(role)) {
      const context = await visit({ language, ...look }), page = await context.newPage();
      await set.enter(page, role);
      contexts.set(role, page);
    }
    const page = contexts.get(role), where = `${name} ${look.width} ${look.scheme}`;
    const answer = await page.goto(inLanguage(within(path, set), language));
    if (answer.status() !== status) found.push(`${name}: answered ${answer.status()}`);
    found.push(...loose(answer).map(finding => `${name}: ${finding}`));
    found.push(...(await judge(page, where, pages.find(each => each.name === name))));
    const title = await page.title();
    if (!twin && titles.has(title)) found.push(`${name} and ${titles.get(title)} share the title "${title}"`);
    titles.set(title, name);
  }
  for (const page of contexts.values()) await page.context().close();
  return found;
}

const whole = language => async (page, where, { bare }) => {
  const found = await faults(page, { language, where });
  const spaced = (await overflowWhenSpaced(page)).map(finding => `${where}: ${finding}`);
  const still = (await moving(page)).map(finding => `${where}: ${finding}`);
  return [...(bare ? found.filter(finding => !/skip link/.test(finding)) : found), ...spaced, ...still];
};

for (const language of LANGUAGES) {
  test(`the public pages in ${language}`, minutes(2), async () => {
    none([...(await walk(PUBLIC, language, NARROW, whole(language))), ...(language === 'fa' || language === 'en' ? await walk(PUBLIC, language, WIDE, whole(language)) : [])]);
  });
}

for (const [language, looks] of Object.entries({ en: [WIDE], fa: [NARROW, WIDE], ko: [NARROW] })) {
  test(`the pages of staff in ${language}`, minutes(8), async () => {
    const found = [];
    for (const look of looks) found.push(...(await walk(STAFF, language, look, whole(language))));
    none(found);
  });
}

test('the languages of staff that are walked through in no other test have their words and their direction', minutes(6), async () => {
  const found = [];
  for (const language of ['zh-Hant', 'zh-Hans', 'lt']) {
    found.push(...(await walk(STAFF, language, NARROW, async (page, where) => [...(await document(page, language)), ...(await overflow(page)), ...(await smallTargets(page))].map(finding => `${where} ${language}: ${finding}`))));
  }
  none(found);
});

test('with letters twice as large nothing overflows or is cut, on a phone and on a desk', minutes(8), async () => {
  const large = await launch({ letters: 32 }), usual = browser;
  try {
    browser = large;
    const found = [];
    for (const [language, look] of [['en', NARROW], ['fa', NARROW], ['lt', { width: WIDTHS.desk, scheme: 'light' }]]) {
      found.push(...(await walk([...PUBLIC, ...STAFF], language, look, async (page, where) => {
        assert.equal(await page.evaluate(() => getComputedStyle(window.document.documentElement).fontSize), '32px');
        return [...(await overflow(page)), ...(await cut(page))].map(finding => `${where} ${language}, twice as large: ${finding}`);
      })));
    }
    none(found);
  } finally { browser = usual; await large.close(); }
});

test('between the widths nothing overflows either', minutes(6), async () => {
  none(await walk([...PUBLIC, ...STAFF], 'fa', { width: 700, scheme: 'light' }, async (page, where) => {
    const found = [];
    for (const width of [390, 700, 1024, WIDTHS.tablet]) {
      await page.setViewportSize({ width, height: 800 });
      found.push(...(await overflow(page)).map(finding => `${where} at ${width}: ${finding}`));
    }
    return found;
  }));
});

test('the pseudo-language shows no text that is written into a public page', minutes(2), async () => {
  none(await walk(PUBLIC, 'en-XA', NARROW, async (page, where) => [...(await hardCoded(page)), ...(await overflow(page))].map(finding => `${where}: ${finding}`)));
});

test('a new owner comes from the printed link to the desk', minutes(2), async () => {
  for (const language of ['en', 'fa', 'ko']) {
    const empty = await startEmpty(), found = [];
    try {
      const context = await person(browser, { origin: empty.url, language, width: WIDTHS.narrow }), page = await context.newPage();
      const look = async name => found.push(...(await faults(page, { language, where: name })));
      await page.goto(inLanguage(new URL(empty.link, empty.url).pathname, language));
      await look('owner');
      await fill(page, { name: 'Ada Owner', email: 'ada@blueferry.example', password: 'a-long-quiet-harbour-7', ...(await page.locator('[name="password-again"]').count() ? { 'password-again': 'a-long-quiet-harbour-7' } : {}) });
      await goOn(page);
      await look('organisation');
      await fill(page, { 'organisation-name': 'Blue Ferry Co.' });
      await goOn(page);
      assert.match(page.url(), /\/setup\/mail/);
      await look('mail');
      await page.locator('main a[href*="/setup/sample"]').click();
      await look('sample');
      await fill(page, { sample: 'no' });
      await goOn(page);
      await look('done');
      await context.close();
    } finally { await empty.stop(); }
    none(found);
  }
});

test('every stop of the Tab key shows where it is', minutes(2), async () => {
  const found = [];
  for (const [pages, width] of [[['complain', 'follow', 'status'], WIDTHS.phone], [['desk-all', 'case', 'figures', 'corrective-action', 'outbox', 'people'], WIDTHS.desk]]) {
    found.push(...(await walk([...PUBLIC, ...STAFF].filter(page => pages.includes(page.name)), 'en', { width, scheme: 'light' },
      async (page, where) => (await unclearStops(page, 90)).map(finding => `${where}: ${finding}`))));
  }
  none(found);
});

test('a first visit to the form costs at most 25 KB', minutes(1), async () => {
  for (const language of ['en', 'fa']) {
    const context = await visit({ width: WIDTHS.phone, language });
    const bytes = await transferred(context, `${office.url}/complain?lang=${language}`);
    await context.close();
    assert.ok(bytes <= 25 * 1024, `${bytes} bytes in ${language}`);
  }
});

test('the language follows from the browser when nothing else says it', minutes(1), async () => {
  for (const language of LANGUAGES) {
    const context = await visit({ language, scripts: false });
    const page = await context.newPage();
    await page.goto('/');
    assert.equal(await page.locator('html').getAttribute('lang'), language);
    await context.close();
  }
});
