import { launch, person } from './harness/browser.mjs';
import { startDemo, signIn } from './harness/office.mjs';
const looks = JSON.parse(process.argv[2]);
const began = Date.now();
const office = await startDemo(); console.log('demo', Date.now() - began, 'ms');
const browser = await launch();
const contexts = new Map();
for (const [name, path, role, language, width, scheme] of looks) {
  const key = [role, language, width, scheme].join();
  if (!contexts.has(key)) {
    const context = await person(browser, { origin: office.url, language, width, scheme });
    const page = await context.newPage();
    if (role) await signIn(page, office.people[role]);
    contexts.set(key, page);
  }
  const page = contexts.get(key);
  let at = path;
  if (path.includes('{case}')) { await page.goto('/desk?queue=all'); const href = await page.locator('.list .row').first().getAttribute('href'); at = path.replace('{case}', href.match(/RD-[0-9A-Z-]+/)[0]); }
  await page.goto(at + (at.includes('?') ? '&' : '?') + `lang=${language}`);
  await page.screenshot({ path: `/tmp/shots/${name}-${language}-${width}-${scheme}.png`, fullPage: true });
}
await browser.close(); await office.stop();
