// What the scripts of the desk share: fetching a part of a page, putting it where
// the old one stood, saying something. Every page works without them.

export const $ = (selector, root = document) => root.querySelector(selector);
export const $$ = (selector, root = document) => [...root.querySelectorAll(selector)];
export const me = document.body.dataset.me;
const language = document.documentElement.lang;

// Only answers of our own server come here; it escaped what people wrote.
const policy = window.trustedTypes?.createPolicy('redress', { createHTML: text => text }) ?? { createHTML: text => text };
export const parsed = text => new DOMParser().parseFromString(policy.createHTML(text), 'text/html');

/** The reference of the case on the page, if there is one. */
export const reference = (root = document) => $('main [data-case]', root)?.dataset.case;

export function inLanguage(path) {
  const url = new URL(path, location.href);
  url.searchParams.set('lang', language);
  return url;
}

/** When somebody here last asked the server for something. */
let asked = Date.now();
export const lastAsked = () => asked;
export const noteAsked = () => { asked = Date.now(); };

/** `quiet`: nobody asked for it, so the session is not prolonged. Null: one has to sign in. */
export async function fetched(path, { part, quiet, ...more } = {}) {
  const headers = { ...(part && { 'redress-part': part }), ...(quiet && { 'redress-quiet': '1' }) };
  const answer = await fetch(inLanguage(path), { headers, ...more });
  if (answer.redirected && new URL(answer.url).pathname === '/sign-in') return null;
  if (!quiet) noteAsked();
  return { status: answer.status, doc: parsed(await answer.text()) };
}

const said = document.createElement('p');
said.className = 'sr';
said.setAttribute('role', 'status');
document.body.append(said);
export function say(text) {
  said.textContent = '';
  if (text) setTimeout(() => { said.textContent = text; }, 50);
}

/** Counts of the rail, each in its place. */
export function counts(doc) {
  const fresh = new Map($$('.rail a', doc).map(link => [link.pathname + link.search, $('.n', link)]));
  for (const link of $$('.rail a')) {
    const here = link.pathname + link.search, [old, now] = [$('.n', link), fresh.get(here)];
    if (!fresh.has(here)) continue;
    if (old?.textContent === now?.textContent) continue;
    old?.remove();
    if (now) link.append(document.adoptNode(now));
  }
}

export function markRow() {
  const open = reference();
  for (const row of $$('.list .row')) {
    const current = open && row.pathname.endsWith(`/${open}`);
    if (current) row.setAttribute('aria-current', 'true'); else row.removeAttribute('aria-current');
  }
}

export const announceChange = name => document.dispatchEvent(new CustomEvent(name));

/** Opens the form of a verb and puts the cursor into it; false when it is not on the page. */
export function openForm(verb) {
  const fold = document.getElementById(`v-${verb}`), form = document.getElementById(`f-${verb}`);
  if (!form) return false;
  if (fold?.localName === 'details') fold.open = true;
  const field = $$('textarea, select, input:not([type=hidden]), button', form).find(each => each.type !== 'file');
  field?.focus();
  form.scrollIntoView({ block: 'nearest' });
  return true;
}

let going;
/** Another case into the pane beside the list, without loading the page again. */
export async function go(href, { push = true } = {}) {
  const url = new URL(href, location.href);
  const beside = $('.list') && $('main.case') && /^\/desk\/[A-Z]{2}-\d{2}-[^/]+$/.test(url.pathname);
  // Back to a page that answered a form: it is asked for, the form is not sent again.
  const leave = () => (push ? location.assign(url) : location.replace(url.pathname + url.search));
  if (!beside) return leave();
  going?.abort();
  going = new AbortController();
  announceChange('desk:leave');
  let got;
  try {
    got = await fetched(url, { part: 'main', signal: going.signal });
  } catch (error) {
    if (error.name !== 'AbortError') leave();
    return;
  }
  if (got?.status !== 200 || !reference(got.doc)) return leave();
  if (push) history.pushState(null, '', url);
  document.title = got.doc.title;
  document.body.className = got.doc.body.className;
  $('main').replaceWith(document.adoptNode($('main', got.doc)));
  counts(got.doc);
  markRow();
  scrollTo(0, 0);
  announceChange('desk:came');
  const verb = url.hash.startsWith('#v-') && url.hash.slice(3);
  if (!verb || !openForm(verb)) {
    const title = $('main h1');
    title.tabIndex = -1;
    title.focus({ preventScroll: true });
  }
}
