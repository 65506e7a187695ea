// Looking round in invented complaints, and removing them without a trace (interface.md
// names it: the installation afterwards is what it was before).
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { launch, person } from '../harness/browser.mjs';
import { signIn, startOffice } from '../harness/office.mjs';
import { words } from '../harness/words.mjs';

const say = words('en');
let browser, office;
before(async () => { office = await startOffice(); browser = await launch(); }, { timeout: 180_000 });
after(async () => { await browser?.close(); await office?.stop(); });

const counted = async () => (await office.api('/complaints?limit=50')).items.map(each => [each.reference, each.stage, each.due_at]);

test('sample data is opened, looked at and removed; our own records are what they were', { timeout: 180_000 }, async () => {
  const context = await person(browser, { origin: office.url }), page = await context.newPage();
  await office.complain({ description: 'Our own complaint.', complainant: { name: 'Rasa' } });
  const ours = await counted();
  await signIn(page, office.people.admin);
  await page.goto('/admin/sample');
  await page.getByRole('button', { name: say('sample-open') }).click();
  const link = page.locator('.assure a').first(), address = await link.getAttribute('href');
  const password = await page.locator('.assure code').textContent();
  const handler = await page.locator('.assure li bdi').nth(1).textContent();
  assert.ok(existsSync(join(office.data, 'sample', 'redress.db')));

  // In the same browser: signing in there signs nobody out here.
  const there = await context.newPage();
  await there.goto(`${address}/sign-in`);
  await there.locator('[name=email]').fill(handler);
  await there.locator('[name=password]').fill(password);
  await there.locator('main form button').first().click();
  await there.waitForLoadState();
  await there.goto(`${address}/desk?queue=all`);
  assert.ok(await there.locator('.row').count() > 5, 'the sample is full of complaints');
  assert.ok((await there.locator('body').textContent()).includes(say('frame-sample-short')));
  await page.reload();
  await page.getByRole('button', { name: say('sample-remove') }).click();
  await page.getByText(say('office-done-sample-removed')).waitFor();

  assert.ok(!existsSync(join(office.data, 'sample')), 'its folder is gone');
  await assert.rejects(fetch(address), 'nobody answers there any more');
  assert.deepEqual(await counted(), ours);
  assert.equal((await office.run('verify')).ok, true);
  // And again: a new one, with a password of its own.
  await page.getByRole('button', { name: say('sample-open') }).click();
  assert.notEqual(await page.locator('.assure code').textContent(), password);
  await page.getByRole('button', { name: say('sample-remove') }).click();
  await page.getByText(say('office-done-sample-removed')).waitFor();
  await context.close();
});
