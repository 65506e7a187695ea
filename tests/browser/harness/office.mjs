// A believable office to browse: the real binary on a folder of its own.
//   const office = await startOffice();   office.url, office.people.handler, await office.complain({...}), await office.stop()
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fill, send } from './hands.mjs';

const PASSWORD = 'a-long-quiet-harbour-7';
const ROLES = { intake: 'Ieva Intake', handler: 'Jonas Handler', manager: 'Marta Manager', auditor: 'Ona Auditor', admin: 'Ada Admin' };

function binary() {
  const built = join(process.env.CARGO_TARGET_DIR ?? resolve(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../../../target'), 'debug/redress');
  const path = process.env.REDRESS_BINARY ?? built;
  if (!existsSync(path)) throw new Error(`${path} is not built: cargo build`);
  return path;
}

/** An installation that is set up, has a person of each role, and serves; browsers give passkeys to a `host` with a name alone. */
export async function startOffice({ organisation = 'Northfield Water', host = '127.0.0.1' } = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'redress-browser-'));
  const data = join(folder, 'data');
  const run = (...words) => redress([...words, '--data', data], PASSWORD);
  try {
    await run('setup', '--org', organisation, '--admin', 'admin@northfield.example', '--time-zone', 'Europe/Vilnius', '--password-stdin');
    for (const [role, name] of Object.entries(ROLES).filter(([role]) => role !== 'admin')) {
      await run('user', 'add', '--email', `${role}@northfield.example`, '--name', name, '--role', role, '--password-stdin');
    }
    const { token } = await run('token', 'create', '--user', 'handler@northfield.example', '--name', 'browser tests');
    const server = await serve(port => ['serve', '--data', data, '--listen', `127.0.0.1:${port}`, '--base-url', `http://${host}:${port}`], host);
    return { ...server, people: people('northfield.example'), run, data, complain: complaint => complain(server.url, token, complaint),
      api: path => api(server.url, token, path),
      /** Stops the server and keeps the installation; `start` begins again. */
      halt: server.stop,
      async stop() { await server.stop(); rmSync(folder, { recursive: true, force: true }); } };
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

/** The demonstration, as `make run` starts it; `printed` is what it told the person. */
export async function startDemo() {
  const server = await serve(port => ['demo', '--listen', `127.0.0.1:${port}`]);
  return { ...server, people: people('northfield.example', server.printed.match(/password (\S+)/)[1]) };
}

/** A server on an empty folder, as a new owner meets it; `link` is the one-time link that it printed. */
export async function startEmpty() {
  const folder = mkdtempSync(join(tmpdir(), 'redress-browser-'));
  const server = await serve(port => ['serve', '--data', join(folder, 'data'), '--listen', `127.0.0.1:${port}`]);
  return { ...server, link: server.printed.match(/\/setup\/\S+/)?.[0],
    async stop() { await server.stop(); rmSync(folder, { recursive: true, force: true }); } };
}

/** Whom the demonstration has besides. */
const BESIDES = ['top-management', 'representative', 'staff', 'certifier', 'consultant', 'dpo'];
const people = (domain, password = PASSWORD) => Object.fromEntries([...Object.keys(ROLES), ...BESIDES].map(role => [role, { email: `${role}@${domain}`, password }]));

/** Runs one command to its end; the object it printed last, or an error that quotes it. */
function redress(words, input = '') {
  return new Promise((done, fail) => {
    const child = spawn(binary(), [...words, '--json'], { stdio: ['pipe', 'pipe', 'pipe'] });
    let out = '', told = '';
    child.stdout.on('data', part => { out += part; });
    child.stderr.on('data', part => { told += part; });
    child.on('error', fail);
    child.on('close', code => {
      if (code !== 0) return fail(new Error(`redress ${words.join(' ')}: exit ${code}\n${out}${told}`));
      const last = out.trim().split('\n').at(-1);
      try { done(last ? JSON.parse(last) : {}); } catch { done({}); }
    });
    child.stdin.on('error', () => {}); // it may end before it reads
    child.stdin.end(`${input}\n`);
  });
}

async function serve(words, host = '127.0.0.1') {
  const port = await freePort();
  const url = `http://${host}:${port}`;
  const server = { url, printed: '' };
  let ended;
  const start = async () => {
    const child = server.child = spawn(binary(), words(port), { stdio: ['ignore', 'pipe', 'pipe'] });
    for (const stream of [child.stdout, child.stderr]) stream.on('data', part => { server.printed += part; });
    ended = new Promise(done => child.on('close', done));
    await ready(server);
  };
  /** The exit code; null when it had to be killed. */
  server.stop = async () => {
    const child = server.child, late = setTimeout(() => child.kill('SIGKILL'), 10_000);
    child.kill('SIGTERM');
    const code = await ended;
    clearTimeout(late);
    return code;
  };
  /** The same installation on the same address again. */
  server.start = start;
  await start();
  return server;
}

async function ready(server, patience = 60_000) {
  const until = Date.now() + patience;
  while (Date.now() < until) {
    if (server.child.exitCode !== null) throw new Error(`the server ended by itself (${server.child.exitCode})\n${server.printed}`);
    const answer = await fetch(`${server.url}/readyz`).catch(() => null);
    if (answer?.ok) return;
    await new Promise(next => setTimeout(next, 50));
  }
  await server.stop();
  throw new Error(`the server was not ready after ${patience} ms\n${server.printed}`);
}

const freePort = () => new Promise((done, fail) => {
  const probe = createServer().on('error', fail).listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

/** A complaint through the API: -> {reference, access_code, ...}. */
async function complain(url, token, complaint) {
  const answer = await fetch(`${url}/api/v1/complaints`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ channel: 'phone', description: 'The bill is twice as high as last year.', ...complaint }),
  });
  if (answer.status !== 201) throw new Error(`POST /api/v1/complaints: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** What the API answers to the handler's token. */
async function api(url, token, path) {
  const answer = await fetch(`${url}/api/v1${path}`, { headers: { authorization: `Bearer ${token}` } });
  if (!answer.ok) throw new Error(`GET /api/v1${path}: ${answer.status} ${await answer.text()}`);
  return answer.json();
}

/** Signs a page's person in through the form that everybody uses. */
export async function signIn(page, { email, password }) {
  await page.goto('/sign-in');
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(password);
  await Promise.all([page.waitForURL(url => url.pathname !== '/sign-in'), page.locator('main button[type=submit], main form button').first().click()]);
}

/** Letters go to this sink from now on: the form of the relay, as an administrator fills it in. */
export async function relayTo(page, office, sink) {
  await signIn(page, office.people.admin);
  await page.goto('/admin/mail?lang=en');
  await fill(page, { 'relay-host': '127.0.0.1', 'relay-port': String(sink.port), 'relay-encryption': 'none', 'relay-from': 'care@northfield.example' });
  await send(page, 'main form button[type=submit]');
}
