// The pictures of the manager's page say what their tables say, in both directions of
// reading, and can be told from the paper they stand on.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, person } from '../harness/browser.mjs';
import { signIn, startDemo } from '../harness/office.mjs';

const minutes = count => ({ timeout: count * 60_000 });
let browser, office;
before(async () => { office = await startDemo(); browser = await launch(); }, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); });

async function figures(language, scheme = 'light') {
  const context = await person(browser, { origin: office.url, language, scheme }), page = await context.newPage();
  await signIn(page, office.people.manager);
  await page.goto(`/desk/figures?lang=${language}`);
  return page;
}

/** Of each chart: what its marks say and lead to, and what its table says and leads to. */
const charts = page => page.locator('figure.chart').evaluateAll(all => all.map(chart => ({
  id: chart.id,
  marks: [...chart.querySelectorAll('svg a')].map(a => ({ href: a.getAttribute('href'), said: a.querySelector('title').textContent })),
  cells: [...chart.querySelectorAll('tbody td')].map(td => ({ href: td.querySelector('a')?.getAttribute('href'), said: td.textContent.trim(), row: td.parentElement.querySelector('th').textContent.trim() })),
  sentence: chart.querySelector('figcaption .hint').textContent,
  hidden: chart.querySelector('svg').getAttribute('aria-hidden'),
})));

for (const language of ['en', 'fa', 'ko']) {
  test(`each mark of a chart is a line of its table (${language})`, minutes(1), async () => {
    const page = await figures(language), found = [];
    const all = await charts(page);
    assert.deepEqual(all.map(chart => chart.id), ['months', 'in-time', 'ages', 'workload']);
    for (const { id, marks, cells, sentence, hidden } of all) {
      assert.ok(marks.length > 0, `${id} has marks`);
      assert.equal(hidden, 'true', `${id}: the table is what is read aloud`);
      assert.match(sentence, /[\d۰-۹]/, `${id}: its sentence names a number`);
      for (const mark of marks) {
        const cell = cells.find(cell => cell.href === mark.href && mark.said.includes(cell.row));
        if (!cell) found.push(`${id}: no line of the table leads to ${mark.href} as "${mark.said}" does`);
        else if (!mark.said.endsWith(`: ${cell.said}`)) found.push(`${id}: the picture says "${mark.said}", the table "${cell.said}"`);
      }
      // A sliver of a row is no place to click, and a share of too few is no place at all.
      const numbers = cells.filter(cell => /[1-9۱-۹]/.test(cell.said));
      if (id === 'months' && marks.length < numbers.length) found.push(`${id}: ${marks.length} marks for ${numbers.length} numbers`);
    }
    assert.deepEqual(found, []);
    await page.context().close();
  });
}

test('the first month stands where reading begins', minutes(1), async () => {
  for (const [language, first] of [['en', 'left'], ['fa', 'right']]) {
    const page = await figures(language);
    const places = await page.locator('#months svg').evaluate(svg => {
      const of = a => { const box = a.querySelector('rect:not(.hit)').getBoundingClientRect(); return (box.left + box.right) / 2; };
      const marks = [...svg.querySelectorAll('a')].map(of), frame = svg.getBoundingClientRect();
      return { first: marks[0] - frame.left, last: marks.at(-1) - frame.left, width: frame.width };
    });
    const rightmost = places.first > places.last;
    assert.equal(rightmost, first === 'right', `${language}: ${JSON.stringify(places)}`);
    const rows = await page.locator('#ages svg').evaluate(svg => {
      const frame = svg.getBoundingClientRect(), text = svg.querySelector('text').getBoundingClientRect();
      return text.left + text.width / 2 > frame.left + frame.width / 2;
    });
    assert.equal(rows, first === 'right', `${language}: the names of the rows stand there, too`);
    await page.context().close();
  }
});

test('every kind of mark stands out from its paper, light and dark', minutes(1), async () => {
  for (const scheme of ['light', 'dark']) {
    const page = await figures('en', scheme);
    const faint = await page.evaluate(() => {
      const parts = colour => colour.match(/[\d.]+/g)?.map(Number) ?? [];
      const light = colour => { const [r, g, b] = parts(colour).map(v => { v /= 255; return v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4; }); return 0.2126 * r + 0.7152 * g + 0.0722 * b; };
      const contrast = (one, other) => { const [a, b] = [light(one), light(other)].sort((x, y) => y - x); return (a + 0.05) / (b + 0.05); };
      const shown = colour => /^rgb/.test(colour) && parts(colour)[3] !== 0;
      return [...document.querySelectorAll('.chart svg :is(rect:not(.hit), circle, path.line)')].flatMap(mark => {
        const paper = getComputedStyle(mark.closest('figure')).backgroundColor, { fill, stroke } = getComputedStyle(mark);
        const best = Math.max(...[fill, stroke].filter(shown).map(colour => contrast(colour, paper)), 0);
        return best >= 3 ? [] : [`${mark.localName}.${mark.getAttribute('class')} ${fill} ${stroke} on ${paper}: ${best.toFixed(2)}`];
      });
    });
    assert.deepEqual([...new Set(faint)], [], scheme);
    assert.ok(await page.locator('.chart svg rect:not(.hit)').count() > 10, 'there were marks to look at');
    await page.context().close();
  }
});
