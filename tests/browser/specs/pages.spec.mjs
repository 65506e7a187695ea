// Every page, as it is: in six languages, narrow and wide, light and dark.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, WIDTHS, launch, person } from '../harness/browser.mjs';
import { faults, overflowWhenSpaced, transferred, unclearStops } from '../harness/checks.mjs';
import { signIn, startOffice } from '../harness/office.mjs';
import { PUBLIC, STAFF, inLanguage, within } from '../harness/pages.mjs';

const LOOKS = [{ width: WIDTHS.narrow, scheme: 'light' }, { width: WIDTHS.desk, scheme: 'dark' }];
const minutes = count => ({ timeout: count * 60_000 });

let browser, office, complaint;
before(async () => {
  office = await startOffice();
  complaint = await office.complain({ complainant: { name: 'مریم کریمی', language: 'fa' }, description: 'قبض آب دو برابر شده است. The meter shows 004711.' });
  browser = await launch();
}, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); });

/** All findings at once, each once. */
const none = found => assert.ok(found.length === 0, `${found.length} findings\n${[...new Set(found)].join('\n')}`);

const visit = options => person(browser, { origin: office.url, ...options });

for (const language of LANGUAGES) {
  test(`the public pages in ${language}`, minutes(3), async () => {
    const found = [], titles = new Map();
    for (const look of LOOKS) {
      const context = await visit({ language, ...look });
      for (const { name, path } of PUBLIC) {
        const page = await context.newPage();
        const answer = await page.goto(inLanguage(path, language));
        if (answer.status() !== 200) found.push(`${name}: answered ${answer.status()}`);
        found.push(...(await faults(page, { language, where: `${name} ${look.width} ${look.scheme}` })));
        found.push(...(await overflowWhenSpaced(page)).map(finding => `${name} ${look.width}: ${finding}`));
        titles.set(name, await page.title());
        await page.close();
      }
      await context.close();
    }
    for (const [name, title] of titles) {
      const twin = [...titles].find(([other, its]) => other !== name && its === title);
      if (twin) found.push(`${name} and ${twin[0]} share the title "${title}"`);
    }
    none(found);
  });
}

for (const language of ['en', 'fa', 'ko']) {
  test(`the pages of staff in ${language}`, minutes(3), async () => {
    const found = [];
    for (const look of LOOKS) {
      for (const role of new Set(STAFF.map(page => page.role))) {
        const context = await visit({ language, ...look });
        await signIn(await context.newPage(), office.people[role]);
        for (const { name, path } of STAFF.filter(page => page.role === role)) {
          const page = await context.newPage();
          const answer = await page.goto(inLanguage(within(path, complaint), language));
          if (answer.status() !== 200) found.push(`${name}: answered ${answer.status()}`);
          found.push(...(await faults(page, { language, where: `${name} ${look.width} ${look.scheme}` })));
          await page.close();
        }
        await context.close();
      }
    }
    none(found);
  });
}

test('every stop of the Tab key shows where it is', minutes(2), async () => {
  const found = [];
  for (const { name, path } of PUBLIC) {
    const context = await visit({ width: WIDTHS.phone });
    const page = await context.newPage();
    await page.goto(path);
    found.push(...(await unclearStops(page)).map(finding => `${name}: ${finding}`));
    await context.close();
  }
  none(found);
});

test('a first visit to the form costs at most 25 KB', minutes(1), async () => {
  const context = await visit({ width: WIDTHS.phone });
  const bytes = await transferred(context, `${office.url}/complain`);
  await context.close();
  assert.ok(bytes <= 25 * 1024, `${bytes} bytes`);
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
