// All specs, one file after another: `npm test`, or `npm test -- specs/one.spec.mjs`.
// A file that fails is run once more, whole, on an installation of its own. A fault of ours
// fails twice; a machine that was busy for a moment does not. Which file needed its second
// try is said at the end: a test that needs it often is to be mended, not to be run again.
import { spawn } from 'node:child_process';
import { readdirSync } from 'node:fs';

/** More failing files than this are no accident: they fail at once. */
const SECOND_TRIES = 2;

const named = process.argv.slice(2);
const files = named.length ? named : readdirSync('specs').filter(name => name.endsWith('.spec.mjs')).sort().map(name => `specs/${name}`);

/** Runs one file; its report goes on to the reader, without the counts of Node. */
function attempt(file) {
  return new Promise(done => {
    const counts = { pass: 0, fail: 0 };
    const node = spawn(process.execPath, ['--test', '--test-reporter=spec', '--test-concurrency=1', file], { stdio: ['ignore', 'pipe', 'inherit'] });
    let rest = '';
    const line = text => {
      const [, what, count] = text.match(/^ℹ (pass|fail|cancelled) (\d+)$/) ?? [];
      if (what) counts[what === 'pass' ? 'pass' : 'fail'] += Number(count);
      if (!text.startsWith('ℹ ')) console.log(text);
    };
    node.stdout.setEncoding('utf8').on('data', part => {
      const lines = (rest + part).split('\n');
      rest = lines.pop();
      lines.forEach(line);
    });
    node.on('close', code => {
      if (rest) line(rest);
      done({ file, ...counts, ok: code === 0 && counts.pass > 0 });
    });
  });
}

const first = [];
for (const file of files) first.push(await attempt(file));
const failed = first.filter(result => !result.ok);
const again = failed.length <= SECOND_TRIES ? failed : [];
const second = [];
for (const { file } of again) {
  console.log(`\n== ${file} failed and is run once more`);
  second.push(await attempt(file));
}
const last = first.map(result => second.find(other => other.file === result.file) ?? result);
for (const { file, ok } of second) console.log(ok ? `!! ${file} passed at its second try only` : `!! ${file} failed twice`);
const sum = what => last.reduce((all, result) => all + result[what], 0);
console.log(`ℹ pass ${sum('pass')}\nℹ fail ${sum('fail')}`);
process.exitCode = last.every(result => result.ok) ? 0 : 1;
