// A mail server of somebody else that brings messages to the door of a mailbox (SMTP).
import { createConnection, createServer } from 'node:net';

/** A port that is free now: for the door that an administrator opens. */
export const freePort = () => new Promise((done, fail) => {
  const probe = createServer().on('error', fail).listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => done(port));
  });
});

let brought = 0;

/** Brings one message; done once it was taken. `head`: more lines of the head, each ended. */
export function bring(port, { from, to, subject, text, head = '' }) {
  brought += 1;
  const name = `=?utf-8?B?${Buffer.from(subject).toString('base64')}?=`;
  const message = [`From: ${from}`, `To: ${to}`, `Subject: ${name}`, `Date: ${new Date().toUTCString()}`, `Message-ID: <${brought}.${port}@elsewhere.example>`,
    'MIME-Version: 1.0', 'Content-Type: text/plain; charset=utf-8', 'Content-Transfer-Encoding: base64', ...head.split('\n').filter(Boolean), '', Buffer.from(text).toString('base64')].join('\r\n');
  return dialogue(port, ['EHLO elsewhere.example', `MAIL FROM:<${from}>`, `RCPT TO:<${to}>`, 'DATA', `${message}\r\n.`, 'QUIT']);
}

/** The door opens a moment after its mailbox was added: a refused connection is tried again. */
async function dialogue(port, lines, patience = 15_000) {
  const until = Date.now() + patience;
  for (;;) {
    try { return await converse(port, [...lines]); } catch (error) {
      if (error.code !== 'ECONNREFUSED' || Date.now() > until) throw error;
      await new Promise(next => setTimeout(next, 100));
    }
  }
}

function converse(port, lines) {
  return new Promise((done, fail) => {
    const socket = createConnection({ port, host: '127.0.0.1' }).setEncoding('utf8').on('error', fail);
    let rest = '';
    socket.on('data', part => {
      const said = (rest + part).split('\r\n');
      rest = said.pop();
      for (const line of said.filter(line => /^\d{3} /.test(line))) {
        if (/^[45]/.test(line)) { socket.destroy(); return fail(new Error(line)); }
        if (!lines.length) { socket.end(); return done(); }
        socket.write(`${lines.shift()}\r\n`);
      }
    });
  });
}
