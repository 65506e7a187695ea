// Passkeys with Chromium's own authenticator (CDP, domain WebAuthn): made with a name,
// signing in without a password, and as the second step after one; without scripts every
// page has another way. And the page that asks anew carries along what was sent.
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { LANGUAGES, WIDTHS, launch, person } from '../harness/browser.mjs';
import { faults } from '../harness/checks.mjs';
import { fill, send } from '../harness/hands.mjs';
import { startOffice } from '../harness/office.mjs';

const minutes = count => ({ timeout: count * 60_000 });
let browser, office;
// Browsers give passkeys to names: `localhost` is one, 127.0.0.1 is none.
before(async () => { office = await startOffice({ host: 'localhost' }); browser = await launch(); }, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); });

/** A key that knows its person's finger. */
async function withKey(page) {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', { options: {
    protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true,
  } });
  return { finger: known => session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: known }) };
}

async function signIn(page, { email, password }) {
  await page.goto('/sign-in');
  await fill(page, { email, password });
  return send(page, 'main form[action^="/sign-in"]:not([action*="passkey"]) button');
}

/** Signed out by a browser that forgets: the desk is left first, or its live line would ask once more as nobody. */
async function forgotten(page) {
  await page.goto('about:blank');
  await page.context().clearCookies();
}

const press = (page, path) => Promise.all([page.waitForURL(url => url.pathname === path), page.locator('[data-passkey] button').click()]);

test('a passkey is made, signs in without a password, and is the second step after one', minutes(3), async () => {
  const context = await person(browser, { origin: office.url, language: 'en' });
  const page = await context.newPage(), key = await withKey(page);
  assert.equal(await signIn(page, office.people.handler), 200);
  await page.goto('/desk/profile/factors');
  await fill(page, { 'passkey-name': 'the laptop' });
  await press(page, '/desk/profile/passkeys');
  assert.equal(await page.locator('th[scope=row]', { hasText: 'the laptop' }).count(), 1);
  assert.equal(await page.locator('#codes-fresh ~ ol li').count(), 10);
  assert.deepEqual(await faults(page, { language: 'en', where: 'second factors' }), []);

  await forgotten(page);
  await page.goto('/sign-in');
  await press(page, '/desk');

  await forgotten(page);
  assert.equal(await signIn(page, office.people.handler), 200);
  assert.equal(new URL(page.url()).pathname, '/sign-in/second');
  await press(page, '/desk');

  // Without the finger it does not open the first door.
  await forgotten(page);
  await key.finger(false);
  await page.goto('/sign-in');
  await page.locator('[data-passkey] button').click();
  await page.locator('[data-passkey] [role=status]:visible').waitFor();
  assert.equal(new URL(page.url()).pathname, '/sign-in');
  assert.deepEqual(context.complaints, []);
});

test('without scripts there is no button, and codes on paper open the second door', minutes(2), async () => {
  const context = await person(browser, { origin: office.url, language: 'en' });
  const page = await context.newPage();
  await withKey(page);
  assert.equal(await signIn(page, office.people.manager), 200);
  await page.goto('/desk/profile/factors');
  await fill(page, { 'passkey-name': 'blue key' });
  await press(page, '/desk/profile/passkeys');
  const [code] = await page.locator('#codes-fresh ~ ol li').allTextContents();
  const plain = await person(browser, { origin: office.url, language: 'en', scripts: false, width: WIDTHS.narrow });
  const paper = await plain.newPage();
  assert.equal(await signIn(paper, office.people.manager), 200);
  assert.equal(await paper.locator('[data-passkey]:visible').count(), 0);
  assert.deepEqual(await faults(paper, { language: 'en', where: 'the second step' }), []);
  await fill(paper, { 'proof-code': code.trim() });
  assert.equal(await send(paper, 'main form[action="/sign-in/second"] button[type=submit]'), 200);
  assert.equal(new URL(paper.url()).pathname, '/desk');
});

test('the pages of second factors read in every language, narrow and dark', minutes(3), async () => {
  for (const language of LANGUAGES) {
    const context = await person(browser, { origin: office.url, language, width: WIDTHS.narrow, scheme: 'dark' });
    const page = await context.newPage();
    assert.equal(await signIn(page, office.people.admin), 200);
    for (const path of ['/desk/profile/factors', '/desk/prove', '/admin/second-factor', '/desk/profile', '/admin/tokens']) {
      await page.goto(`${path}?lang=${language}`);
      assert.deepEqual(await faults(page, { language, where: path }), []);
    }
    await context.close();
  }
});
