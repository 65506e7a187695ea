// The words of the product as the tests look for them, read from the same files
// that the product reads. Only messages of one line without choices are needed.
import { readFileSync, readdirSync } from 'node:fs';

const root = new URL('../../../translations/', import.meta.url).pathname;
const read = new Map();

function catalogue(language) {
  if (!read.has(language)) {
    const lines = readdirSync(root + language).filter(file => file.endsWith('.ftl'))
      .flatMap(file => readFileSync(`${root}${language}/${file}`, 'utf8').split('\n'));
    read.set(language, new Map(lines.flatMap(line => { const found = line.match(/^([a-z][\w-]*) = (.+)$/); return found ? [[found[1], found[2]]] : []; })));
  }
  return read.get(language);
}

/** `words('fa')('sign-out')`: the message as it stands on the page. */
export const words = language => key => {
  const found = catalogue(language).get(key);
  if (!found) throw new Error(`no message ${key} of one line in ${language}`);
  return found;
};
