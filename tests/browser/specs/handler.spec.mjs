// Interface 5, journey 2: Jonas answers forty complaints a day. Case after case on keys
// alone, calls written down while the telephone is still warm, the next case painted
// before he wonders; keys, requests and bytes are held to a budget.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { launch, person } from '../harness/browser.mjs';
import { SECONDS, begin, within } from '../harness/budget.mjs';
import { call, reach } from '../harness/hands.mjs';
import { relayTo, signIn, startOffice } from '../harness/office.mjs';
import { startSink } from '../harness/sink.mjs';
import { words } from '../harness/words.mjs';

const minutes = count => ({ timeout: count * 60_000 });
/** For one case, text apart: from the list to the letter that leaves, and on to the next. */
const CASE = { keys: 12, clicks: 0, pages: 2, requests: 20, bytes: 96 * 1024 };
/** For one call, apart from its words and the reference that the caller says. */
const CALL = { keys: 9, clicks: 0, seconds: 4, requests: 22 };
/** From the key to the next case painted. */
const PAINTED_MS = 150;
const STORIES = ['The bill is twice as high as last year.', 'The water was brown for two days.', 'Nobody came to the appointment.', 'The meter was read at the wrong house.'];

let browser, office, sink, told = 0;
before(async () => {
  sink = await startSink();
  office = await startOffice();
  browser = await launch();
  const context = await person(browser, { origin: office.url });
  await relayTo(await context.newPage(), office, sink);
  await context.close();
}, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); await sink?.stop(); });

async function jonas(path) {
  const context = await person(browser, { origin: office.url, language: 'en' }), page = await context.newPage();
  await signIn(page, office.people.handler);
  await page.goto(path);
  return page;
}

/** Complaints of people with an address, on Jonas' desk. */
async function desk(count) {
  const made = [], page = await jonas('/desk?queue=unassigned');
  for (let n = 0; n < count; n++) {
    const email = `rasa${++told}@example.org`;
    const { reference } = await office.complain({ description: STORIES[told % STORIES.length], complainant: { name: `Rasa Jankauskienė ${told}`, email, language: 'lt' } });
    const taken = await page.request.post(`/desk/${reference}/take`, { headers: { origin: office.url, 'sec-fetch-site': 'same-origin' }, form: { lang: 'en' } });
    assert.ok(taken.ok(), `${taken.status()}`);
    made.push({ reference, email });
  }
  await page.context().close();
  for (const { reference } of made) await acknowledged(reference);
  return made;
}

/** What is due next decides the order of the list: it stands once the first letter has left. */
async function acknowledged(reference, patience = 20_000) {
  for (const until = Date.now() + patience; Date.now() < until; await new Promise(next => setTimeout(next, 100))) {
    if ((await office.api(`/complaints/${reference}`)).acknowledged) return;
  }
  throw new Error(`${reference} was not acknowledged within ${patience} ms`);
}

const order = page => page.locator('.list .row').evaluateAll(rows => rows.map(row => row.pathname.split('/').at(-1)));
const comes = (page, reference) => page.waitForFunction(reference => document.querySelector('main [data-case]')?.dataset.case === reference, reference);
const p75 = times => [...times].sort((a, b) => a - b)[Math.floor(times.length * 0.75)];

test('case after case without a mouse: twelve keys each, and the letter leaves in the language and the thread of its reader', minutes(3), async t => {
  const made = await desk(4), page = await jonas('/desk?queue=mine'), queue = (await order(page)).slice(0, 4);
  const journey = await begin(page), spent = [];
  for (const [at, reference] of queue.slice(0, 3).entries()) {
    spent.push(await journey.part(reference, async () => {
      if (at === 0) { await page.keyboard.press('j'); await page.keyboard.press('Enter'); }
      await comes(page, reference);
      await page.keyboard.press('r');
      await page.keyboard.type(`Dear Rasa, the meter was read again and the bill is corrected (${at}).`);
      await page.keyboard.press('Control+Enter');
      await page.locator('form.undo').waitFor();
      await page.keyboard.press('e');
      await comes(page, queue[at + 1]);
    }));
  }
  for (const one of spent) t.diagnostic(within(one, CASE, one.name));
  assert.equal(await page.evaluate(() => document.activeElement.localName), 'h1', 'the next case has the focus');

  const { email, reference } = made.find(one => one.reference === queue[0]);
  const first = await sink.letter(email, new RegExp(reference)), reply = await sink.letter(email, /the bill is corrected \(0\)/);
  assert.ok(reply.subject.startsWith(words('lt')('letter-subject-reply').split('{')[0].trim()), `a Lithuanian subject: ${reply.subject}`);
  const id = first.head.match(/^Message-ID: *(<[^>]+>)/mi)[1];
  assert.ok(reply.head.match(/^References: (.*)$/mi)[1].includes(id), 'it stands in the thread of the acknowledgement');
  assert.equal(sink.letters.filter(letter => letter.to.includes(email) && letter.text.includes('corrected (0)')).length, 1);
  assert.deepEqual(page.context().complaints, []);
  await page.context().close();
});

test('three calls are written down in four seconds each, apart from their words', minutes(2), async t => {
  const made = await desk(3), page = await jonas('/desk?queue=mine'), journey = await begin(page);
  for (const { reference } of made) {
    const one = await journey.part(reference, async () => {
      await call(page, reference, `/desk/${reference}`);
      await comes(page, reference);
      await page.keyboard.press('p');
      await page.keyboard.press('Space');
      await reach(page, '#f-call [name=text]');
      await page.keyboard.type('She asks when somebody comes; Thursday was agreed.');
      await page.keyboard.press('Control+Enter');
      await page.locator('main .notice.good').waitFor();
    });
    const { pages: _, ...rest } = one, seconds = one.keys * SECONDS.key + SECONDS.thought;
    t.diagnostic(within({ ...rest, seconds }, CALL, `the call about ${reference}`));
    const whole = await page.locator('main .thread').textContent();
    assert.ok(whole.includes('Thursday was agreed'), 'it stands in the case');
    assert.ok(whole.includes(words('en')('timeline-call-logged-in')), 'as a call of theirs');
  }
  assert.deepEqual(page.context().complaints, []);
  await page.context().close();
});

test('from the key to the next case painted: at most 150 ms for three of four', minutes(3), async t => {
  await desk(8);
  const page = await jonas('/sign-in'), bare = [];
  // What the same machine takes at the same time for a page that is hardly more than a form.
  for (let n = 0; n < 12; n++) {
    await page.goto('/how');
    bare.push(await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime).then(handle => handle.jsonValue()));
  }
  await page.goto('/desk?queue=mine');
  await page.locator('.live[data-now=live]').waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.locator('main [data-case]').waitFor();
  await page.evaluate(() => {
    window.times = [];
    let pressed;
    addEventListener('keydown', () => { pressed = performance.now(); }, true);
    document.addEventListener('desk:came', () => requestAnimationFrame(() => setTimeout(() => window.times.push(performance.now() - pressed))));
  });
  const rows = await page.locator('.list .row').count();
  for (let n = 0; n < 40; n++) {
    await page.keyboard.press(Math.floor(n / (rows - 1)) % 2 === 0 ? ']' : '[');
    await page.waitForFunction(count => window.times.length === count, n + 1);
  }
  const times = await page.evaluate(() => window.times), case_ = p75(times), base = p75(bare);
  const said = `key to next case painted: p75 ${case_.toFixed(0)} ms, worst ${Math.max(...times).toFixed(0)} ms, n=${times.length}; a bare page p75 ${base.toFixed(0)} ms, n=${bare.length}; ratio ${(case_ / base).toFixed(2)}`;
  t.diagnostic(said);
  console.log(said);
  // On a machine that is slow at everything the bare page is slow, too: the case may take twice as long as that page.
  assert.ok(case_ <= Math.max(PAINTED_MS, 2 * base), said);
  await page.context().close();
});
