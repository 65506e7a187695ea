// A mail server that takes everything and keeps it: `sink.letters` holds
// {from, to, subject, text}, decoded; `await sink.letter(address, pattern)` waits for one.
import { createServer } from 'node:net';

export async function startSink() {
  const letters = [], waiting = new Set();
  const server = createServer(socket => converse(socket, letter => { letters.push(letter); waiting.forEach(wake => wake()); }));
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  const found = (to, pattern) => letters.find(letter => letter.to.includes(to) && pattern.test(`${letter.subject}\n${letter.text}`));
  return {
    letters, port: server.address().port,
    stop: () => new Promise(done => server.close(done)),
    letter(to, pattern = /./, patience = 40_000) {
      return new Promise((done, fail) => {
        const wake = () => { const letter = found(to, pattern); if (letter) { waiting.delete(wake); clearTimeout(late); done(letter); } };
        const late = setTimeout(() => { waiting.delete(wake); fail(new Error(`no letter to ${to} with ${pattern}; there are: ${letters.map(each => `${each.to}: ${each.subject}`).join(' | ')}`)); }, patience);
        waiting.add(wake);
        wake();
      });
    },
  };
}

function converse(socket, keep) {
  let rest = '', letter = { to: [] }, data = null;
  const say = line => socket.write(`${line}\r\n`);
  socket.setEncoding('latin1').on('error', () => {});
  socket.on('data', part => {
    rest += part;
    for (let end; (end = rest.indexOf('\r\n')) >= 0;) {
      const line = rest.slice(0, end);
      rest = rest.slice(end + 2);
      if (data) {
        if (line !== '.') { data.push(line.replace(/^\./, '')); continue; }
        keep({ ...letter, to: letter.to.join(' '), ...read(data.join('\r\n')) });
        data = null; letter = { to: [] };
        say('250 kept');
      } else if (/^(EHLO|HELO)/i.test(line)) { say('250-sink'); say('250-8BITMIME'); say('250 SMTPUTF8'); }
      else if (/^MAIL FROM:/i.test(line)) { letter.from = line.match(/<(.*?)>/)[1]; say('250 fine'); }
      else if (/^RCPT TO:/i.test(line)) { letter.to.push(line.match(/<(.*?)>/)[1]); say('250 fine'); }
      else if (/^DATA/i.test(line)) { data = []; say('354 go on'); }
      else if (/^QUIT/i.test(line)) { say('221 bye'); socket.end(); }
      else say('250 fine');
    }
  });
  say('220 sink');
}

/** Subject and text of a letter as people read them; of several parts, all of them. */
function read(raw) {
  const [, head, body] = raw.match(/^([^]*?)\r\n\r\n([^]*)$/) ?? [null, raw, ''];
  const unfolded = head.replace(/\r\n[ \t]+/g, ' ');
  const subject = (unfolded.match(/^Subject: (.*)$/mi)?.[1] ?? '').replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?utf-8\?([bq])\?(.*?)\?=/gi, (_, how, text) => decode(/b/i.test(how) ? 'base64' : 'quoted-printable', text.replace(/_/g, how === 'q' || how === 'Q' ? ' ' : '_')));
  return { subject, text: text(unfolded, body), head: unfolded };
}

function text(head, body) {
  const border = head.match(/boundary="?([^";\r\n]+)/i)?.[1];
  if (!border) return decode(head.match(/^Content-Transfer-Encoding: *(\S+)/mi)?.[1] ?? '8bit', body);
  return body.split(`--${border}`).slice(1, -1).map(part => read(part.replace(/^\r\n/, '')).text).join('\n');
}

function decode(how, text) {
  if (/base64/i.test(how)) return Buffer.from(text, 'base64').toString('utf8');
  const plain = /quoted-printable/i.test(how)
    ? text.replace(/=\r\n/g, '').replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16))) : text;
  return Buffer.from(plain, 'latin1').toString('utf8');
}
