// Round the composers: the seconds to take a message back, and pictures from the
// clipboard.
import { $, $$ } from './page.js';
import { chosen } from './files.js';

/** The sentence of each second lies ready beside the first one. */
function countDown(form) {
  if (form.dataset.counting) return;
  form.dataset.counting = '1';
  const sentences = [...$('template', form).content.children];
  const tick = setInterval(() => {
    const next = sentences.shift();
    if (next) return $('.now', form).replaceChildren(...next.childNodes);
    clearInterval(tick);
    // Whoever stood on the button goes on from the notice above it.
    if (form.contains(document.activeElement)) $('main .notice.good')?.focus();
    form.remove();
  }, 1000);
}

document.addEventListener('paste', event => {
  const input = $('input[type=file]', event.target.closest('form') ?? document.createElement('i'));
  const pictures = [...event.clipboardData?.files ?? []].filter(file => file.type.startsWith('image/'));
  if (!input || pictures.length === 0) return;
  event.preventDefault();
  const all = new DataTransfer();
  [...input.files].forEach(file => all.items.add(file));
  pictures.forEach((file, n) => all.items.add(new File([file], `${input.files.length + n + 1}-${file.name}`, { type: file.type })));
  input.files = all.files;
  chosen(input);
});

export function start() {
  $$('form.undo').forEach(countDown);
}
document.addEventListener('desk:came', start);
