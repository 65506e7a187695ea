// What every page must be, whatever it shows. Each check returns findings in words;
// an empty list is a good page. harness.spec.mjs plants a fault for each.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { direction } from './browser.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Everything below at once; `where` names the page in each finding. */
export async function faults(page, { language, where = page.url() }) {
  const findings = [
    ...(await document(page, language)),
    ...(await overflow(page)),
    ...(await broken(page)),
    ...(await smallTargets(page)),
    ...(await skipLink(page)),
    ...(await accessibility(page)),
    ...new Set(page.context().complaints.splice(0)),
  ];
  return findings.map(finding => `${where}: ${finding}`);
}

/** Language, direction, one heading, a title, no hole where a word should be. */
export function document(page, language) {
  return page.evaluate(([language, direction]) => {
    const findings = [], root = window.document.documentElement;
    if (root.lang !== language) findings.push(`html lang is "${root.lang}", not "${language}"`);
    if ((root.dir || 'ltr') !== direction) findings.push(`html dir is "${root.dir}", not "${direction}"`);
    const headings = window.document.querySelectorAll('h1').length;
    if (headings !== 1) findings.push(`${headings} h1`);
    if (!window.document.title.trim()) findings.push('no title');
    const copy = window.document.body.cloneNode(true);
    copy.querySelectorAll('script, style, pre, code, textarea, [data-verbatim]').forEach(part => part.remove());
    const text = copy.textContent;
    const key = text.match(/(?:^|\s)(?!follow-up\b)((?:field|portal|follow|desk|office|refusal|problem|letter|stage|verb|slice|row|web|form|frame|trouble|outbox|setup|health)-[a-z]+(?:-[a-z]+)*)(?=\s|$)/m);
    if (key) findings.push(`a message is missing: "${key[1]}"`);
    const hole = text.match(/.{0,20}[{}].{0,20}/) ?? text.match(/\b(undefined|NaN)\b/);
    if (hole) findings.push(`a placeholder is left: "${hole[0].trim()}"`);
    for (const part of window.document.querySelectorAll('[alt], [title], [placeholder], [aria-label]')) {
      for (const name of ['alt', 'title', 'placeholder', 'aria-label']) {
        if (/[{}]/.test(part.getAttribute(name) ?? '')) findings.push(`a placeholder is left in ${name}: "${part.getAttribute(name)}"`);
      }
    }
    return findings;
  }, [language, direction(language)]);
}

/** In the pseudo-language every word of ours stands in brackets; people's own words, numbers and names may stand bare. */
export function hardCoded(page) {
  return page.evaluate(() => {
    const findings = [], walker = window.document.createTreeWalker(window.document.body, NodeFilter.SHOW_TEXT);
    const theirs = 'bdi, time, code, pre, textarea, option[lang], [lang]:not(html), [dir=auto], .org, style, script, .ref, [data-verbatim]';
    while (walker.nextNode()) {
      const node = walker.currentNode, text = node.textContent.trim();
      if (!/\p{L}{2,}/u.test(text) || node.parentElement.closest(theirs)) continue;
      // A sentence with a name inside is several nodes: its brackets stand in the element.
      const around = node.parentElement.closest('p, li, dt, dd, h1, h2, h3, label, legend, a, button, span, small, summary, div')?.textContent ?? text;
      if (!/[⟦⟧]/.test(text) && !/⟦[^⟧]*$/.test(around.slice(0, around.indexOf(text)))) findings.push(`not from the catalogue: "${text.slice(0, 60)}"`);
    }
    for (const part of window.document.querySelectorAll('[aria-label], [placeholder], [alt]:not([alt=""])')) {
      const said = part.getAttribute('aria-label') ?? part.getAttribute('placeholder') ?? part.getAttribute('alt');
      if (/\p{L}{2,}/u.test(said) && !/⟦/.test(said)) findings.push(`not from the catalogue: "${said.slice(0, 60)}"`);
    }
    return findings;
  });
}

/** A date or a time of day that a person reads stands in a `<time>` with the day or the instant in UTC; people's own words
    (letters, notes, what was typed) and examples beside a field may hold bare ones. */
export function bareDates(page) {
  return page.evaluate(() => {
    const months = 'January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec';
    const shapes = [`\\d{1,2} (?:${months})\\.? \\d{4}`, '\\d{4}년 \\d{1,2}월 \\d', '\\d{4}年\\d{1,2}月\\d', '\\d{4}\\u00a0m\\. \\p{L}+ \\d', '\\d{4}[-/]\\d{1,2}[-/]\\d{1,2}', '[۰-۹]{1,2} \\p{L}+ [۰-۹]{4}', '[\\d۰-۹]{2}:[\\d۰-۹]{2}'];
    const date = new RegExp(shapes.join('|'), 'u'), findings = [];
    const theirs = 'time, textarea, option, input, code, pre, style, script, template, .said, .written, .text, .hint[id], [data-verbatim]';
    const walker = window.document.createTreeWalker(window.document.querySelector('main'), NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      if (date.test(textContent) && !parentElement.closest(theirs)) findings.push(`a bare date: "${textContent.trim().slice(0, 60)}"`);
    }
    for (const time of window.document.querySelectorAll('main time')) {
      const machine = time.getAttribute('datetime') ?? '';
      if (!/^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?Z)?$/.test(machine)) findings.push(`no day and no instant in UTC: "${machine}" of "${time.textContent.trim()}"`);
    }
    return findings;
  });
}

/** Nothing makes the reader scroll sideways. */
export function overflow(page) {
  return page.evaluate(() => {
    const over = window.document.documentElement.scrollWidth - innerWidth;
    if (over <= 0) return [];
    const wide = [...window.document.querySelectorAll('body *')]
      .filter(part => { const box = part.getBoundingClientRect(); return box.width && (box.right > innerWidth + 1 || box.left < -1); })
      .at(-1);
    return [`${over} px wider than the window of ${innerWidth}: ${wide?.outerHTML.slice(0, 90)}`];
  });
}

/** Words that a column too narrow broke into three lines or more: no overflow, and nobody can read it. Scripts that
    break between any two signs are left out. */
export function broken(page) {
  return page.evaluate(() => {
    // Only said to those who listen: a box of one pixel.
    const unseen = part => part !== null && (getComputedStyle(part).clipPath !== 'none' || unseen(part.parentElement));
    const walker = window.document.createTreeWalker(window.document.body, NodeFilter.SHOW_TEXT), range = window.document.createRange(), found = [];
    while (walker.nextNode()) {
      const node = walker.currentNode, part = node.parentElement;
      if (!part.checkVisibility() || part.closest('script, style, template, textarea, option, .qr') || unseen(part)) continue;
      for (const { 0: word, index } of node.textContent.matchAll(/[\p{Script=Latin}\p{Script=Arabic}]{4,}/gu)) {
        range.setStart(node, index); range.setEnd(node, index + word.length);
        const lines = new Set([...range.getClientRects()].map(box => Math.round(box.top)));
        if (lines.size > 2) found.push(`"${word}" stands on ${lines.size} lines: ${part.outerHTML.slice(0, 90)}`);
      }
    }
    return found.slice(0, 5);
  });
}

/** Overflow again with the text spacing of WCAG 1.4.12. */
export async function overflowWhenSpaced(page) {
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }');
    window.document.adoptedStyleSheets = [...window.document.adoptedStyleSheets, sheet];
  });
  return (await overflow(page)).map(finding => `spaced: ${finding}`);
}

/** Words in a button, a heading or a label that end at an edge which nobody can scroll: larger letters have no room there. */
export function cut(page) {
  return page.evaluate(() => {
    const clips = part => /hidden|clip/.test(getComputedStyle(part).overflowX) || /hidden|clip/.test(getComputedStyle(part).overflowY);
    const told = part => part.matches('.sr, .sr *, [aria-hidden=true], [aria-hidden=true] *') || getComputedStyle(part).clipPath !== 'none';
    // The list cuts long names and subjects on purpose: the whole stands on the case.
    const shortened = part => getComputedStyle(part).textOverflow === 'ellipsis';
    return [...window.document.querySelectorAll('main :is(button, a, h1, h2, h3, label, p, td, th, dd, dt, li, summary), .bar *, .rail a')]
      .filter(part => part.checkVisibility() && !part.matches('input, select, textarea') && clips(part) && !told(part) && !shortened(part))
      .filter(part => part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 1)
      .map(part => `cut off: ${part.outerHTML.slice(0, 90)}`);
  });
}

/** Whoever asked for reduced motion sees none: nothing on the page could begin to move. */
export function moving(page) {
  return page.evaluate(() => {
    const seconds = list => Math.max(...list.split(',').map(parseFloat));
    return [...window.document.querySelectorAll('*')].filter(part => {
      const { animationName, animationDuration, transitionDuration } = getComputedStyle(part);
      return (animationName !== 'none' && seconds(animationDuration) > 0) || seconds(transitionDuration) > 0;
    }).slice(0, 3).map(part => `moves: ${part.outerHTML.slice(0, 90)}`);
  });
}

/** What the answer's head lets a page do: nothing of strangers, nothing written into the page. */
export function loose(answer) {
  const policy = answer.headers()['content-security-policy'] ?? '', found = [];
  for (const must of ["default-src 'none'", "script-src 'self'", "frame-ancestors 'none'", "form-action 'self'", "base-uri 'none'"]) {
    if (!policy.includes(must)) found.push(`the content security policy lacks ${must}: "${policy}"`);
  }
  if (/unsafe|\*|https?:/.test(policy)) found.push(`the content security policy is loose: "${policy}"`);
  return found;
}

/** Targets of 24 by 24 (WCAG 2.5.8); a link inside a sentence is excepted, and so is what cannot be seen, and a
    point of a chart whose cases the chart's own table opens as well (an equivalent control). */
export function smallTargets(page) {
  return page.evaluate(() => {
    const inSentence = part => part.matches('a') && getComputedStyle(part).display === 'inline'
      && [...part.parentElement.childNodes].some(node => node.nodeType === 3 && node.textContent.trim());
    const inTable = part => part.closest('svg') && [...part.closest('figure')?.querySelectorAll('td a[href]') ?? []].some(link => link.getAttribute('href') === part.getAttribute('href'));
    const clipped = part => { const { clip, clipPath } = getComputedStyle(part); return clip !== 'auto' || clipPath !== 'none'; };
    const hidden = (part, box) => box.width <= 1 || box.height <= 1 || clipped(part) || part.ariaHidden === 'true';
    return [...window.document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
      .filter(part => part.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter(part => {
        // The label of a choice is part of its target.
        const boxes = [part, ...(/^(radio|checkbox|file)$/.test(part.type) ? part.labels ?? [] : [])].map(each => each.getBoundingClientRect());
        return !hidden(part, boxes[0]) && !boxes.some(box => box.width >= 24 && box.height >= 24) && !inSentence(part) && !inTable(part);
      })
      .map(part => { const box = part.getBoundingClientRect(); return `target of ${Math.round(box.width)} by ${Math.round(box.height)}: ${part.outerHTML.slice(0, 90)}`; });
  });
}

/** The first stop of the Tab key jumps to the content. */
export async function skipLink(page) {
  // From the page's start, wherever the focus lay (an error summary takes it).
  await page.evaluate(() => { window.document.activeElement?.blur(); getSelection().removeAllRanges(); });
  const first = await page.evaluate(() => {
    const stops = [...window.document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex]')];
    const stop = stops.find(part => part.tabIndex >= 0 && !part.disabled && part.type !== 'hidden');
    const target = stop?.getAttribute('href')?.match(/^#(.+)/)?.[1];
    return { there: Boolean(target && window.document.getElementById(target)), what: stop?.outerHTML.slice(0, 90) };
  });
  return first.there ? [] : [`the first Tab stop is no skip link: ${first.what}`];
}

/** axe; it needs timers, which stand still where scripts are off: there it says nothing. */
export async function accessibility(page) {
  if (!page.context().scripts) return [];
  await page.evaluate(axe);
  const { violations } = await page.evaluate(rules => window.axe.run(window.document, { runOnly: rules }), RULES);
  return violations.flatMap(({ id, impact, nodes }) => nodes.slice(0, 3).map(node => {
    const why = [...node.any, ...node.all, ...node.none][0]?.message ?? '';
    return `axe ${id} (${impact}): ${node.target.join(' ')}: ${why.slice(0, 160)}`;
  }));
}

/** Walks with Tab: each stop shows where it is and nothing lies on top of it. */
export async function unclearStops(page, limit = 60) {
  const findings = [];
  for (let stop = 0; stop < limit; stop++) {
    await page.keyboard.press('Tab');
    const seen = await page.evaluate(() => {
      const part = window.document.activeElement;
      if (!part || part === window.document.body) return null;
      const box = part.getBoundingClientRect();
      // The ring of a choice may be drawn round its label.
      const ring = [part, part.parentElement, ...(part.labels ?? [])].map(each => getComputedStyle(each))
        .some(style => parseFloat(style.outlineWidth) >= 2 && style.outlineStyle !== 'none');
      const top = window.document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
      const covered = top && top !== part && !part.contains(top) && !top.contains(part);
      const first = part.dataset.seenByTab; part.dataset.seenByTab = 'yes';
      return { what: part.outerHTML.slice(0, 90), ring, covered, again: first === 'yes' };
    });
    if (!seen || seen.again) break;
    if (!seen.ring) findings.push(`no focus ring: ${seen.what}`);
    if (seen.covered) findings.push(`covered while focused: ${seen.what}`);
  }
  return findings;
}

/** Bytes over the wire for a first visit, everything included. */
export async function transferred(context, url) {
  const page = await context.newPage();
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  let bytes = 0;
  session.on('Network.loadingFinished', event => { bytes += event.encodedDataLength; });
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.close();
  return bytes;
}
