// Draws docs/shots again: `npm run shots`, or only some: `npm run shots -- desk`.
// NAME-LANGUAGE[-320][-dark].png: desk-en.png is the desk in English, wide and light.
import { mkdirSync } from 'node:fs';
import { LANGUAGES, WIDTHS, launch, person } from './browser.mjs';
import { PUBLIC, STAFF, inLanguage, within } from './pages.mjs';
import { signIn, startOffice } from './office.mjs';

const folder = new URL('../../../docs/shots/', import.meta.url).pathname;
const only = process.argv.slice(2).filter(word => !word.startsWith('-'));
const shown = LANGUAGES.filter(language => ['en', 'fa', 'ko'].includes(language));
const looks = [WIDTHS.desk, WIDTHS.narrow].flatMap(width => ['light', 'dark'].map(scheme => ({ width, scheme })));

mkdirSync(folder, { recursive: true });
const office = await startOffice();
const browser = await launch();
try {
  const complaint = await office.complain({ complainant: { name: 'Maryam Karimi', language: 'fa' }, subject: 'Bill twice as high', description: 'The bill is twice as high as last year although nobody lived in the flat.' });
  for (const language of shown) {
    for (const look of looks) {
      for (const page of [...PUBLIC, ...STAFF]) {
        if (only.length === 0 || only.includes(page.name)) await draw(page, language, look, complaint);
      }
    }
  }
} finally {
  await browser.close();
  await office.stop();
}

async function draw({ name, path, role }, language, look, complaint) {
  const context = await person(browser, { origin: office.url, language, ...look });
  const page = await context.newPage();
  if (role) await signIn(page, office.people[role]);
  await page.goto(inLanguage(within(path, complaint), language));
  const file = [name, language, look.width === WIDTHS.narrow && '320', look.scheme === 'dark' && 'dark'].filter(Boolean).join('-');
  await page.screenshot({ path: `${folder}${file}.png`, fullPage: true });
  console.log(`docs/shots/${file}.png`);
  await context.close();
}
