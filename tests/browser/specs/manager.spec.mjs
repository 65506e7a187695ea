// The manager's monthly look, in ten minutes and on keys alone: from a late figure to
// its cases, from the workload to a colleague's desk and back again, from a category to
// a corrective action with an owner and a day, and the page on paper for the board.
// What it takes is counted on the way and held to a budget.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, person } from '../harness/browser.mjs';
import { SECONDS, begin, within } from '../harness/budget.mjs';
import { signInByKeys } from '../harness/handler.mjs';
import { answer, call, follow, reach } from '../harness/hands.mjs';
import { startDemo } from '../harness/office.mjs';
import { readPdf } from '../harness/pdf.mjs';

const minutes = count => ({ timeout: count * 60_000 });
/** Text apart from keys; a page is a document, a request anything over the wire; bytes of the heaviest page with all that came with it. */
const BUDGET = { keys: 260, letters: 200, clicks: 0, pages: 34, requests: 170, bytes: 300 * 1024, minutes: 10 };
const EACH = 40 * 1024;
const ACTION = { title: 'Access notes travel with the meter', cause: 'The next reader never sees them.' };

let browser, office;
before(async () => { office = await startDemo(); browser = await launch(); }, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); });

const asked = address => [...new URL(address).searchParams].map(String).sort();
const number = text => Number(text.replace(/\D/g, ''));
const rows = page => page.locator('.list .row');
const owners = page => rows(page).evaluateAll(all => Object.fromEntries(all.map(row => [row.pathname.split('/').at(-1), row.querySelector('.meta bdi.sr')?.textContent ?? ''])));

/** To the content, past the bar and the rail. */
async function skip(page) {
  await reach(page, '.skip');
  await page.keyboard.press('Enter');
}

/** Back, as Alt and the arrow take a person back (headless Chromium has no such key of its own), until this is there. */
async function back(page, journey, sight) {
  journey.took.keys++;
  await page.goBack();
  await page.locator(sight).first().waitFor();
  await page.waitForLoadState();
}

/** Ticks rows from the first one on, gives them to a colleague, waits for the end. */
async function giveTo(page, colleague, count) {
  for (let n = 0; n < count; n++) { await page.keyboard.press('j'); await page.keyboard.press('x'); }
  assert.equal(await page.locator('.list input[name=case]:checked').count(), count);
  await reach(page, '.list details:has(#bulk) > summary', { key: 'Shift+Tab' });
  await page.keyboard.press('Enter');
  assert.equal(await follow(page, '#bulk button[value=assignment]'), 200);
  await skip(page);
  await answer(page, 'main form', { colleague });
  await page.keyboard.press('Control+Enter');
  await page.waitForURL('**/desk/bulk/runs/**');
  await page.locator('main form[action*="/undo"]').waitFor();
  assert.equal(await page.locator('main .chip.bad').count(), 0);
  await skip(page);
}

test('the monthly look takes ten minutes, no mouse and few requests', minutes(4), async t => {
  const context = await person(browser, { origin: office.url, language: 'en', permissions: [] }), page = await context.newPage();
  await signInByKeys(page, office.people.manager, 'en');
  await page.goto('/desk');
  const journey = await begin(page), spent = [];
  const part = async (name, work) => spent.push(await journey.part(name, work));

  await part('the figures of a period', async () => {
    await call(page, 'figures', '/desk/figures');
    await skip(page);
    await reach(page, '#period');
    await page.keyboard.press('ArrowDown');
    const chosen = await page.locator('#period').inputValue();
    assert.equal(await follow(page, 'form.period button'), 200);
    assert.equal(new URL(page.url()).searchParams.get('period'), chosen, 'the period stands in the address');
  });

  const board = page.url();
  await part('from a late figure to its cases and back', async () => {
    const tile = page.locator('.figure-tile .big a[href*="queue=overdue"]'), late = number(await tile.textContent());
    assert.ok(late > 0, 'something is late at Northfield Water');
    await skip(page);
    assert.equal(await follow(page, '.figure-tile .big a[href*="queue=overdue"]'), 200);
    assert.equal(await rows(page).count(), late, 'as many cases as the figure counts');
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('main.case [data-case]').waitFor();
    await page.locator('main .chip.bad').first().waitFor();
    await back(page, journey, '.list:not(body:has([data-case]) *) .row');
    await back(page, journey, '.figure-tile');
    assert.equal(page.url().replace(/#.*/, ''), board);
  });

  await part('the workload: given to the wrong colleague, taken back, given to the right one', async () => {
    await skip(page);
    await reach(page, '#workload details > summary');
    await page.keyboard.press('Enter');
    const links = page.locator('#workload td a[href*="due=late"][href*="owner="]:not([href*="owner=none"])');
    const all = await links.evaluateAll(all => all.map(a => [a.getAttribute('href'), a.textContent]));
    const [href, shown] = all.sort((a, b) => number(b[1]) - number(a[1]))[0];
    assert.equal(await follow(page, `#workload td a[href="${href}"]`), 200);
    assert.equal(await rows(page).count(), number(shown));
    const list = page.url(), before = await owners(page), mine = Object.values(before)[0], count = Math.min(2, number(shown));
    const [wrong, right] = ['Aiste Mockute', 'Noor Rahimi', 'Jonas Petrauskas'].filter(name => name !== mine);

    await giveTo(page, wrong, count);
    assert.equal(await follow(page, 'main form[action*="/undo"] button'), 200);
    await page.waitForFunction(count => document.querySelectorAll('main .picked .chip.good').length === count, count);
    await page.locator('main .lead').waitFor();
    await skip(page);
    assert.equal(await follow(page, 'main p > a.btn.quiet'), 200);
    assert.deepEqual(asked(page.url()), asked(list), 'the list as it was left');
    assert.deepEqual(await owners(page), before, 'everybody has what they had');

    await giveTo(page, right, count);
    assert.equal(await follow(page, 'main p > a.btn.quiet'), 200);
    assert.equal(await rows(page).count(), number(shown) - count);
  });

  await part('the eight figures of the monitoring page', async () => {
    await call(page, 'monitoring', '/system/monitoring');
    assert.equal(await page.locator('.monitored tbody tr').count(), 8);
    assert.ok(await page.locator('.monitored td a[href*="figure="]').count() > 4, 'they lead to their cases');
  });

  await part('an objective: where it stands and where it should', async () => {
    await call(page, 'objectives', '/system/objectives');
    const aims = page.locator('.ledger tbody tr');
    assert.ok(await aims.count() >= 2);
    for (const aim of await aims.all()) {
      assert.match(await aim.locator('td').nth(0).textContent(), /\d/, 'a target');
      assert.match(await aim.locator('td').nth(2).textContent(), /met|missed|few/i, 'a verdict in words');
    }
    await skip(page);
    const kept = await page.locator('.ledger tbody tr', { hasText: 'Answered in time' }).locator('th a').getAttribute('href');
    assert.equal(await follow(page, `main a[href="${kept}"]`), 200);
    assert.equal(await page.locator('#objective-months tbody tr').count(), 12);
  });

  await part('from the category that came most often to a corrective action', async () => {
    await call(page, 'figures', '/desk/figures');
    await skip(page);
    const most = '#by-category ~ .scroll-x tbody tr:first-child td:nth-of-type(1) a', came = number(await page.locator(most).textContent());
    assert.equal(await follow(page, most), 200);
    assert.equal(await rows(page).count(), came);
    await page.keyboard.press('j');
    await page.keyboard.press('Enter');
    await page.locator('main.case [data-case]').waitFor();
    const reference = await page.locator('main [data-case]').first().getAttribute('data-case');
    await call(page, 'start corrective', 'corrective-action');
    const form = '#f-corrective-action';
    await page.locator(form).waitFor();
    const due = new Date(Date.now() + 60 * 86_400_000);
    await answer(page, form, { 'action-title': ACTION.title, 'root-cause': ACTION.cause, 'action-owner': 'Noor Rahimi',
      'action-due': due.toLocaleDateString('en-US', { year: 'numeric', month: '2-digit', day: '2-digit' }).replaceAll('/', '') });
    await page.keyboard.press('Control+Enter');
    await page.locator('main .notice.good').waitFor();
    await call(page, 'corrective actions', '/system/corrective-actions');
    const line = page.locator('.ledger tr', { hasText: ACTION.title });
    assert.match(await line.textContent(), /Noor Rahimi/, 'it has an owner');
    const href = await line.locator('th a').getAttribute('href');
    await skip(page);
    assert.equal(await follow(page, `main a[href="${href}"]`), 200);
    const whole = await page.locator('main').textContent();
    for (const said of [ACTION.cause, 'Noor Rahimi', reference, String(due.getFullYear())]) assert.ok(whole.includes(said), said);
  });

  await part('the figures on paper for the board', async () => {
    await call(page, 'figures', '/desk/figures');
    journey.took.keys += 2; // Ctrl P, Enter
    const paper = readPdf(await page.pdf({ format: 'A4', tagged: true }));
    assert.ok(paper.sheets >= 1 && paper.sheets <= 6, `${paper.sheets} sheets`);
    assert.ok(paper.tagged && paper.lang.startsWith('en') && paper.title.includes('Figures'), JSON.stringify({ ...paper, letters: undefined }));
  });

  const { took, pages } = journey, heaviest = journey.heaviest();
  for (const one of spent) t.diagnostic(`${one.name}: ${one.keys} keys, ${one.letters} letters, ${one.pages} pages, ${one.requests} requests, ${(one.bytes / 1024).toFixed(0)} KB`);
  t.diagnostic(`heaviest: ${heaviest.path}, ${heaviest.requests} requests, ${(heaviest.bytes / 1024).toFixed(1)} KB`);
  // As they lie in the sources, style and scripts are longer than what the binary carries packed, and nothing of them is kept.
  const { requests, bytes, ...hands } = BUDGET, source = process.env.REDRESS_STYLE === 'source';
  t.diagnostic(`in all: ${within({ ...took, minutes: journey.minutes(SECONDS.read) }, source ? hands : BUDGET, 'the monthly look')}`);
  if (!source) {
    for (const one of pages) assert.ok(one.bytes <= EACH, `${one.path}: ${one.bytes} bytes`);
  }
  assert.deepEqual(context.complaints, []);
  await context.close();
});
