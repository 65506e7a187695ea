// The desk in the browser. Everything here is on top: each page works without it.
import { $, go, markRow } from './page.js';
import { connect } from './live.js';
import { copy } from './keys.js';
import { palette, remember } from './palette.js';
import { start as keepDrafts } from './draft.js';
import './leaving.js';
import { start as compose } from './compose.js';

document.documentElement.classList.add('js');

document.addEventListener('click', event => {
  const act = event.target.closest('[data-do]')?.dataset.do;
  if (act === 'palette') return palette();
  if (act === 'copy') return copy();
  const link = event.target.closest('.row, a[rel=prev], a[rel=next]');
  const plain = !event.defaultPrevented && event.button === 0 && !(event.ctrlKey || event.metaKey || event.shiftKey || event.altKey);
  if (!link || !plain || link.closest('.turn')) return;
  event.preventDefault();
  go(link.href);
});
// A jump inside the page, as by the skip link, is a step in the history too, and no other page.
const address = () => location.pathname + location.search;
let shown = address();
document.addEventListener('desk:came', () => { shown = address(); });
addEventListener('popstate', () => { if (address() !== shown) go(location.href, { push: false }); });

keepDrafts();
compose();
remember();
markRow();
connect();
// After a reload the address no longer claims that something was just done.
const url = new URL(location.href);
if (url.searchParams.has('done') && $('main.case')) {
  url.searchParams.delete('done');
  url.searchParams.delete('of');
  history.replaceState(null, '', url);
  shown = address();
}
