// A date is the same date on every page and in every calendar: what a person reads is
// compared with the browser's own calendars, and both with what the server counted.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, WIDTHS, launch, person } from '../harness/browser.mjs';
import { bareDates } from '../harness/checks.mjs';
import { fillIn, follow, handIn } from '../harness/complainant.mjs';
import { signIn, startOffice } from '../harness/office.mjs';
import { PEOPLE } from '../harness/stories.mjs';

const minutes = count => ({ timeout: count * 60_000 });
const ZONE = 'Europe/Vilnius', DAY = 86_400_000;
let browser, office;
before(async () => { office = await startOffice(); browser = await launch(); }, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); });

const latin = text => text.replace(/[۰-۹]/g, digit => '۰۱۲۳۴۵۶۷۸۹'.indexOf(digit));

/** Day, month and year of an instant or a day, as the calendar of the language counts them in the office's zone. */
function calendar(language, datetime) {
  const day = /^\d{4}-\d\d-\d\d$/.test(datetime), at = new Date(day ? `${datetime}T12:00:00Z` : datetime);
  const zone = { timeZone: day ? 'UTC' : ZONE, calendar: language === 'fa' ? 'persian' : 'gregory' };
  const parts = new Intl.DateTimeFormat('en-u-nu-latn', { ...zone, year: 'numeric', month: 'numeric', day: 'numeric' }).formatToParts(at);
  const of = type => Number(parts.find(part => part.type === type).value);
  return { day: of('day'), month: of('month'), year: of('year'), name: new Intl.DateTimeFormat(language, { ...zone, month: 'long' }).format(at) };
}

/** What is wrong with a written date: another day, another year, digits of another script, no month at all. */
function wrong(language, { datetime, text: whole }) {
  // The name of a zone (UTC+2) is written in Latin everywhere.
  const text = whole.replace(/UTC[+−-]?[\d:]*/g, '');
  const { day, month, year, name } = calendar(language, datetime), digits = latin(text).match(/\d+/g)?.map(Number) ?? [], found = [];
  if (!digits.includes(day)) found.push(`day ${day}`);
  if (digits.some(n => n > 1300 && n !== year)) found.push(`year ${year}`);
  // A short form may cut the name of the month; a figure is its number.
  const spoken = [...Array(12).keys()].map(n => n + 1).includes(month) && (digits.includes(month) || text.includes(name) || text.includes(name.slice(0, 3)));
  if (!spoken) found.push(`month ${name}`);
  if (language === 'fa' ? /[0-9]/.test(text) : /[۰-۹]/.test(text)) found.push('digits of another script');
  return found.length ? [`${language}: "${text}" of ${datetime}: ${found.join(', ')}`] : [];
}

const times = page => page.locator('main time[datetime]').evaluateAll(all => all.map(time => ({ datetime: time.getAttribute('datetime'), text: time.textContent.trim(), title: time.title, chip: time.closest('.chip') !== null })));

test('the calendars agree that 20 November 2026 is 29 Aban 1405, and a wrong date would be found', () => {
  const { day, year, name } = calendar('fa', '2026-11-20');
  assert.deepEqual([day, name, year], [29, 'آبان', 1405]);
  assert.deepEqual(wrong('fa', { datetime: '2026-11-20', text: '۲۹ آبان ۱۴۰۵' }), []);
  assert.deepEqual(wrong('en', { datetime: '2026-11-20', text: '20 Nov 2026' }), []);
  for (const text of ['۳۰ آبان ۱۴۰۵', '۲۹ آذر ۱۴۰۵', '۲۹ آبان ۱۴۰۴', '29 آبان 1405', '۲۰ نوامبر ۲۰۲۶']) assert.equal(wrong('fa', { datetime: '2026-11-20', text }).length, 1, text);
  assert.equal(wrong('en', { datetime: '2026-11-20', text: '21 Nov 2026' }).length, 1);
});

test('on the case each deadline is the one that was counted, in six languages and two calendars', minutes(3), async () => {
  const { reference } = await office.complain({ complainant: { name: 'Hannah Whitlock', email: 'hannah@example.org' } });
  const { due } = await office.api(`/complaints/${reference}`), promised = [due.acknowledgement, due.assessment, due.response].filter(Boolean);
  assert.ok(promised.length >= 2);
  for (const language of LANGUAGES) {
    const context = await person(browser, { origin: office.url, language }), page = await context.newPage(), found = [];
    await signIn(page, office.people.handler);
    await page.goto(`/desk/${reference}?lang=${language}`);
    const all = await times(page), written = all.filter(time => !time.chip && /\d{4}-\d\d/.test(time.datetime));
    for (const at of promised) {
      const shown = written.filter(time => Date.parse(time.datetime) === Date.parse(at) || time.datetime === new Date(Date.parse(at)).toLocaleDateString('sv', { timeZone: ZONE }));
      if (shown.length === 0) found.push(`${language}: ${at} stands nowhere`);
    }
    found.push(...written.filter(time => /\p{L}|[\d۰-۹].*[\d۰-۹]/u.test(time.text) && !/^\D*\d\d?:\d\d\D*$/.test(latin(time.text))).flatMap(time => wrong(language, time)));
    assert.deepEqual(found, []);
    // What a chip says in words says its title exactly.
    for (const chip of all.filter(time => time.chip)) assert.deepEqual(wrong(language, { datetime: chip.datetime, text: chip.title }), []);
    await context.close();
  }
});

test('what the complainant is promised on the follow-up page is what the desk reads', minutes(2), async () => {
  const made = await office.complain({ complainant: { name: 'مریم کریمی', email: 'maryam@example.org', language: 'fa' } });
  const { due } = await office.api(`/complaints/${made.reference}`);
  for (const language of ['fa', 'en']) {
    const context = await person(browser, { origin: office.url, language, scripts: false }), page = await context.newPage();
    await page.goto(`/follow?lang=${language}`);
    await page.locator('[name=your-reference]').fill(made.reference);
    await page.locator('[name=access-code]').fill(made.access_code);
    await page.locator('main .go button:not([name])').click();
    assert.deepEqual((await times(page)).flatMap(time => wrong(language, time)), []);
    const { day, name } = calendar(language, due.response), shown = latin(await page.locator('main').innerText());
    assert.match(shown, new RegExp(`${day} ${name}|${name} ${day}`), `${language}: the day of the answer stands there`);
    assert.ok(Date.parse(due.response) > Date.now() + DAY);
    await context.close();
  }
});

test('a machine reads every date: confirmation, receipt, follow-up page and desk, in six languages', minutes(4), async () => {
  for (const language of LANGUAGES) {
    const found = [], look = async (page, where) => { found.push(...(await bareDates(page)).map(finding => `${language} ${where}: ${finding}`)); };
    const context = await person(browser, { origin: office.url, language, width: WIDTHS.phone, scripts: false }), page = await context.newPage();
    await page.goto(`/complain?lang=${language}`);
    await fillIn(page, PEOPLE[language], { files: [] });
    const told = await handIn(page);
    assert.ok((await times(page)).length >= 2, 'what happens next has its dates');
    await look(page, 'confirmation');
    await page.locator('main a[href*="/receipt"]').click();
    assert.ok((await times(page)).length >= 3);
    await look(page, 'receipt');
    await follow(page, told);
    assert.ok((await times(page)).length >= 3);
    await look(page, 'follow-up');
    await context.clearCookies();
    await signIn(page, office.people.handler);
    for (const path of [`/desk/${told.reference}`, '/desk?queue=all', `/desk/${told.reference}/why`, `/desk/${told.reference}/receipt`]) {
      await page.goto(`${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      await look(page, path);
    }
    assert.deepEqual(found, []);
    await context.close();
  }
});
