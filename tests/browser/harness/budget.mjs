// What a piece of work costs: keys pressed, letters typed, pages opened, requests made,
// bytes carried, and from them the time by the keystroke-level model. A journey counts
// itself with `begin` and is held to its budget with `within`.
import assert from 'node:assert/strict';

/** Seconds: a key, a thought before a page is worked on, a page of words read, a page looked at that is known. */
export const SECONDS = { key: 0.28, thought: 1.35, read: 12, glance: 2 };

/**
 * Counts what happens on this page from now on. `took` holds the sums, `pages` one entry for
 * each document with its own requests and bytes; a mouse button or a finger is counted too.
 */
export async function begin(page) {
  const took = { keys: 0, letters: 0, clicks: 0, pages: 0, requests: 0, bytes: 0 }, pages = [];
  await countHands(page, took);
  await countWire(page, took, pages);
  return {
    took, pages,
    /** A part of the journey by itself: what it took since the last call. */
    async part(name, work) {
      const before = { ...took };
      await work();
      const spent = Object.fromEntries(Object.entries(took).map(([what, n]) => [what, n - before[what]]));
      return { name, ...spent };
    },
    minutes: (reading = SECONDS.read) => ((took.keys + took.letters) * SECONDS.key + took.pages * (SECONDS.thought + reading)) / 60,
    /** The heaviest document of the journey with everything that came with it. */
    heaviest: () => [...pages].sort((a, b) => b.bytes - a.bytes)[0],
  };
}

/** Each sum is within its budget; the sentence names all of them, so that a failure shows the whole. */
export function within(spent, budget, where = '') {
  const said = Object.keys(budget).map(what => `${what} ${Math.round(spent[what] * 10) / 10} of ${budget[what]}`).join(', ');
  for (const [what, most] of Object.entries(budget)) assert.ok(spent[what] <= most, `${where} costs more than it may: ${said}`);
  return said;
}

/** Letters are text; every other press is a stroke of its own. Text that is put in at once is text, too. */
async function countHands(page, took) {
  const { keyboard } = page, { press, type, insertText } = keyboard;
  keyboard.press = (...how) => { took.keys++; return press.apply(keyboard, how); };
  keyboard.type = (text, ...how) => { took.letters += text.length; return type.call(keyboard, text, ...how); };
  keyboard.insertText = text => { took.letters += text.length; return insertText.call(keyboard, text); };
  await page.exposeBinding('pointed', () => { took.clicks++; });
  const listen = () => addEventListener('pointerdown', () => window.pointed(), true);
  await page.addInitScript(listen);
  await page.evaluate(listen);
}

async function countWire(page, took, pages) {
  const wire = await page.context().newCDPSession(page), document = () => pages.at(-1) ?? { requests: 0, bytes: 0 };
  const carried = bytes => { took.bytes += bytes; document().bytes += bytes; };
  await wire.send('Network.enable');
  const asked = n => { took.requests += n; document().requests += n; };
  wire.on('Network.requestWillBeSent', ({ request, type, redirectResponse }) => {
    if (!/^https?:/.test(request.url)) return;
    if (redirectResponse) carried(redirectResponse.encodedDataLength);
    if (type === 'Document' && !redirectResponse) { took.pages++; pages.push({ path: new URL(request.url).pathname, requests: 0, bytes: 0 }); }
    asked(1);
  });
  // What the browser has already goes over no wire.
  const held = new Set(), atHand = id => { if (!held.has(id)) { held.add(id); asked(-1); } };
  wire.on('Network.requestServedFromCache', ({ requestId }) => atHand(requestId));
  wire.on('Network.responseReceived', ({ requestId, response }) => { if (response.fromDiskCache) atHand(requestId); });
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => { carried(encodedDataLength); });
}
