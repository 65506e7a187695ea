// What hands do: by keyboard alone, and by filling a form as a person reads it.

/** Presses Tab until the focus is on what is called `name` (a string or pattern); says what it met otherwise. */
export async function tabTo(page, name, limit = 120) {
  const met = [];
  for (let stop = 0; stop < limit; stop++) {
    await page.keyboard.press('Tab');
    const called = await focusName(page);
    if (typeof name === 'string' ? called === name : name.test(called)) return;
    met.push(called);
  }
  throw new Error(`Tab never reached ${name}; it met: ${met.slice(0, 40).join(' | ')}`);
}

/** The focused element as a screen reader would call it, roughly: label, aria-label, text. */
export function focusName(page) {
  return page.evaluate(() => {
    const part = window.document.activeElement;
    const named = part.getAttribute('aria-label')
      ?? (part.getAttribute('aria-labelledby') ?? '').split(' ').map(id => window.document.getElementById(id)?.textContent).filter(Boolean).join(' ');
    return (named || part.labels?.[0]?.textContent || part.textContent || part.value || '').replace(/\s+/g, ' ').trim();
  });
}

/** Tab to it and press Enter: a link or a button used without a mouse. */
export async function enter(page, name) {
  await tabTo(page, name);
  await page.keyboard.press('Enter');
}

/** Tab to the field and type. */
export async function typeInto(page, name, text) {
  await tabTo(page, name);
  await page.keyboard.insertText(text);
}

/** Fills fields by their `name` attribute, whatever their kind: for journeys that run in six languages. */
export async function fill(page, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = page.locator(`main [name="${name}"]`);
    const kind = await field.first().evaluate(part => (part.localName === 'input' ? part.type : part.localName));
    if (kind === 'radio' || kind === 'checkbox') {
      for (const each of [value].flat()) {
        const box = page.locator(`main [name="${name}"][value="${each}"]`);
        // Rarer answers lie folded under the usual ones.
        if (!(await box.isVisible())) await page.locator('main details', { has: page.locator(`[name="${name}"][value="${each}"]`) }).locator('summary').click();
        await box.check();
      }
    } else if (kind === 'select') await field.selectOption(value);
    else if (kind === 'file') await field.setInputFiles(value);
    else await field.fill(value);
  }
}

/** Sends the main form; the answer's status, after redirects. A larger file is carried by the script: what comes back with a sentence is no new page then. */
export async function send(page, button = 'main form button:not([formnovalidate]):not([name=back])') {
  const here = response => (response.request().isNavigationRequest() ? response.status() !== 303 : response.request().resourceType() === 'xhr' && response.status() >= 400);
  const [answer] = await Promise.all([page.waitForResponse(here), page.locator(button).first().click()]);
  await page.waitForLoadState();
  await page.locator('.sending:not(.over)').waitFor({ state: 'detached' });
  return answer.status();
}

/** Tab until the focus is on what the selector names, from wherever it is; says what it met otherwise. */
export async function reach(page, selector, { limit = 250, key = 'Tab' } = {}) {
  const met = [];
  for (let stop = 0; stop < limit; stop++) {
    await page.keyboard.press(key);
    const [there, called] = await page.evaluate(selector => {
      const part = window.document.activeElement;
      return [part.matches(selector), `${part.localName}[${part.name ?? part.getAttribute('href') ?? ''}]`];
    }, selector);
    if (there) return;
    met.push(called);
  }
  throw new Error(`Tab never reached ${selector} on ${page.url()}; it met: ${met.slice(0, 60).join(' ')}`);
}

/** Tab to a link or button and press Enter; the status of the page that follows. */
export async function follow(page, selector) {
  await reach(page, selector);
  const [answer] = await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
  return answer.status();
}

/** Answers the fields of a form in their order, by keys alone; `values` by name. */
export async function answer(page, form, values) {
  for (const [name, value] of Object.entries(values)) {
    const field = `${form} [name="${name}"]`;
    if (!await page.evaluate(field => window.document.activeElement.matches(field), field)) await reach(page, field);
    const kind = await page.evaluate(() => { const part = window.document.activeElement; return part.localName === 'input' ? part.type : part.localName; });
    if (kind === 'radio') await turnTo(page, value, 'value');
    else if (kind === 'select') await turnTo(page, value, 'selectedOptions');
    else if (kind === 'checkbox') await page.keyboard.press('Space');
    else if (kind === 'date') await page.keyboard.type(value);
    else await page.keyboard.insertText(value);
  }
}

/** Arrow keys until the choice with this value (or, in a list, with this word) is taken. */
async function turnTo(page, wanted, where) {
  const taken = () => page.evaluate(([wanted, where]) => {
    const part = window.document.activeElement;
    if (where === 'value') return part.checked && part.value === wanted;
    const option = part.selectedOptions[0];
    return option.value === wanted || option.textContent.includes(wanted);
  }, [wanted, where]);
  if (where === 'value') await page.keyboard.press('Space');
  for (let turn = 0; turn < 60; turn++) {
    if (await taken()) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`the arrow keys never came to ${wanted} on ${page.url()}`);
}

/** The palette: Ctrl K, a few letters of the name, Enter; down the list while something else fits better. */
export async function call(page, typed, href) {
  const chosen = page.locator('#palette [aria-selected=true]'), meant = page.locator(`#palette [aria-selected=true][data-href*="${href}"]`);
  await page.keyboard.press('Control+k');
  await page.locator('#palette [role=option]').first().waitFor();
  const answered = page.waitForResponse(answer => /\/desk\/palette\?.*what=[^&]/.test(answer.url()));
  await page.keyboard.type(typed);
  await answered;
  await page.locator(`#palette [data-href*="${href}"]`).first().waitFor();
  await meant.waitFor({ timeout: 1_000 }).catch(() => {});
  for (let down = 0; down < 8 && !(await chosen.getAttribute('data-href')).includes(href); down++) await page.keyboard.press('ArrowDown');
  await Promise.all([page.waitForURL(url => (url.pathname + url.search).includes(href)), page.keyboard.press('Enter')]);
  await page.waitForLoadState();
}
