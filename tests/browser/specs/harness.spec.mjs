// The negative control: a page with one fault of each kind, and a page with none.
import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, test } from 'node:test';
import { launch, person, WIDTHS } from '../harness/browser.mjs';
import { begin, within } from '../harness/budget.mjs';
import * as checks from '../harness/checks.mjs';
import { missing, readPdf } from '../harness/pdf.mjs';
import { enter, fill, focusName, send, typeInto } from '../harness/hands.mjs';

const GOOD = `<!doctype html><html lang="fa" dir="rtl"><head><meta charset="utf-8"><title>شکایت</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head><body>
<header><a href="#main" class="skip">رفتن به محتوا</a></header>
<main id="main"><h1>شکایت</h1><p>تا <time datetime="2026-11-20"><bdi>۲۹ آبان ۱۴۰۵</bdi></time></p><p>متن با <a href="/x">پیوند</a> در جمله.</p>
<form><label for="n">نام</label> <input id="n" autocomplete="name"> <button>ادامه</button></form></main></body></html>`;
const BAD = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title> </title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="/icon"></head><body>
<p><a href="/x">x</a></p><main><h1>One</h1><h1>Two</h1><p>Dear {$name}</p><p>Until 20 November 2026</p><p>تا ۲۹ آبان ۱۴۰۵</p><time datetime="soon">soon</time><p class="wide">wide</p>
<button class="small">.</button><input><a class="bare" href="/y">no ring here</a><img src="http://127.0.0.2:9999/far.png" alt=""></main></body></html>`;
const FORM = `<!doctype html><html lang="en"><title>Form</title><main><form method="post" action="/form">
<label>Name <input name="name"></label> <label><input type="radio" name="kind" value="a"> A</label> <label><input type="radio" name="kind" value="b"> B</label>
<label for="c">Channel</label> <select id="c" name="channel"><option>web<option>phone</select> <button>Continue</button></form></main></html>`;
const STYLE = { '/good.css': ':focus{outline:3px solid}a.skip,button,input{display:inline-block;min-block-size:24px;min-inline-size:24px}',
  '/bad.css': '.wide{inline-size:900px}.small{inline-size:9px;block-size:9px;padding:0}.bare:focus{outline:none}' };

let browser, server, origin;
before(async () => {
  server = createServer((request, response) => {
    const { pathname } = new URL(request.url, 'http://x');
    if (STYLE[pathname]) { response.setHeader('content-type', 'text/css'); return response.end(STYLE[pathname]); }
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (pathname === '/form') {
      let body = '';
      request.on('data', part => { body += part; });
      return request.on('end', () => {
        response.statusCode = request.method === 'GET' ? 200 : 422;
        response.end(FORM.replace('<main>', `<main><p>${new URLSearchParams(body)}</p>`));
      });
    }
    const bad = pathname === '/bad';
    response.setHeader('content-security-policy', bad ? "default-src 'self'; img-src *" : "default-src 'self'; img-src 'self' data:");
    response.end((bad ? BAD : GOOD).replace('</head>', `<link rel="stylesheet" href="/${bad ? 'bad' : 'good'}.css">${bad ? '<script>1</script>' : ''}</head>`));
  });
  await new Promise(listening => server.listen(0, '127.0.0.1', listening));
  origin = `http://127.0.0.1:${server.address().port}`;
  browser = await launch();
});
after(async () => { await browser?.close(); server?.close(); });

async function open(path, options) {
  const context = await person(browser, { origin, width: WIDTHS.narrow, ...options });
  const page = await context.newPage();
  await page.goto(path);
  return page;
}

test('a good page has no fault', { timeout: 60_000 }, async () => {
  const page = await open('/good', { language: 'fa' });
  assert.deepEqual(await checks.faults(page, { language: 'fa' }), []);
  assert.deepEqual(await checks.overflowWhenSpaced(page), []);
  assert.deepEqual(await checks.unclearStops(page), []);
  assert.deepEqual(await checks.bareDates(page), []);
  await page.context().close();
});

test('each planted fault is found', { timeout: 60_000 }, async () => {
  const page = await open('/bad');
  const found = (await checks.faults(page, { language: 'fa' })).join('\n');
  for (const fault of ['html lang is "en"', 'html dir is ""', '2 h1', 'no title', 'Dear {$name}',
    'wider than the window of 320', 'target of 9 by 9', 'no skip link', 'axe label', 'Content Security Policy', 'request to another origin']) {
    assert.ok(found.includes(fault), `"${fault}" was not found in:\n${found}`);
  }
  assert.match((await checks.unclearStops(page)).join('\n'), /no focus ring: <a class="bare"/);
  assert.deepEqual((await checks.bareDates(page)).map(finding => finding.slice(0, 22)), ['a bare date: "Until 20', 'a bare date: "تا ۲۹ آب', 'no day and no instant ']);
  await page.context().close();
});

test('a page whose scripts are off is seen too (without axe, which needs timers)', { timeout: 60_000 }, async () => {
  const page = await open('/bad', { scripts: false });
  assert.match((await checks.faults(page, { language: 'en' })).join('\n'), /2 h1[^]*target of 9 by 9/);
  await page.context().close();
});

test('the language asked for follows from the browser', { timeout: 60_000 }, async () => {
  const page = await open('/good', { language: 'zh-Hant' });
  const asked = await page.request.get(`${origin}/good`);
  assert.equal(asked.status(), 200);
  assert.equal(await page.evaluate(() => navigator.language), 'zh-Hant');
  await page.context().close();
});

test('bytes are counted', { timeout: 60_000 }, async () => {
  const context = await person(browser, { origin });
  const bytes = await checks.transferred(context, `${origin}/good`);
  assert.ok(bytes > GOOD.length && bytes < GOOD.length + 2_000, `${bytes} bytes`);
  await context.close();
});

test('what larger letters cut off, what moves in spite of the wish, and a policy that lets strangers in are found', { timeout: 60_000 }, async () => {
  const page = await open('/good'), style = sheet => page.evaluate(sheet => {
    const added = new CSSStyleSheet();
    added.replaceSync(sheet);
    document.adoptedStyleSheets = [added];
  }, sheet);
  assert.deepEqual([...(await checks.cut(page)), ...(await checks.moving(page))], []);
  await style('h1 { block-size: 9px; overflow: hidden }');
  assert.match((await checks.cut(page)).join(), /cut off: <h1>/);
  await style('p { transition: color .2s }');
  assert.match((await checks.moving(page)).join(), /moves: <p>/);
  const strict = "default-src 'none'; script-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'";
  const answer = policy => ({ headers: () => ({ 'content-security-policy': policy }) });
  assert.deepEqual(checks.loose(answer(strict)), []);
  assert.equal(checks.loose(answer(strict.replace("script-src 'self'", "script-src 'self' 'unsafe-inline'"))).length, 1);
  assert.ok(checks.loose(answer('')).length > 3);
  await page.context().close();
});

test('a journey counts what hands do and what the wire carries, and a budget is a budget', { timeout: 60_000 }, async () => {
  const page = await open('/good'), journey = await begin(page);
  const part = await journey.part('two keys, a word, a click and a page', async () => {
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.type('word');
    await page.goto('/form');
    await page.locator('input[name=name]').click();
  });
  assert.deepEqual([part.keys, part.letters, part.clicks, part.pages], [2, 4, 1, 1]);
  assert.ok(part.requests >= 1 && part.bytes > FORM.length / 2 && part.bytes < FORM.length + 2_000, JSON.stringify(part));
  assert.equal(journey.heaviest().path, '/form');
  assert.throws(() => within(part, { keys: 1 }, 'this'), /this costs more than it may: keys 2 of 1/);
  assert.match(within(part, { keys: 2, clicks: 1 }), /keys 2 of 2, clicks 1 of 1/);
  await page.context().close();
});

test('paper says its language, its title and its letters, in scripts that are shaped, too', { timeout: 60_000 }, async () => {
  const page = await open('/good', { language: 'fa' });
  const paper = readPdf(await page.pdf({ format: 'A4', tagged: true }));
  assert.deepEqual([paper.sheets, paper.tagged, paper.lang, paper.title], [1, true, 'fa', 'شکایت']);
  assert.deepEqual(missing(paper, 'متن با پیوند در جمله'), []);
  assert.deepEqual(missing(paper, 'ژ한'), ['ژ', '한'], 'letters that do not stand on it are missed');
  assert.equal(readPdf(await page.pdf({ tagged: false })).tagged, false);
  await page.context().close();
});

test('a form is filled by name with scripts off, and by keyboard', { timeout: 60_000 }, async () => {
  const page = await open('/form', { scripts: false });
  await fill(page, { name: 'Maryam', kind: 'b', channel: 'phone' });
  assert.equal(await send(page), 422);
  assert.equal(await page.locator('main p').textContent(), 'name=Maryam&kind=b&channel=phone');
  await typeInto(page, 'Name', 'Jonas');
  assert.equal(await focusName(page), 'Name');
  await Promise.all([page.waitForNavigation(), enter(page, 'Continue')]);
  assert.match(await page.locator('main p').textContent(), /^name=Jonas&channel=web$/);
  await assert.rejects(enter(page, 'Not there'), /Tab never reached Not there; it met: Name/);
  await page.context().close();
});
