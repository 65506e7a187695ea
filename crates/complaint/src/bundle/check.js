// Checks the page that carries it, without a network: every entry leads to the signed
// root, opens its commitments, and is what the page shows. The formats are those of
// docs/verify.md; redress-verify checks the same file without trusting this script.
(async () => {
  'use strict';
  const encoder = new TextEncoder();
  const bytes = (text) => {
    const its = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));
    // One value has one spelling.
    if (btoa(String.fromCharCode(...its)) !== text) throw new Error('base64');
    return its;
  };
  const unhex = (text) => {
    if (!/^(?:[0-9a-f]{2})+$/.test(text)) throw new Error('hexadecimal');
    return Uint8Array.from(text.match(/../g), (pair) => parseInt(pair, 16));
  };
  const hex = (its) => Array.from(its, (byte) => byte.toString(16).padStart(2, '0')).join('');
  const sha = async (...parts) => {
    const all = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
    const whole = new Uint8Array(all.reduce((length, part) => length + part.length, 0));
    let at = 0;
    for (const part of all) {
      whole.set(part, at);
      at += part.length;
    }
    return new Uint8Array(await crypto.subtle.digest('SHA-256', whole));
  };
  const node = (left, right) => sha(Uint8Array.of(1), left, right);

  /** RFC 9162, 2.1.3.2: the root to which the path leads; null where it cannot. */
  const rootFrom = async (index, size, leaf, path) => {
    if (index >= size) return null;
    let [place, last, hash] = [index, size - 1n, leaf];
    for (const sibling of path) {
      if (last === 0n) return null;
      if ((place & 1n) === 1n || place === last) {
        hash = await node(sibling, hash);
        while ((place & 1n) === 0n && place !== 0n) {
          place >>= 1n;
          last >>= 1n;
        }
      } else {
        hash = await node(hash, sibling);
      }
      place >>= 1n;
      last >>= 1n;
    }
    return last === 0n ? hash : null;
  };

  const noteOf = (text) => {
    const cut = text.indexOf('\n\n');
    const signed = text.slice(0, cut + 1);
    const [origin, size, root] = signed.split('\n');
    if (cut < 0 || !/^(?:0|[1-9]\d*)$/.test(size)) throw new Error('checkpoint');
    const signatures = text.slice(cut + 2).split('\n').filter((line) => line !== '');
    return { signed, origin, size: BigInt(size), root: bytes(root), signatures };
  };

  /** true, false, or null where this browser knows no Ed25519. */
  const isSigned = async (note, keys) => {
    for (const text of keys) {
      const [name, id, ...rest] = text.split('+');
      const key = bytes(rest.join('+'));
      const its = hex((await sha(name + '\n', key)).slice(0, 4));
      if (key.length !== 33 || key[0] !== 1 || its !== id || name !== note.origin) continue;
      for (const line of note.signatures) {
        const [dash, signer, coded] = line.split(' ');
        const whole = bytes(coded);
        if (dash !== '\u2014' || signer !== name || hex(whole.slice(0, 4)) !== id) continue;
        let open;
        try {
          open = await crypto.subtle.importKey('raw', key.slice(1), { name: 'Ed25519' }, false, ['verify']);
        } catch {
          return null;
        }
        const text = encoder.encode(note.signed);
        return crypto.subtle.verify({ name: 'Ed25519' }, open, whole.slice(4), text);
      }
    }
    return false;
  };

  const receiptOf = (text) => {
    const cut = text.indexOf('\n\n');
    const [heading, extra, index, ...path] = text.slice(0, cut).split('\n');
    const whole = cut > 0 && heading === 'c2sp.org/tlog-proof@v1';
    if (!whole || !extra.startsWith('extra ') || !/^index (?:0|[1-9]\d*)$/.test(index)) {
      throw new Error('receipt');
    }
    const [leaf] = new TextDecoder('utf-8', { fatal: true }).decode(bytes(extra.slice(6))).split('\n');
    return { leaf, index: BigInt(index.slice(6)), path: path.map(bytes), note: text.slice(cut + 2) };
  };

  const utc = (micros) => {
    const seconds = Math.floor(micros / 1e6);
    const rest = micros - seconds * 1e6;
    const part = rest === 0 ? '' : '.' + String(rest).padStart(6, '0').replace(/0+$/, '');
    return new Date(seconds * 1000).toISOString().slice(0, 19) + part + 'Z';
  };

  /** Every value with the way to it, as the page has its rows. */
  const rows = (part, value, at) => {
    if (value === null || value === '') return [];
    if (typeof value !== 'object') return [`${part}${at} ${plain(String(value))}`];
    const named = ([name, inner]) => rows(part, inner, `${at}/${name}`);
    return Object.entries(value).flatMap(named);
  };
  // Marks that only turn the direction of text are left out of pages.
  const plain = (text) =>
    text.replace(/\r\n?/g, '\n').replace(/[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069]/g, '');

  const isShown = (entry, room) => {
    const shown = Array.from(room.querySelectorAll('dd[data-at]'), (its) => {
      return `${its.dataset.part}${its.dataset.at} ${plain(its.textContent)}`;
    });
    const said = ['record', 'personal'].flatMap((part) => {
      return entry[part] ? rows(part, JSON.parse(entry[part].text), '') : [];
    });
    const same = shown.length === said.length && shown.sort().join('\0') === said.sort().join('\0');
    return same && room.querySelector('.utc').textContent === entry.recorded_at;
  };

  const opens = async (tag, committed, part) => {
    if (part === null) return true;
    if (committed === null) return false;
    return hex(await sha(tag + '\0', unhex(part.salt), part.text)) === committed;
  };

  const MEMBERS = 'entry,kind,leaf,personal,record,recorded_at,tlog_proof';
  const names = (value) => Object.keys(value).sort().join();
  const isWhole = (entry) => names(entry) === MEMBERS
    && [entry.record, entry.personal].every((part) => part === null || names(part) === 'salt,text');

  const isRight = async (entry, bundle, note) => {
    if (!isWhole(entry)) return false;
    const receipt = receiptOf(entry.tlog_proof);
    const leaf = JSON.parse(entry.leaf);
    const beside = receipt.note === bundle.checkpoint && receipt.leaf === entry.leaf
      && BigInt(leaf.seq) === receipt.index && leaf.seq === entry.entry
      && leaf.kind === entry.kind && utc(leaf.recorded_at) === entry.recorded_at;
    if (!beside) return false;
    const hash = await sha(Uint8Array.of(0), entry.leaf);
    const root = await rootFrom(receipt.index, note.size, hash, receipt.path);
    return root !== null && hex(root) === hex(note.root)
      && (await opens('redress/record/v1', leaf.record, entry.record))
      && (await opens('redress/personal/v1', leaf.personal, entry.personal));
  };

  const tell = (room, state) => {
    room.dataset.state = state;
    for (const said of room.querySelectorAll(':scope > [data-when]')) {
      said.hidden = said.dataset.when !== state;
    }
  };

  /** Entries are about one thing, and where it was received it got this reference. */
  let about;
  const isOfOne = (entry, bundle) => {
    const leaf = JSON.parse(entry.leaf);
    about ??= leaf.about;
    const named = leaf.kind !== 'received' || JSON.parse(entry.record.text).reference === bundle.reference;
    const heading = document.querySelector('h1').textContent;
    return leaf.about === about && named && bundle.reference !== '' && heading.includes(bundle.reference);
  };

  const judged = async (line, room, bundle, note) => {
    try {
      const entry = JSON.parse(line);
      if (room.id !== `e-${entry.entry}` || !(await isRight(entry, bundle, note))) return 'wrong';
      return isShown(entry, room) && isOfOne(entry, bundle) ? 'right' : 'shown';
    } catch {
      return 'wrong';
    }
  };

  const verdict = document.getElementById('verdict');
  if (!globalThis.crypto?.subtle) return tell(verdict, 'cannot');
  try {
    // What holds for all stands in the first line, and each entry in one of its own: a
    // line that is damaged is no harm to the others.
    const [head, ...lines] = document.getElementById('bundle').textContent.trim().split('\n');
    const bundle = JSON.parse(head);
    const note = noteOf(bundle.checkpoint);
    const rooms = Array.from(document.querySelectorAll('#entries > li'));
    let all = rooms.length === lines.length;
    for (const [place, room] of rooms.entries()) {
      const state = await judged(lines[place] ?? '', room, bundle, note);
      tell(room, state);
      all = all && state === 'right';
    }
    const signed = await isSigned(note, bundle.keys);
    if (!all || signed === false) tell(verdict, 'wrong');
    else tell(verdict, signed === null ? 'unsigned' : 'proved');
  } catch {
    tell(verdict, 'damaged');
  }
})();
