// What the pages between braces in pages.mjs need: a draft half filled in, one ready to
// send, a complaint sent and followed, a case under way, a closed one, a person invited.
import assert from 'node:assert/strict';
import { WIDTHS, person } from './browser.mjs';
import { fillIn, follow, handIn } from './complainant.mjs';
import { fill, send } from './hands.mjs';
import { signIn } from './office.mjs';
import { PEOPLE } from './stories.mjs';

const key = page => new URL(page.url()).pathname.split('/')[2];
const GO_ON = 'main .go button:not([name])';

export async function scene(browser, office) {
  const context = await person(browser, { origin: office.url, width: WIDTHS.phone, scripts: false });
  const page = await context.newPage();
  const portal = await drafts(page);
  await signIn(page, office.people.handler);
  const under = await first(page, '/desk?queue=mine'), settled = await first(page, '/desk?queue=all&stage=closed');
  const begun = await system(page, context, office.people);
  await context.clearCookies();
  await signIn(page, office.people.admin);
  const invited = await invite(page), webhook = await tell(page);
  await context.close();
  return { ...portal, reference: under, settled: settled ?? under, ...begun, ...invited, webhook,
    /** Whoever opens a page of this role has signed in, typed reference and code, or sent the complaint. */
    async enter(page, role) {
      if (!role) return page.context().addCookies(portal.sender);
      await (role === 'complainant' ? follow(page, portal.told) : signIn(page, office.people[role]));
    } };
}

/** One thing in each room of the management system: a policy in force, an objective, an action. */
async function system(page, context, people) {
  const last = () => new URL(page.url()).pathname.split('/').at(-1);
  const press = async action => { await page.locator(`main form[method=post][action*="${action}"] button`).first().click(); };
  const soon = new Date(Date.now() + 400 * 86_400_000).toISOString().slice(0, 10);
  await page.goto('/system/corrective-actions?lang=en');
  await fill(page, { 'action-title': 'Meters are read from the road', 'root-cause': 'Routes are planned by the map', 'action-due': soon });
  await page.locator('main select[name="action-owner"]').selectOption({ index: 1 });
  await press('/system/corrective-actions');
  const action = last();
  await page.goto('/system/policy?lang=en');
  await press('/system/policy');
  const policy = last();
  for (const text of await page.locator('main textarea[name^="policy-text"]').all()) await text.fill('Every complaint is welcome, and free of charge.');
  await fill(page, { 'policy-review-on': soon });
  await press('/text');
  await press('/submission');
  await context.clearCookies();
  await signIn(page, people.manager);
  await page.goto(`/system/policy/${policy}?lang=en`);
  await press('/approval');
  await press('/publication');
  await page.goto('/system/objectives?lang=en');
  await fill(page, { 'objective-figure': 'acknowledged-in-time', 'objective-way': 'at-least', 'objective-target': '95', 'objective-due': soon });
  await page.locator('main select[name="objective-owner"]').selectOption({ index: 1 });
  await press('/system/objectives');
  return { action, policy, objective: last() };
}

async function drafts(page) {
  await page.goto('/complain');
  await fill(page, { story: PEOPLE.fa.story, 'still-happening': 'yes' });
  await send(page, GO_ON);
  const draft = key(page);
  await page.goto('/complain');
  await fillIn(page, PEOPLE.fa);
  const whole = key(page);
  await page.goto('/complain');
  await fillIn(page, PEOPLE.fa);
  const sent = key(page), told = await handIn(page);
  // The confirmation and the receipt are for this browser.
  return { draft, whole, sent, told, sender: await page.context().cookies() };
}

async function first(page, path) {
  await page.goto(path);
  const rows = page.locator('.row');
  return await rows.count() > 0 ? (await rows.first().getAttribute('href')).match(/RD-[0-9A-Z-]+/)[0] : undefined;
}

/** Another system that is told, at an address that leads nowhere: its page has a test that failed. */
async function tell(page) {
  await page.goto('/admin/webhooks');
  await fill(page, { 'webhook-address': 'https://nowhere.invalid/hook' });
  await send(page, 'main form button[type=submit]');
  const href = await page.locator('main table a[href^="/admin/webhooks/"]').first().getAttribute('href');
  await page.goto(href);
  await send(page, 'main form[action$="/test"] button');
  return href.split('/').at(-1).split('?')[0];
}

/** Of a role that opens nothing: any other waits for a second person. */
async function invite(page) {
  await page.goto('/admin/people/new');
  await fill(page, { name: 'Nida New', email: 'nida@northfield.example', role: 'staff' });
  await send(page, 'main form button');
  const welcome = (await page.locator('main .ref').textContent()).match(/\/welcome\/([\w-]+)/)?.[1];
  assert.ok(welcome, 'the page after inviting shows the link');
  await page.goto('/admin/people');
  const person = (await page.locator('.ledger tbody a').first().getAttribute('href')).match(/people\/(\w+)/)[1];
  return { welcome, person };
}
