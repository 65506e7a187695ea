// When the session is over, nothing of it stays on the screen: also when nobody signed
// out, and when the server cannot be reached. What was being written is on the server,
// or lies sealed on this device until its writer comes back.
import { $, lastAsked } from './page.js';

/** A session ends after half an hour without use; then the server is asked whether it has. */
const IDLE = 31 * 60_000, AGAIN = 5 * 60_000;
const signedIn = $('form[action*="/sign-out"]');
let looked = 0;

export function leave() {
  sessionStorage.clear();
  // Where nobody answers, the browser's own page comes in its place.
  document.body.replaceChildren();
  location.replace(`/sign-in?next=${encodeURIComponent(location.pathname + location.search)}`);
}

async function look() {
  const now = Date.now();
  if (now - lastAsked() < IDLE || now - looked < AGAIN) return;
  looked = now;
  const answer = await fetch('/desk/profile', { redirect: 'manual', headers: { 'redress-quiet': '1' } }).catch(() => null);
  // Another window may have kept the session alive.
  if (!answer || answer.type === 'opaqueredirect') leave();
}

if (signedIn) {
  setInterval(look, 60_000);
  document.addEventListener('visibilitychange', look);
}
