// What a printed page says of itself: sheets, language, title, tags, and which letters can
// be copied out of it again. No reader of PDF is needed for that: Chromium writes its
// objects plainly, and each face says which letters its shapes stand for.
import { inflateSync } from 'node:zlib';

export function readPdf(bytes) {
  const text = bytes.toString('latin1'), streams = [...unpacked(bytes, text)];
  const letters = new Set(), add = hex => { for (const letter of utf16(hex)) letters.add(letter); };
  for (const stream of streams) {
    if (stream.includes('begincmap')) mapped(stream, add);
    // A cluster that is shaped as a whole (Persian) carries its letters beside it.
    for (const [, hex] of stream.matchAll(/\/ActualText\s*<([0-9A-Fa-f]+)>/g)) add(hex.replace(/^feff/i, ''));
  }
  return {
    sheets: (text.match(/\/Type\s*\/Page\b(?!s)/g) ?? []).length,
    tagged: /\/StructTreeRoot\b/.test(text) && /\/Marked\s+true/.test(text),
    lang: text.match(/\/Lang\s*\(([^)]*)\)/)?.[1] ?? '',
    title: written(text.match(/\/Title\s*(\((?:\\.|[^\\)])*\)|<[0-9A-Fa-f]*>)/)?.[1] ?? ''),
    letters,
  };
}

/** The letters of a text that could not be copied from the paper. */
export const missing = (paper, text) => [...new Set(text.normalize('NFC'))]
  .filter(letter => /[\p{L}\p{N}]/u.test(letter) && !paper.letters.has(letter) && ![...letter.normalize('NFKC')].every(part => paper.letters.has(part)));

function* unpacked(bytes, text) {
  for (const { 0: head, index } of text.matchAll(/\/Length (\d+)[^]{0,200}?>>\s*stream\r?\n/g)) {
    const from = index + head.length, packed = bytes.subarray(from, from + Number(head.match(/\/Length (\d+)/)[1]));
    try { yield inflateSync(packed).toString('latin1'); } catch { /* a picture, or not packed */ }
  }
}

function mapped(stream, add) {
  for (const [, part] of stream.matchAll(/beginbfchar([^]*?)endbfchar/g)) for (const [, to] of part.matchAll(/<[0-9A-Fa-f]+>\s*<([0-9A-Fa-f]+)>/g)) add(to);
  for (const [, part] of stream.matchAll(/beginbfrange([^]*?)endbfrange/g)) {
    for (const [, from, to, first] of part.matchAll(/<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>/g)) {
      for (let n = 0; n <= parseInt(to, 16) - parseInt(from, 16); n++) add((parseInt(first, 16) + n).toString(16).padStart(first.length, '0'));
    }
  }
}

const utf16 = hex => Buffer.from(hex.length % 4 ? hex.padStart(Math.ceil(hex.length / 4) * 4, '0') : hex, 'hex').swap16().toString('utf16le').normalize('NFC');

function written(value) {
  if (value.startsWith('<')) return utf16(value.slice(1, -1).replace(/^feff/i, ''));
  const plain = value.slice(1, -1).replace(/\\([0-7]{3})/g, (_, octal) => String.fromCharCode(parseInt(octal, 8))).replace(/\\(.)/g, '$1');
  return plain.startsWith('þÿ') ? Buffer.from(plain.slice(2), 'latin1').swap16().toString('utf16le') : plain;
}
