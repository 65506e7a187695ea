// A complaint from a phone of 390 px with scripts off, in six languages: from the
// home page to the confirmation, and followed by reference and access code.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { LANGUAGES, WIDTHS, launch, person } from '../harness/browser.mjs';
import { faults } from '../harness/checks.mjs';
import { confirmation, fillIn, follow, handIn, onFollowPage } from '../harness/complainant.mjs';
import { fill, send } from '../harness/hands.mjs';
import { startOffice } from '../harness/office.mjs';
import { PEOPLE, PHOTO } from '../harness/stories.mjs';
import { words } from '../harness/words.mjs';

const minutes = count => ({ timeout: count * 60_000 });
let browser, office;
before(async () => { office = await startOffice(); browser = await launch(); }, minutes(2));
after(async () => { await browser?.close(); await office?.stop(); });

const phone = more => person(browser, { origin: office.url, width: WIDTHS.phone, scripts: false, ...more });
const everything = async () => (await office.api('/complaints?limit=200')).items;
const none = found => assert.ok(found.length === 0, `${found.length} findings\n${[...new Set(found)].join('\n')}`);

for (const language of LANGUAGES) {
  test(`a complaint in ${language}, sent and followed`, minutes(2), async () => {
    const who = PEOPLE[language], say = words(language), found = [], before = await everything();
    const look = async (page, name) => { found.push(...(await faults(page, { language, where: name }))); };
    const context = await phone({ language }), page = await context.newPage();

    await page.goto('/');
    await look(page, 'home');
    await page.locator('main a[href^="/complain"]').first().click();
    await fillIn(page, who, { look });
    const shown = await page.locator('main').textContent();
    for (const answer of [who.story, who.name, who.email, PHOTO.name]) assert.ok(shown.includes(answer), `the check page does not show "${answer}"`);

    // Sent twice at once, again by going back, and again by hand: it stays one complaint.
    const action = await page.locator('main form').getAttribute('action');
    const post = () => page.request.post(action, { form: { lang: language }, headers: { origin: office.url, 'sec-fetch-site': 'same-origin' } });
    const twins = await Promise.all([post(), post()]);
    assert.deepEqual(twins.map(answer => answer.status()), [200, 200]);
    const told = await handIn(page, { look });
    await page.goBack();
    if (!page.url().includes('/done')) assert.equal(await send(page, 'main .go button:not([name])'), 200);
    assert.deepEqual(await confirmation(page), told);
    await page.reload();
    assert.deepEqual(await confirmation(page), told, 'refreshing shows the same page');
    const mine = (await everything()).filter(item => !before.some(old => old.reference === item.reference));
    assert.deepEqual(mine.map(item => item.reference), [told.reference]);

    await page.locator('main a[href*="/receipt"]').click();
    await look(page, 'receipt');
    assert.ok((await page.locator('main').textContent()).includes(told.code));

    // Another day, with nothing but the paper in their hand.
    await context.clearCookies();
    await page.goto('/follow');
    await look(page, 'follow');
    await follow(page, told);
    await look(page, 'status');
    assert.ok((await page.locator('.track').textContent()).includes(say('follow-step-received')));

    assert.equal(await onFollowPage(page, 'message', { 'your-message': who.more }), 200);
    assert.ok((await page.locator('#messages').textContent()).includes(who.more));
    assert.equal(await onFollowPage(page, 'information', { 'more-files': [{ ...PHOTO, name: 'second.png' }] }), 200);
    await look(page, 'status with a message and a file');
    const [download] = await Promise.all([page.waitForEvent('download'), page.locator('a[download="second.png"]').first().click()]);
    assert.deepEqual(readFileSync(await download.path()), PHOTO.buffer);

    await page.locator('form[action*="/follow/leave"] button').click();
    const closed = await page.goto('/follow/case');
    assert.ok(!(await page.content()).includes(who.more), 'after leaving, nothing is shown');
    assert.ok(closed.status() < 500);
    none(found);
    await context.close();
  });
}

test('answers are kept from step to step and go on in another browser', minutes(1), async () => {
  const context = await phone({ language: 'lt' }), page = await context.newPage(), who = PEOPLE.lt;
  await page.goto('/complain');
  await fill(page, { story: who.story, 'still-happening': 'unsure' });
  await page.locator('button[name=later]').click();
  const link = await page.locator('main bdi[translate=no]').textContent();
  await context.close();

  const elsewhere = await phone({ language: 'lt' }), other = await elsewhere.newPage();
  await other.goto(new URL(link).pathname + new URL(link).search);
  if (!/\/1$/.test(new URL(other.url()).pathname)) await other.goto(new URL(link).pathname.replace(/\d$/, '1'));
  assert.equal(await other.locator('[name=story]').inputValue(), who.story);
  assert.ok(await other.locator('[name=still-happening][value=unsure]').isChecked());
  await elsewhere.close();
});

test('chosen files are named at once: by the browser, or with scripts in the words of the page', minutes(1), async () => {
  const file = name => ({ name, mimeType: 'image/png', buffer: PHOTO.buffer });
  for (const scripts of [false, true]) {
    const context = await phone({ language: 'fa', scripts }), page = await context.newPage();
    await page.goto('/complain');
    const field = page.locator('[name=enclosures]'), box = () => field.boundingBox();
    await page.setInputFiles('[name=enclosures]', [file('first.png'), file('second.png')]);
    if (!scripts) {
      assert.ok((await box()).width > 100 && (await box()).height >= 24, 'the control of the browser is seen');
      assert.equal(await page.locator('.drop > .btn').isVisible(), false, 'and no second one');
    } else {
      assert.ok((await box()).width <= 1, 'nothing speaks the language of the browser');
      const said = await page.locator('.drop .files').innerText();
      assert.ok(said.includes('first.png') && said.includes('second.png') && /[۰-۹]/.test(said), said);
      assert.deepEqual(await faults(page, { language: 'fa', where: 'files chosen' }), []);
      await page.locator('.drop .files button').first().click();
      assert.deepEqual(await field.evaluate(input => [...input.files].map(each => each.name)), ['second.png']);
      assert.ok(!(await page.locator('.drop .files').innerText()).includes('first.png'));
    }
    await fill(page, { story: PEOPLE.fa.story, 'still-happening': 'no' });
    await send(page, 'main .go button:not([name])');
    await page.locator('main > .wrap > p a').last().click();
    const kept = await page.locator('main .files').last().innerText();
    assert.ok(kept.includes('second.png') && kept.includes('first.png') === !scripts, kept);
    await context.close();
  }
});

test('a change from the check page comes back to it', minutes(1), async () => {
  const context = await phone({ language: 'en' }), page = await context.newPage();
  await page.goto('/complain');
  await fillIn(page, PEOPLE.en, { files: [] });
  await page.locator('main section a').nth(2).click();
  await fill(page, { 'your-phone': '0800 555 099' });
  assert.equal(await send(page, 'main .go button:not([name])'), 200);
  assert.match(new URL(page.url()).pathname, /\/4$/);
  assert.ok((await page.locator('main').textContent()).includes('0800 555 099'));
  await context.close();
});

test('an anonymous complaint gets a code too, and its acknowledgement is the page', minutes(1), async () => {
  const context = await phone({ language: 'fa' }), page = await context.newPage();
  await page.goto('/complain');
  await fill(page, { story: PEOPLE.fa.story, 'still-happening': 'no' });
  await send(page, 'main .go button:not([name])');
  await send(page, 'main .go button:not([name])');
  await fill(page, { 'stay-anonymous': '1' });
  await send(page, 'main .go button:not([name])');
  const told = await handIn(page);
  assert.ok((await page.locator('main').textContent()).includes(words('fa')('portal-next-shown')));
  // Persian digits and small letters are forgiven.
  const persian = text => text.toLowerCase().replace(/\d/g, digit => '۰۱۲۳۴۵۶۷۸۹'[digit]);
  await follow(page, { reference: persian(told.reference), code: persian(told.code).replaceAll('-', ' ') });
  await context.close();
});

test('a wrong reference and a wrong code get one and the same answer', minutes(1), async () => {
  const { reference } = await office.complain({ complainant: { name: 'Hannah Whitlock' } });
  const answers = [];
  for (const typed of [reference, 'RD-26-0000-000']) {
    const context = await phone({ language: 'en' }), page = await context.newPage();
    await page.goto('/follow');
    await fill(page, { 'your-reference': typed, 'access-code': 'AAAA-BBBB-CCCC-DDDD' });
    assert.equal(await send(page, 'main .go button:not([name])'), 422);
    answers.push((await page.locator('main').innerText()).replaceAll(typed, ''));
    assert.equal(await page.locator('main .field .err').count() > 0, true, 'the message stands beside a field');
    await context.close();
  }
  assert.equal(answers[0], answers[1]);
});
