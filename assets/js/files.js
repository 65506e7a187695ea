// The files that somebody chose: name, size, and a way to put one aside, in the words
// of the page. Where this does not run, the browser's own control stands there instead.
document.documentElement.classList.add('js');

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];
/** In units that people know from their telephone, in the digits of the page. */
function size(bytes) {
  const step = Math.min(UNITS.length - 1, Math.floor(Math.log2(bytes || 1) / 10)), amount = bytes / 1024 ** step;
  const { lang } = document.documentElement, unitDisplay = lang === 'fa' ? 'long' : 'short';
  const told = { style: 'unit', unit: UNITS[step], unitDisplay, maximumFractionDigits: amount < 10 ? 1 : 0 };
  return new Intl.NumberFormat(lang, told).format(amount);
}

function without(input, file) {
  const kept = new DataTransfer();
  [...input.files].filter(each => each !== file).forEach(each => kept.items.add(each));
  input.files = kept.files;
  chosen(input);
  (input.closest('.drop').querySelector('.files button') ?? input).focus();
}

function line(input, file, remove) {
  const item = document.createElement('li'), told = document.createElement('span'), name = document.createElement('bdi');
  name.textContent = file.name;
  told.append(name, ` · ${size(file.size)}`);
  item.append(told);
  if (remove) {
    const button = document.createElement('button'), which = document.createElement('bdi');
    which.className = 'sr';
    which.textContent = file.name;
    Object.assign(button, { type: 'button', className: 'link' }).append(`${remove} `, which);
    button.addEventListener('click', () => without(input, file));
    item.append(button);
  }
  return item;
}

export function chosen(input) {
  const box = input.closest('.drop') ?? input.parentElement;
  let list = box.querySelector('.files');
  if (!list) {
    list = document.createElement('ul');
    list.className = 'files';
    list.setAttribute('aria-live', 'polite');
    box.append(list);
  }
  list.replaceChildren(...[...input.files].map(file => line(input, file, box.dataset.remove)));
  // What shows them on their way is fetched by whoever has something to send.
  if (input.files.length) import('./upload.js');
}

document.addEventListener('change', event => { if (event.target.type === 'file') chosen(event.target); });
// Some browsers keep what was chosen when a page is loaded again.
addEventListener('pageshow', () => document.querySelectorAll('input[type=file]').forEach(input => { if (input.files.length) chosen(input); }));
