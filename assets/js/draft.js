// What is being written is kept: on this device at every key, on the server within a
// second. It comes back after a reload, on another device, after signing in again.
import { $, $$, inLanguage, me, reference } from './page.js';

const touched = new Set(), timers = new Map();
const BELONG = new Set(['lang', 'seen', 'request', 'next']);
const place = (verb, of = reference()) => `redress:${me}:${of}:${verb}`;

/** The form with words that nobody has got yet, if there is one. */
export const unsent = () => [...touched].find(form => form.isConnected && written(form).some(([, value]) => value.trim()));

const written = form => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !BELONG.has(name));

function keepHere(form, synced) {
  try {
    localStorage.setItem(place(form.dataset.keep), JSON.stringify({ pairs: written(form), synced }));
  } catch { /* a full or closed storage: the server has it */ }
}

function tell(form, text) {
  const line = $('.saved', form);
  if (line && line.textContent !== text) line.textContent = text;
}

async function save(form) {
  clearTimeout(timers.get(form));
  timers.delete(form);
  if (!form.isConnected && !form.dataset.of) return;
  const body = new URLSearchParams([...new FormData(form)].filter(([, value]) => typeof value === 'string'));
  body.set('verb', form.dataset.keep);
  try {
    const answer = await fetch(inLanguage(`/desk/${form.dataset.of}/composing`), { method: 'POST', body, keepalive: true });
    if (answer.redirected || !answer.ok) throw new Error(answer.status);
    tell(form, await answer.text());
    // Known now: the words seem to be in another language than the letter.
    const other = $('.other', form);
    if (other && !other.dataset.stays) other.hidden = !answer.headers.has('redress-other-language');
    if (!timers.has(form) && !form.dataset.sent) keepHere(form, true);
  } catch {
    tell(form, $('[data-local]')?.dataset.local ?? '');
  }
}

document.addEventListener('input', event => {
  const form = event.target.closest('form[data-keep]');
  if (!form || event.target.type === 'file') return;
  touched.add(form);
  form.dataset.of = reference();
  keepHere(form, false);
  clearTimeout(timers.get(form));
  timers.set(form, setTimeout(save, 600, form));
});

document.addEventListener('submit', event => {
  const form = event.target;
  // A second press is the same wish.
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = '1';
  clearTimeout(timers.get(form));
  timers.delete(form);
});

const flush = () => [...timers.keys()].forEach(save);
document.addEventListener('desk:leave', flush);
addEventListener('pagehide', flush);
addEventListener('pageshow', () => $$('form[data-sent]').forEach(form => delete form.dataset.sent));

function fill(form, pairs) {
  for (const control of form.elements) {
    if (!control.name || BELONG.has(control.name) || control.type === 'file') continue;
    const values = pairs.filter(([name]) => name === control.name).map(([, value]) => value);
    if (control.type === 'radio' || control.type === 'checkbox') control.checked = values.includes(control.value);
    else control.value = values[0] ?? '';
  }
}

/** What this device has and the server has not. */
function restore() {
  const query = new URL(location.href).searchParams, done = query.get('done');
  if (done) localStorage.removeItem(place(done, query.get('of') ?? reference()));
  for (const form of $$('form[data-keep]')) {
    let kept;
    try { kept = JSON.parse(localStorage.getItem(place(form.dataset.keep))); } catch { /* not ours */ }
    if (!kept || kept.synced || form.dataset.of) continue;
    fill(form, kept.pairs);
    form.dataset.of = reference();
    touched.add(form);
    const fold = form.closest('details');
    if (fold) fold.open = true;
    timers.set(form, setTimeout(save, 600, form));
  }
}

/** Whoever sits here now sees nothing of who sat here before. */
export function start() {
  if (!me) return;
  Object.keys(localStorage).filter(key => key.startsWith('redress:') && !key.startsWith(`redress:${me}:`)).forEach(key => localStorage.removeItem(key));
  restore();
  document.addEventListener('desk:came', restore);
}
