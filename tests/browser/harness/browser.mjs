// One Chromium for a whole spec file, and contexts as people have them:
// a language, a width, light or dark, scripts or none.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { chromium } from 'playwright-core';

export const LANGUAGES = ['en', 'ko', 'zh-Hant', 'zh-Hans', 'lt', 'fa'];
export const WIDTHS = { narrow: 320, phone: 390, tablet: 1100, desk: 1440 };

const ARGUMENTS = [
  '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

export const direction = language => (language === 'fa' ? 'rtl' : 'ltr');

function chromiumPath() {
  const places = [process.env.REDRESS_CHROMIUM, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
  const found = places.find(path => path && existsSync(path));
  if (!found) throw new Error('no Chromium: run scripts/setup, or set REDRESS_CHROMIUM to its path');
  return found;
}

/** `letters`: the size of plain text that this person has set in the browser, 16 where nobody set anything. */
export const launch = ({ letters = 16 } = {}) => chromium.launch({
  executablePath: chromiumPath(), headless: true, args: [...ARGUMENTS, `--blink-settings=defaultFontSize=${letters},defaultFixedFontSize=${Math.round(letters * 13 / 16)}`],
});

/**
 * A person's browser. What it complains about while they browse (errors on the console,
 * content-security violations, requests to another origin) gathers in `context.complaints`.
 */
export async function person(browser, { language = 'en', width = WIDTHS.desk, scheme = 'light', scripts = true, origin, ...more } = {}) {
  const context = await browser.newContext({
    locale: language,
    javaScriptEnabled: scripts,
    colorScheme: scheme,
    viewport: { width, height: width < 600 ? 844 : 900 },
    timezoneId: 'Europe/Vilnius',
    reducedMotion: 'reduce',
    baseURL: origin,
    acceptDownloads: true,
    ...more,
  });
  context.complaints = [];
  context.scripts = scripts;
  if (process.env.REDRESS_STYLE === 'source') { await styleFromSource(context); await scriptsFromSource(context); }
  context.on('page', page => listen(page, context.complaints, origin));
  return context;
}

/** While style or scripts are being written: REDRESS_STYLE=source shows assets/css and assets/js as they lie there, without a build. */
const styleFromSource = context => context.route(/\/assets\/redress-\w+\.css$/, route => {
  const folder = new URL('../../../assets/css/', import.meta.url).pathname;
  const body = readdirSync(folder).filter(file => file.endsWith('.css')).sort().map(file => readFileSync(folder + file, 'utf8')).join('\n');
  return route.fulfill({ contentType: 'text/css; charset=utf-8', body });
});

const scriptsFromSource = context => context.route(/\/assets\/js-\w+\/\w+\.js$/, route => {
  const file = new URL(`../../../assets/js/${route.request().url().split('/').at(-1)}`, import.meta.url).pathname;
  return route.fulfill({ contentType: 'text/javascript; charset=utf-8', body: readFileSync(file, 'utf8') });
});

function listen(page, complaints, origin) {
  page.on('pageerror', error => complaints.push(`script error: ${error.message}`));
  page.on('console', message => {
    // A page that answers 404 or 422 on purpose is named on the console too; its spec looks at the status itself.
    if (message.type() === 'error' && !/status of 4\d\d/.test(message.text())) {
      complaints.push(`console: ${message.text()} (${page.url()})`);
    }
  });
  page.on('request', request => {
    const url = new URL(request.url());
    if (origin && /^(https?|wss?):$/.test(url.protocol) && url.origin !== new URL(origin).origin) {
      complaints.push(`request to another origin: ${url.href}`);
    }
  });
}
