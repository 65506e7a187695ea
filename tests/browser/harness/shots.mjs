// Draws docs/shots again: `npm run shots`, or only some: `npm run shots -- desk case`.
// NAME-LANGUAGE[-320][-dark].png: desk-en.png is the desk in English, wide and light.
import { mkdirSync } from 'node:fs';
import { WIDTHS, launch, person } from './browser.mjs';
import { PUBLIC, STAFF, inLanguage, within } from './pages.mjs';
import { startDemo } from './office.mjs';
import { scene } from './scene.mjs';

const folder = new URL('../../../docs/shots/', import.meta.url).pathname;
const only = process.argv.slice(2).filter(word => !word.startsWith('-'));
// What a newcomer looks at; the other pages are drawn when they are named.
const USUAL = ['complain', 'complain-wrong', 'complain-done', 'status', 'case', 'new', 'health'];
// What the guides show: in English, wide and light.
const GUIDES = ['desk', 'search-found', 'figures', 'why', 'clause-map', 'policy-staff', 'objective', 'corrective-action', 'admin', 'portal', 'import'];
const all = [...PUBLIC, ...STAFF];
const drawn = all.filter(({ name }) => (only.length ? only : USUAL).includes(name));
const looks = [WIDTHS.desk, WIDTHS.narrow].flatMap(width => ['light', 'dark'].map(scheme => ({ width, scheme })));

mkdirSync(folder, { recursive: true });
const office = await startDemo(), browser = await launch();
try {
  const set = await scene(browser, office);
  for (const language of ['en', 'fa', 'ko']) for (const look of looks) await draw(drawn, set, language, look);
  if (!only.length) await draw(all.filter(({ name }) => GUIDES.includes(name)), set, 'en', looks[0]);
} finally {
  await browser.close();
  await office.stop();
}

async function draw(drawn, set, language, look) {
  const pages = new Map();
  for (const { name, path, role } of drawn) {
    if (!pages.has(role)) {
      const context = await person(browser, { origin: office.url, language, ...look });
      pages.set(role, await context.newPage());
      await set.enter(pages.get(role), role);
    }
    const page = pages.get(role);
    await page.goto(inLanguage(within(path, set), language));
    const file = [name, language, look.width === WIDTHS.narrow && '320', look.scheme === 'dark' && 'dark'].filter(Boolean).join('-');
    // A long page is cut: its beginning shows the looks, and the pictures stay small.
    const height = Math.min(1600, await page.evaluate(() => document.documentElement.scrollHeight));
    await page.screenshot({ path: `${folder}${file}.png`, fullPage: true, clip: { x: 0, y: 0, width: look.width, height } });
    console.log(`docs/shots/${file}.png`);
  }
  for (const page of pages.values()) await page.context().close();
}
