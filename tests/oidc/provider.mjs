// A real OpenID Connect provider on this machine (npm oidc-provider), for the test
// crates/redress/tests/office/elsewhere.rs: it asks no password, it is whoever the
// test says. Prints its address as one line and ends with its standard input.
//   node provider.mjs BACK EMAIL
import Provider from 'oidc-provider';
import { createServer } from 'node:http';
import { generateKeyPairSync } from 'node:crypto';

const [back, email] = process.argv.slice(2);
// Whoever started us reads one line and closes the pipe: a second word would end us.
console.log = console.info = console.error;
const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const key = { ...privateKey.export({ format: 'jwk' }), kid: 'r1', use: 'sig', alg: 'RS256' };

const server = createServer();
server.listen(0, '127.0.0.1', () => {
  const issuer = `http://127.0.0.1:${server.address().port}`;
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'redress', client_secret: 'a secret of the test: 50% +', redirect_uris: [back] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    pkce: { required: () => true },
    acrValues: ['urn:ferry:two', 'urn:ferry:three'],
    jwks: { keys: [key] },
    cookies: { keys: ['cookies of the test'] },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_, interaction) => `/interaction/${interaction.uid}` },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email, email_verified: true, name: 'Jonas Petrauskas' }),
    }),
  });
  const answer = provider.callback();
  server.on('request', async (request, response) => {
    if (!request.url.startsWith('/interaction/')) return answer(request, response);
    // Nobody is asked anything: signed in, and agreed to what was asked for.
    try {
      const details = await provider.interactionDetails(request, response);
      const result = { login: { accountId: 'jonas-1', acr: 'urn:ferry:two', amr: ['pwd', 'otp'] } };
      if (details.prompt.name === 'consent') {
        const grant = new provider.Grant({ accountId: 'jonas-1', clientId: 'redress' });
        grant.addOIDCScope('openid email profile');
        result.consent = { grantId: await grant.save() };
        delete result.login;
      }
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: true });
    } catch (error) {
      response.statusCode = 500;
      response.end(String(error));
    }
  });
  process.stdout.write(`${issuer}\n`);
});
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
