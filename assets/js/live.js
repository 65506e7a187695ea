// One stream a page tells which regions changed; they are fetched again through the
// ordinary way. Focus, selection and scroll stay; nothing moves under the pointer.
import { $, $$, announceChange, counts, fetched, markRow, me, reference, say } from './page.js';
import { unsent } from './draft.js';
import { leave } from './leaving.js';

const light = $('.live');
let source, asleep, missed = false, listened;

function show(state) {
  if (light.dataset.now === state) return;
  const first = !light.dataset.now;
  light.dataset.now = state;
  light.textContent = light.dataset[state];
  if (!first) say(light.textContent);
}

export function connect() {
  if (!me || !light) return;
  source?.close();
  listened = reference();
  const query = new URLSearchParams({ at: document.body.dataset.at, ...(listened && { case: listened }) });
  source = new EventSource(`/desk/live?${query}`);
  source.addEventListener('live', () => {
    show('live');
    if (missed) [list, thisCase, others].forEach(soon);
    missed = false;
  });
  source.addEventListener('list', () => soon(list));
  source.addEventListener('case', () => soon(thisCase));
  source.addEventListener('here', () => soon(others));
  source.onerror = () => {
    missed = true;
    // The browser comes back by itself, except after an answer that is no stream.
    if (source.readyState !== EventSource.CLOSED) show('offline'); else comeBack();
  };
}

async function comeBack() {
  const answer = await fetch('/desk/keys', { redirect: 'manual', headers: { 'redress-quiet': '1' } }).catch(() => null);
  if (answer?.type === 'opaqueredirect') { show('out'); return leave(); }
  show('offline');
  setTimeout(() => { if (!document.hidden) connect(); }, 2500);
}

// Several changes in a row are fetched once; many pages do not ask in the same moment.
const waiting = new Map();
function soon(region) {
  if (waiting.has(region)) return;
  waiting.set(region, setTimeout(async () => {
    waiting.delete(region);
    try { await region(); } catch { missed = true; }
  }, 150 + Math.random() * 250));
}

const rows = pane => $$('.row', pane);

async function list() {
  const pane = $('.list');
  const got = await fetched(pane?.dataset.src ?? '/desk?queue=all', { part: pane ? 'list' : 'main', quiet: true });
  if (!got || got.status !== 200) return;
  counts(got.doc);
  if (pane) merge(pane, $('.list', got.doc));
}

function merge(pane, fresh) {
  const old = new Map(rows(pane).map(row => [row.pathname, row]));
  const arrived = rows(fresh).filter(row => !old.has(row.pathname));
  for (const row of rows(fresh)) {
    const its = old.get(row.pathname);
    if (!its) continue;
    old.delete(row.pathname);
    its.className = row.className;
    if (its.innerHTML !== row.innerHTML) its.replaceChildren(...[...row.childNodes].map(node => document.importNode(node, true)));
  }
  // What slid off the end of a full page has not left; the rest fades where it stands.
  const slid = $('.turn a[rel=next]', fresh) ? arrived.length : 0;
  const gone = [...old.values()];
  for (const row of gone.slice(0, gone.length - slid)) row.classList.add('gone');
  pane.fresh = fresh;
  const button = $('.fresh', pane);
  button.hidden = arrived.length === 0;
  if (arrived.length === 0) return;
  $('bdi', button).textContent = arrived.length.toLocaleString(document.documentElement.lang);
  say(button.textContent);
}

/** The person asked for what is new: now it may move. */
function putFresh() {
  const pane = $('.list'), known = new Set(rows(pane).map(row => row.pathname));
  const picked = new Set($$('input:checked', pane).map(box => box.value));
  pane.replaceChildren(...document.adoptNode(pane.fresh).childNodes);
  $$('input[type=checkbox]', pane).forEach(box => { box.checked = picked.has(box.value); });
  markRow();
  const first = rows(pane).find(row => !known.has(row.pathname));
  for (const row of rows(pane)) row.classList.toggle('arrived', !known.has(row.pathname));
  (first ?? pane).focus();
}

async function thisCase() {
  const open = reference();
  if (!open) return;
  const url = new URL(location.href), writing = unsent();
  for (const name of ['done', 'of', 'since']) url.searchParams.delete(name);
  if (writing) url.searchParams.set('since', $('[name=seen]', writing)?.value ?? '');
  const got = await fetched(url, { part: 'main', quiet: true });
  if (got?.status === 404) return location.reload();
  if (!got || reference(got.doc) !== open || reference() !== open) return;
  counts(got.doc);
  ['head', 'lines', 'side'].forEach(name => put(name, got.doc));
  put('limits', got.doc, true);
  if (writing) { put('changed', got.doc); beside(writing); }
  for (const name of ['compose', 'panels']) {
    const region = $(`main [data-region=${name}]`);
    if (!region.contains(document.activeElement) && !region.contains(writing)) put(name, got.doc, true);
  }
  announceChange('desk:changed');
}

/** The notice stands where the person is looking: at their text. */
function beside(form) {
  const notice = $('main [data-region=changed] .problem');
  if (notice) form.before(notice);
  $$('.problem', form.parentElement).slice(0, -1).forEach(older => older.remove());
}

function put(name, doc, folds) {
  const old = $(`main [data-region=${name}]`), now = $(`main [data-region=${name}]`, doc);
  if (!old || !now || old.innerHTML === now.innerHTML) return;
  const open = folds ? $$('details[open]', old).map(fold => fold.id) : [];
  const held = old.contains(document.activeElement) && document.activeElement;
  old.replaceWith(document.adoptNode(now));
  open.forEach(id => { const fold = id && document.getElementById(id); if (fold) fold.open = true; });
  if (!held) return;
  const same = held.id ? document.getElementById(held.id) : $(held.localName === 'h1' ? 'h1' : `[href="${CSS.escape(held.getAttribute('href') ?? '')}"]`, now);
  const to = same ?? $('h1', now) ?? now;
  to.tabIndex = to.tabIndex < 0 ? -1 : to.tabIndex;
  to.focus({ preventScroll: true });
}

/** Who else reads this case. */
async function others() {
  const open = reference(), line = $('main [data-region=here]');
  if (!open || !line) return;
  const got = await fetched(`/desk/${open}/here`, { quiet: true });
  if (!got || got.status !== 200 || reference() !== open) return;
  line.replaceChildren(...got.doc.body.childNodes);
  line.hidden = !line.textContent.trim();
}

// A page that nobody sees needs no connection; a browser has only six for all its pages.
document.addEventListener('visibilitychange', () => {
  clearTimeout(asleep);
  if (document.hidden) asleep = setTimeout(() => { source?.close(); source = null; missed = true; }, 10_000);
  else if (!source || source.readyState === EventSource.CLOSED) connect();
});
document.addEventListener('desk:came', () => { if (listened !== reference()) setTimeout(() => { if (listened !== reference()) connect(); }, 300); });
document.addEventListener('click', event => { if (event.target.closest('[data-do=fresh]')) putFresh(); });
// "3 h left" grows old by itself.
setInterval(() => { if (!document.hidden && light?.dataset.now === 'live') { soon(list); soon(thisCase); } }, 300_000);
