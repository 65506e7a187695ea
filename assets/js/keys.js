// Single keys, for whoever works through forty cases a day. They do nothing in a
// field, in a dialog, or when switched off in the profile.
import { $, $$, go, me, openForm, reference, say } from './page.js';
import { palette, sheet } from './palette.js';

const VERBS = { r: 'messages', n: 'notes', p: 'call', a: 'assignment', s: 'assessment', c: 'closure', l: 'link', m: 'group-join' };
const QUEUES = { i: 'mine', u: 'unassigned', o: 'overdue' };
const CODES = { BracketLeft: '[', BracketRight: ']', Slash: '/' };
let prefix, marked;

/** What was meant, whatever script the keyboard writes: ㅓ lies where J lies. */
function meant(event) {
  if (event.key === '؟' || event.key === '？') return '?';
  if (event.key.length > 1 || event.key.charCodeAt(0) < 128) return event.key;
  const key = CODES[event.code] ?? event.code.replace(/^(Key|Digit)/, '').toLowerCase();
  return event.shiftKey && key === '/' ? '?' : key;
}

const rows = () => $$('.list .row:not(.gone)');
const currentRow = () => document.activeElement.closest?.('.row') ?? $('.list .row[aria-current]');

function move(step) {
  const all = rows(), at = all.indexOf(currentRow());
  const row = all[at < 0 ? (step > 0 ? 0 : all.length - 1) : at + step];
  row?.focus();
  row?.scrollIntoView({ block: 'nearest' });
}

/** The neighbour in the list that stands here, else in the one that the server knows. */
function beside(step) {
  const all = rows(), at = all.findIndex(row => row.hasAttribute('aria-current'));
  const link = (at >= 0 && all[at + step]) || $(`main a[rel=${step > 0 ? 'next' : 'prev'}]`);
  if (link) go(link.href); else say($('.live')?.dataset.end);
}

function verb(name) {
  if (openForm(name)) return;
  const link = $(`main a[href*="open=${name}"]`);
  if (link) go(link.href); else say($('.live')?.dataset.not);
}

/** The texts to write with: chosen on a page of their own. */
function texts() {
  const link = $('main [data-region=compose] a[href*="/texts"]');
  if (link) go(link.href); else say($('.live')?.dataset.not);
}

/** Takes back what was sent last, while that is offered. */
function takeBack() {
  const form = $$('main form.undo').at(-1) ?? $('main .sheet > form[action*="/undo"]');
  if (form) form.requestSubmit(); else say($('.live')?.dataset.not);
}

/** Confirms the line where one is, else the first of those that wait. */
function confirm() {
  const named = 'button[aria-keyshortcuts=v]';
  const button = document.activeElement.closest?.('tr')?.querySelector(named) ?? $(`main ${named}`);
  if (button) button.click(); else if (reference()) verb('confirmation'); else say($('.live')?.dataset.not);
}

function select(range) {
  // A tick names the case and the version that stands here.
  const box = row => $(`.list input[type=checkbox][value^="${row?.pathname.split('/').at(-1)}:"]`);
  const all = rows(), at = all.indexOf(currentRow());
  if (at < 0 || !box(all[at])) return;
  const from = range && marked !== undefined ? marked : at, on = range || !box(all[at]).checked;
  for (const row of all.slice(Math.min(from, at), Math.max(from, at) + 1)) {
    if (box(row).checked !== on) box(row).click();
  }
  marked = at;
}

/** 1 to 5: that choice of the question in hand, and on to the next question. */
function choose(number) {
  const form = $('#f-assessment');
  const open = form && (!form.closest('details') || form.closest('details').open);
  if (!open) return;
  const groups = $$('fieldset', form).filter(group => $('input[type=radio]', group));
  const group = groups.find(each => each.contains(document.activeElement)) ?? groups.find(each => !$(':checked', each));
  const choice = group && $$('input[type=radio]', group)[number - 1];
  if (!choice) return;
  choice.click();
  const next = groups[groups.indexOf(group) + 1];
  (next ? $('input[type=radio]', next) : choice).focus();
}

export async function copy() {
  const button = $('main [data-do=copy]');
  if (!button) return;
  await navigator.clipboard?.writeText(reference());
  say(button.dataset.said);
}

function single(key, event) {
  if (prefix) {
    prefix = clearTimeout(prefix);
    if (QUEUES[key]) return location.assign(`/desk?queue=${QUEUES[key]}`);
  }
  if (/^[1-5]$/.test(key)) return choose(Number(key));
  if (VERBS[key] && reference()) return verb(VERBS[key]);
  const act = {
    j: () => move(1), k: () => move(-1), e: () => beside(1), ']': () => beside(1), '[': () => beside(-1),
    x: () => select(event.shiftKey), X: () => select(true), y: copy, v: confirm, z: takeBack, '?': sheet, ...(reference() && { t: texts }),
    u: () => { const back = $('main .to-list'); if (back) location.assign(back.href); },
    '/': () => { $('#seek')?.focus(); $('#seek')?.select(); },
    g: () => { prefix = setTimeout(() => { prefix = undefined; }, 1500); },
  }[key];
  if (!act) return false;
  act();
}

const writes = part => part.matches('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])');

if (me) document.addEventListener('keydown', event => {
  if (event.isComposing || event.defaultPrevented || event.altKey) return;
  const key = meant(event), command = event.ctrlKey || event.metaKey;
  if (command && key.toLowerCase() === 'k') { event.preventDefault(); return palette(); }
  if (command && key === 'Enter') { event.target.form?.requestSubmit(); return; }
  if (command || document.body.dataset.keys === 'off' || $('dialog[open]') || writes(event.target)) return;
  const chosen = event.target.matches('input');
  if (chosen && !/^[1-5]$/.test(key)) return;
  if (key.length === 1 && key !== ' ' && single(key, event) !== false) event.preventDefault();
});
