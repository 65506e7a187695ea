// An auditor sees how the house works and changes no case in it: no page offers them a
// form that would, and what a role may not see is not there for it.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { launch, person } from '../harness/browser.mjs';
import { signIn, startDemo } from '../harness/office.mjs';
import { STAFF, inLanguage, within } from '../harness/pages.mjs';
import { scene } from '../harness/scene.mjs';

const minutes = count => ({ timeout: count * 60_000 });
/**
 * One's own session, absence, notices, tastes, saved lists and read receipts, and proving the journal:
 * nothing of a case. Whether one has an interest in it (4.7) is said of oneself; a complaint
 * that one heard outside is a new one.
 */
const OWN = /^\/(sign-out|desk\/profile(\/\w+)?|desk\/(prove|heard|away|notices)|desk\/[^/]+\/(no-)?conflict|desk\/views(\/.*)?|desk\/related|desk\/[^/]+\/bundle|system\/policy\/[^/]+\/reading|admin\/journal\/check)$/;

/** Who may see a page, as the house agreed: the permit of its route, and the roles that are granted it. */
const golden = name => readFileSync(new URL(`../../../crates/redress/tests/golden/${name}.txt`, import.meta.url), 'utf8').split('\n').filter(line => line.trim() && !line.startsWith('#'));
const ROUTES = golden('routes').map(line => line.split(/\s+/)).filter(([method]) => method === 'GET').map(([, path, permit]) => ({ path, permit }));
const [head, ...GRANTS] = golden('role_action').map(line => line.trim().split(/\s+/));

function sees(role, address) {
  const parts = new URL(address, 'http://x').pathname.split('/'), named = part => part.startsWith('{');
  const fits = ({ path }) => { const own = path.split('/'); return own.length === parts.length && own.every((part, n) => named(part) || part === parts[n]); };
  const route = ROUTES.filter(fits).sort((a, b) => a.path.split('{').length - b.path.split('{').length)[0];
  if (!route) throw new Error(`no route for ${address}`);
  if (route.permit === 'public' || route.permit === 'signed-in') return true;
  return granted(role, route.permit);
}

const granted = (role, wanted) => GRANTS.find(([action]) => action === wanted)[1 + head.indexOf(role)] === 'x';
/** Of cases, these find fewer than their role says (kernel::person::scope): none, those of an open request, those of their sample. */
const FINDS = { admin: [404], dpo: [404], certifier: [200, 404] };

/** What this page answers to this role, and whether it tells of a case there. */
function expected({ named, role: whose }, role, address, ofCase) {
  if (!sees(role, address)) return [403, 404];
  if (ofCase && FINDS[role]) return FINDS[role];
  return named && role !== whose && granted(role, 'reveal') ? ['reveal'] : [200];
}

/** The status, or that the way leads to the reason for seeing the name. */
async function asked(page, address) {
  const answer = await page.request.get(address, { maxRedirects: 0 }), status = answer.status();
  return status === 303 && /[?&]open=reveal\b/.test(answer.headers().location) ? 'reveal' : status;
}

let browser, office, set;
before(async () => { office = await startDemo(); browser = await launch(); set = await scene(browser, office); }, minutes(3));
after(async () => { await browser?.close(); await office?.stop(); });

async function seat(role) {
  const context = await person(browser, { origin: office.url, language: 'en' }), page = await context.newPage();
  await signIn(page, office.people[role]);
  return page;
}

test('the auditor reads every page and finds no form that changes a thing', minutes(3), async () => {
  const page = await seat('auditor'), found = [];
  let read = 0;
  for (const { name, path } of STAFF) {
    const answer = await page.goto(inLanguage(within(path, set), 'en'));
    if (answer.status() !== 200) continue;
    read++;
    const forms = await page.locator('form[method=post]').evaluateAll(all => all
      .filter(form => [...form.elements, ...document.querySelectorAll(`[form="${form.id}"]`)].some(part => part.matches('button, input:not([type=hidden]), select, textarea') && !part.disabled))
      .map(form => new URL(form.action).pathname));
    found.push(...forms.filter(action => !OWN.test(action)).map(action => `${name} offers ${action}`));
    const buttons = await page.locator('[formaction]').evaluateAll(all => all.map(part => new URL(part.formAction).pathname));
    found.push(...buttons.filter(action => !OWN.test(action)).map(action => `${name} offers ${action}`));
  }
  assert.deepEqual([...new Set(found)], []);
  assert.ok(read >= 18, `${read} pages were read`);
  await page.context().close();
});

test('the same look finds the forms of somebody who may change things', minutes(1), async () => {
  const page = await seat('handler');
  await page.goto(`/desk/${set.reference}`);
  const forms = await page.locator('main form[method=post]').evaluateAll(all => all.map(form => new URL(form.action).pathname));
  assert.ok(forms.filter(action => !OWN.test(action)).length > 3, forms.join());
  await page.context().close();
});

test('what a page shows to one role is refused to another, and whether there is a case is told to neither', minutes(3), async () => {
  const found = [], seats = {}, met = { yes: 0, no: 0 };
  for (const role of head) seats[role] = await seat(role);
  for (const one of STAFF) {
    const address = inLanguage(within(one.path, set), 'en');
    const reference = [set.reference, set.settled].find(its => address.includes(its));
    for (const [role, page] of Object.entries(seats)) {
      const status = await asked(page, address), right = expected(one, role, address, reference !== undefined);
      if (!right.includes(status)) found.push(`${one.name} for the ${role}: ${status}, not ${right.join(' or ')}`);
      // Who may not see a case learns nothing of it: an invented reference gets the same answer.
      if (reference && [403, 404].includes(status)) {
        const invented = await asked(page, address.replace(reference, 'RD-26-0000-000'));
        if (invented !== status) found.push(`${one.name} for the ${role}: ${status}, and ${invented} for a case that there is not`);
      }
      met[[403, 404].includes(status) ? 'no' : 'yes']++;
    }
  }
  for (const page of Object.values(seats)) await page.context().close();
  assert.deepEqual(found, []);
  assert.ok(met.yes > 60 && met.no > 60, JSON.stringify(met));
});

test('a stranger is led to the door, from every page', minutes(1), async () => {
  const context = await person(browser, { origin: office.url, language: 'en', scripts: false }), found = [];
  for (const { name, path } of STAFF) {
    const answer = await context.request.get(inLanguage(within(path, set), 'en'), { maxRedirects: 0, headers: { accept: 'text/html', 'sec-fetch-mode': 'navigate' } });
    if (answer.status() !== 303 || !answer.headers().location?.startsWith('/sign-in')) found.push(`${name}: ${answer.status()} ${answer.headers().location ?? ''}`);
  }
  assert.deepEqual(found, []);
  await context.close();
});
