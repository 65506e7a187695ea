// A file of another system comes in through the wizard and is taken back, in six
// languages, without a script, narrow and dark as well as wide and light; every page
// of it is looked over. REDRESS_SHOTS names a folder for pictures of each step.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, describe, test } from 'node:test';
import { LANGUAGES, WIDTHS, launch, person } from '../harness/browser.mjs';
import { faults } from '../harness/checks.mjs';
import { signInByKeys } from '../harness/handler.mjs';
import { startOffice } from '../harness/office.mjs';
import { words } from '../harness/words.mjs';

const minutes = count => ({ timeout: count * 60_000 });
const twins = readFileSync(new URL('../../../crates/redress/tests/data/cfpb-2016-twin-headers-200rows.csv', import.meta.url));
const list = 'date,subject,name\n1/2/2020,Late ferry,Ona\nsoon,Cold cabin,Jonas\n3/4/2020,No ramp,Li Wei\n';

let browser, office;
before(async () => { office = await startOffice(); browser = await launch(); }, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); });

async function administrator(language, more) {
  const context = await person(browser, { origin: office.url, language, ...more }), page = await context.newPage();
  await signInByKeys(page, office.people.manager, language);
  return page;
}

/** The page has no fault, and its picture is kept where somebody wants to look. */
async function looks(page, language, step) {
  assert.deepEqual(await faults(page, { language, where: `${step} ${language}` }), []);
  const folder = process.env.REDRESS_SHOTS;
  const { width } = page.viewportSize();
  if (folder) await page.screenshot({ path: `${folder}/import-${step}-${language}-${width}.png`, fullPage: true });
}

async function upload(page, name, content, format) {
  await page.goto('/admin/import');
  await page.setInputFiles('#import-file', { name, mimeType: 'text/csv', buffer: Buffer.from(content) });
  await page.check(`[name=format][value=${format}]`);
  await page.click('main form[enctype] button[type=submit]');
}

/** The worker takes it from here; the page is asked until it says the end. */
async function until(page, key, language) {
  for (let tries = 0; tries < 120; tries++) {
    if ((await page.locator('h1').textContent()).includes(words(language)(key))) return;
    await page.waitForTimeout(250);
    await page.reload();
  }
  throw new Error(`${page.url()} never said ${key}`);
}

describe('the import wizard', () => {
  for (const [at, language] of LANGUAGES.entries()) {
    const narrow = at % 2 === 1;
    const more = narrow ? { width: WIDTHS.narrow, scheme: 'dark', scripts: false } : { width: WIDTHS.desk };
    test(`${language}: a file with dates to choose goes through every step`, minutes(3), async () => {
      const page = await administrator(language, more), say = words(language);
      await page.goto('/admin/import');
      await looks(page, language, 'list');
      await upload(page, `list-${language}.csv`, list, 'csv');
      await looks(page, language, 'columns');
      await page.click('main .import-columns button[type=submit]');
      assert.ok((await page.textContent('main .problem')).length > 0, 'the order of dates is asked for');
      await looks(page, language, 'refused');
      await page.check('[name=dates][value=dmy]');
      await page.click('main .import-columns button[type=submit]');
      assert.ok((await page.textContent('h1')).includes(say('import-check')));
      await looks(page, language, 'check');
      if (at > 0) {
        // The rows came in with the first language: the same file is here already.
        assert.ok((await page.textContent('main')).includes(say('import-nothing-new')));
        return;
      }
      await page.click('main form[action$="/start"] button');
      await until(page, 'import-done', language);
      await looks(page, language, 'done');
      const [download] = await Promise.all([page.waitForEvent('download'), page.click(`text=${say('import-rejects-file')}`)]);
      assert.match(readFileSync(await download.path(), 'utf8'), /soon,Cold cabin,Jonas/);
    });
  }

  test('columns of one name that differ: chosen, imported, undone; looking at a case is not working on it', minutes(4), async () => {
    const page = await administrator('en', { width: WIDTHS.desk });
    await upload(page, 'twins.csv', twins, 'cfpb');
    await looks(page, 'en', 'twins');
    await page.selectOption('#c-received_at', 'Date received#2');
    await page.selectOption('#c-resolved_at', 'Date resolved#2');
    await page.click('main .import-columns button[type=submit]');
    await page.click('main form[action$="/start"] button');
    await until(page, 'import-done', 'en');
    const { items } = await office.api('/complaints?limit=50&stage=closed');
    const run = page.url();
    await page.goto(`/desk/${items[0].reference}`);
    await page.goto(run);
    await page.click('main form[action$="/undo"] button');
    await until(page, 'import-undone', 'en');
    await looks(page, 'en', 'undone');
    const left = await office.api('/complaints?limit=50&stage=closed');
    assert.equal(left.items.length, 0);
  });
});
