// The palette (Ctrl K) and the sheet of keys (?). Both dialogs come from the server
// when they are first asked for; it knows what may be done here, and the words.
import { $, $$, fetched, go, me, reference } from './page.js';

const recent = `redress:${me}:recent`;
let ready, opener, asked, coming, at = -1;

const dialogs = () => (ready ??= fetched('/desk/keys').then(got => {
  if (!got) return location.reload();
  document.body.append(...[...got.doc.querySelectorAll('dialog')].map(each => document.adoptNode(each)));
  begin();
}).catch(() => { ready = undefined; }));

async function open(id) {
  if ($('dialog[open]')) return;
  opener = document.activeElement;
  await dialogs();
  const dialog = document.getElementById(id);
  if (!dialog || dialog.open) return;
  dialog.showModal();
  return dialog;
}

export const sheet = () => open('keys');

export async function palette() {
  const dialog = await open('palette');
  if (!dialog) return;
  const field = $('#palette-q');
  field.value = '';
  field.focus();
  coming = look();
}

function begin() {
  const field = $('#palette-q'), list = $('#palette-list');
  let wait;
  field.addEventListener('input', () => { clearTimeout(wait); coming = undefined; wait = setTimeout(() => { coming = look(); }, 60); });
  field.addEventListener('keydown', event => {
    const lines = $$('[role=option]', list), step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) { event.preventDefault(); point((at + step + lines.length) % lines.length); }
    if (event.key === 'Home' || event.key === 'End') { event.preventDefault(); point(event.key === 'Home' ? 0 : lines.length - 1); }
  });
  field.form.addEventListener('submit', async event => {
    event.preventDefault();
    // Whoever types faster than lines come means the line of what was typed last.
    clearTimeout(wait);
    await (coming ??= look());
    choose($$('[role=option]', list)[at]);
  });
  list.addEventListener('click', event => choose(event.target.closest('[role=option]')));
  for (const dialog of $$('dialog')) {
    dialog.addEventListener('close', () => { if (opener?.isConnected) opener.focus(); });
    // A click beside it closes it, as everybody expects.
    dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  }
}

async function look() {
  asked?.abort();
  asked = new AbortController();
  const url = new URL('/desk/palette', location.href), here = new URL(location.href).searchParams;
  for (const name of ['queue', 'sort']) if (here.has(name)) url.searchParams.set(name, here.get(name));
  url.searchParams.set('what', $('#palette-q').value);
  if (reference()) url.searchParams.set('case', reference());
  url.searchParams.set('recent', remembered().join());
  let got;
  try { got = await fetched(url, { signal: asked.signal }); } catch { return; }
  if (!got) return location.reload();
  const list = $('#palette-list');
  list.replaceChildren(...got.doc.querySelectorAll('li'));
  $$('[role=option]', list).forEach((line, n) => { line.id = `palette-${n}`; });
  point(0);
}

function point(to) {
  const field = $('#palette-q'), lines = $$('#palette-list [role=option]');
  at = Math.min(to, lines.length - 1);
  lines.forEach((line, n) => line.setAttribute('aria-selected', String(n === at)));
  if (at < 0) return field.removeAttribute('aria-activedescendant');
  field.setAttribute('aria-activedescendant', lines[at].id);
  lines[at].scrollIntoView({ block: 'nearest' });
}

function choose(line) {
  if (!line) return;
  opener = null;
  $('#palette').close();
  go(line.dataset.href);
}

function remembered() {
  try { return JSON.parse(sessionStorage.getItem(recent)) ?? []; } catch { return []; }
}

/** References only, and as long as the window is open: what they stand for the server tells to whoever may know. */
export function remember() {
  const open = reference();
  if (!open || !me) return;
  try { sessionStorage.setItem(recent, JSON.stringify([open, ...remembered().filter(each => each !== open)].slice(0, 6))); } catch { /* none kept */ }
}
document.addEventListener('desk:came', remember);
