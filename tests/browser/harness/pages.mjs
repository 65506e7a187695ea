// The pages of the product, each with who opens it. New pages are added here once
// and are then checked in every language and drawn by `npm run shots`.
// `scene` makes what stands between braces: a complaint, a person, a draft.
export const PUBLIC = [
  { name: 'home', path: '/' },
  { name: 'complain', path: '/complain' },
  { name: 'complain-wishes', path: '/complain/{draft}/2' },
  { name: 'complain-reach', path: '/complain/{draft}/3' },
  { name: 'complain-wrong', path: '/complain/{draft}/3?problems=1', twin: true },
  { name: 'complain-check', path: '/complain/{whole}/4' },
  { name: 'complain-later', path: '/complain/{draft}/later' },
  { name: 'complain-done', path: '/complain/{sent}/done' },
  { name: 'complain-receipt', path: '/complain/{sent}/receipt', bare: true },
  { name: 'complain-gone', path: '/complain/0123456789abcdefghjkmnpqrs/2', status: 410 },
  { name: 'follow', path: '/follow' },
  { name: 'status', path: '/follow/case', role: 'complainant' },
  { name: 'details', path: '/follow/case/details', role: 'complainant' },
  { name: 'withdraw', path: '/follow/case/withdraw', role: 'complainant' },
  { name: 'how', path: '/how' },
  { name: 'sign-in', path: '/sign-in' },
  { name: 'welcome', path: '/welcome/{welcome}' },
  { name: 'nowhere', path: '/no/such/page', status: 404 },
];

export const STAFF = [
  { name: 'desk', path: '/desk', role: 'handler' },
  { name: 'desk-all', path: '/desk?queue=all', role: 'handler', twin: true },
  { name: 'desk-empty', path: '/desk?queue=mine', role: 'auditor' },
  { name: 'desk-search', path: '/desk?queue=all&q=nothing-of-the-kind', role: 'handler', twin: true },
  { name: 'case', path: '/desk/{reference}', role: 'handler' },
  { name: 'case-form', path: '/desk/{reference}?open=assessment', role: 'handler', twin: true },
  { name: 'case-closed', path: '/desk/{settled}', role: 'handler' },
  { name: 'case-read', path: '/desk/{settled}', role: 'auditor', twin: true },
  { name: 'new', path: '/desk/new', role: 'intake' },
  { name: 'recorded', path: '/desk/{reference}/recorded', role: 'intake' },
  { name: 'outbox', path: '/desk/outbox', role: 'handler' },
  { name: 'profile', path: '/desk/profile', role: 'handler' },
  { name: 'admin', path: '/admin', role: 'admin' },
  { name: 'organisation', path: '/admin/organisation', role: 'admin' },
  { name: 'targets', path: '/admin/targets', role: 'admin' },
  { name: 'people', path: '/admin/people', role: 'admin' },
  { name: 'people-new', path: '/admin/people/new', role: 'admin' },
  { name: 'person', path: '/admin/people/{person}', role: 'admin' },
  { name: 'units', path: '/admin/units', role: 'admin' },
  { name: 'tokens', path: '/admin/tokens', role: 'admin' },
  { name: 'mail', path: '/admin/mail', role: 'admin' },
  { name: 'health', path: '/admin/health', role: 'admin' },
];

export const within = (path, words) => path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(words[name]));

/** The same page in a given language, whatever the browser prefers. */
export const inLanguage = (path, language) => `${path}${path.includes('?') ? '&' : '?'}lang=${language}`;
