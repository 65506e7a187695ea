// What is being written is kept: on this device at every key, on the server within a
// second. It comes back after a reload, on another device, after signing in again. On the
// device it lies sealed, and only until the server has it: the key is in no storage, it
// comes with a page of its writer.
import { $, $$, inLanguage, me, noteAsked, reference } from './page.js';

const touched = new Set(), timers = new Map();
const BELONG = new Set(['lang', 'seen', 'request', 'next']);
const place = (verb, of = reference()) => `redress:${me}:${of}:${verb}`;

/** The form with words that nobody has got yet, if there is one. */
export const unsent = () => [...touched].find(form => form.isConnected && written(form).some(([, value]) => value.trim()));

const written = form => [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && !BELONG.has(name));

const bytes = text => Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
const key = document.body.dataset.seal && crypto.subtle?.importKey('raw', bytes(document.body.dataset.seal), 'AES-GCM', false, ['encrypt', 'decrypt']);
delete document.body.dataset.seal;
const named = (iv, name) => ({ name: 'AES-GCM', iv, additionalData: new TextEncoder().encode(name) });

/** Bound to its place, so that one person's words or another case's are nobody else's. */
async function sealed(name, pairs) {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const closed = await crypto.subtle.encrypt(named(iv, name), await key, new TextEncoder().encode(JSON.stringify(pairs)));
  return btoa(String.fromCharCode(...iv) + [...new Uint8Array(closed)].map(byte => String.fromCharCode(byte)).join(''));
}

async function opened(name, text) {
  const all = bytes(text), plain = await crypto.subtle.decrypt(named(all.slice(0, 12), name), await key, all.slice(12));
  return JSON.parse(new TextDecoder().decode(plain));
}

// A seal takes a moment: what was typed or saved meanwhile counts.
const turns = new Map();
const turn = name => { turns.set(name, (turns.get(name) ?? 0) + 1); return turns.get(name); };

async function keepHere(form) {
  if (!key) return;
  const name = place(form.dataset.keep), mine = turn(name);
  try {
    const text = await sealed(name, written(form));
    if (turns.get(name) === mine) localStorage.setItem(name, text);
  } catch { /* a full or closed storage: the server has it */ }
}

function forgetHere(name) {
  turn(name);
  localStorage.removeItem(name);
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
    noteAsked();
    if (!timers.has(form) && !form.dataset.sent) forgetHere(place(form.dataset.keep, form.dataset.of));
  } catch {
    tell(form, (key && $('[data-local]')?.dataset.local) ?? '');
  }
}

document.addEventListener('input', event => {
  const form = event.target.closest('form[data-keep]');
  if (!form || event.target.type === 'file') return;
  touched.add(form);
  form.dataset.of = reference();
  keepHere(form);
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

/** What lies here under this name; gone if nobody can open it. */
async function keptHere(name) {
  const text = localStorage.getItem(name);
  if (!text || !key) return null;
  try { return await opened(name, text); } catch { localStorage.removeItem(name); }
  return null;
}

/** What this device has and the server has not. */
async function restore() {
  const query = new URL(location.href).searchParams, done = query.get('done');
  if (done) forgetHere(place(done, query.get('of') ?? reference()));
  for (const form of $$('form[data-keep]')) {
    const pairs = await keptHere(place(form.dataset.keep));
    // Meanwhile somebody types here, or another case stands here.
    if (!pairs || form.dataset.of || !form.isConnected) continue;
    fill(form, pairs);
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
