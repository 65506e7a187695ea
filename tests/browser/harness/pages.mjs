// The pages of the product, each with who opens it. New pages are added here once
// and are then checked in every language and drawn by `npm run shots`.
export const PUBLIC = [
  { name: 'home', path: '/' },
  { name: 'complain', path: '/complain' },
  { name: 'follow', path: '/follow' },
  { name: 'how', path: '/how' },
  { name: 'sign-in', path: '/sign-in' },
];

// `{reference}` is a complaint that the spec has made or found.
export const STAFF = [
  { name: 'desk', path: '/desk', role: 'handler' },
  { name: 'desk-all', path: '/desk?queue=all', role: 'handler' },
  { name: 'case', path: '/desk/{reference}', role: 'handler' },
  { name: 'admin', path: '/admin', role: 'admin' },
];

export const within = (path, words) => path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(words[name]));

/** The same page in a given language, whatever the browser prefers. */
export const inLanguage = (path, language) => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
