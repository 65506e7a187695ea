// Files on their way: how far they are, and a way to stop. Nothing is lost by stopping
// or by a broken line, because the form stays as it is. Small files, and browsers
// without scripts, are sent as ever.

/** Less than this has arrived before anybody could read how far it is. */
const SMALL = 64 * 1024;
const percent = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
const fields = root => [...root.querySelectorAll('input[type=file]')];
const weight = form => fields(form).flatMap(input => [...input.files]).reduce((sum, file) => sum + file.size, 0);

document.addEventListener('submit', event => {
  const form = event.target, frame = form.querySelector('.drop template');
  if (event.defaultPrevented || !frame || weight(form) < SMALL) return;
  event.preventDefault();
  carry(form, event.submitter, frame.content.firstElementChild);
});

function carry(form, pressed, frame) {
  const box = document.importNode(frame, true), bar = box.querySelector('progress'), [stop] = box.getElementsByTagName('button');
  const [far, said] = box.querySelectorAll('.far, [role=status]'), stood = document.activeElement;
  const where = new URL(pressed?.getAttribute('formaction') ?? form.getAttribute('action'), location.href);
  const body = new FormData(form), request = new XMLHttpRequest();
  if (pressed?.name) body.append(pressed.name, pressed.value);
  form.parentElement.querySelectorAll(':scope > .sending').forEach(older => older.remove());
  form.after(box);
  form.inert = true;
  stop.focus();

  /** The form as it was, and why it was not sent. */
  const back = why => {
    form.inert = false;
    delete form.dataset.sent;
    bar.remove();
    stop.remove();
    box.classList.add('over');
    said.textContent = why;
    (form.contains(stood) && stood.tabIndex >= 0 ? stood : fields(form)[0]).focus();
  };
  let quarter = 0;
  request.upload.addEventListener('progress', ({ loaded, total }) => {
    bar.value = loaded / total;
    far.textContent = percent.format(bar.value);
    // Whoever listens hears each quarter, not each packet.
    if (Math.floor(bar.value * 4) > quarter) said.textContent = percent.format((quarter = Math.floor(bar.value * 4)) / 4);
  });
  // From here on it is being recorded: it can no longer be stopped.
  request.upload.addEventListener('load', () => { stop.hidden = true; box.classList.add('there'); said.textContent = box.dataset.arrived; });
  request.addEventListener('load', async () => {
    if (request.responseURL !== where.href) return location.assign(request.responseURL);
    if (!await shown(request, form, where)) back(box.dataset.broken);
  });
  request.addEventListener('error', () => back(box.dataset.broken));
  request.addEventListener('abort', () => back(box.dataset.stopped));
  stop.addEventListener('click', () => request.abort());
  request.open('POST', where);
  request.send(body);
}

/** The page came back with a sentence beside a field; files that it does not hold stay chosen. */
async function shown({ responseText }, form, where) {
  const { parsed } = await import('./page.js'), doc = parsed(responseText), main = doc.querySelector('main:has(form)');
  if (!main) return false;
  const chosen = fields(form).map(({ id, files }) => ({ id, files }));
  document.title = doc.title;
  document.querySelector('main').replaceWith(document.adoptNode(main));
  if (form.hasAttribute('data-page')) history.replaceState(history.state, '', where);
  const kept = main.querySelector('button[name=remove]');
  for (const { id, files } of kept ? [] : chosen) {
    const input = document.getElementById(id);
    if (!input || input.getAttribute('aria-invalid')) continue;
    input.files = files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }
  scrollTo(0, 0);
  document.dispatchEvent(new CustomEvent('desk:came'));
  main.querySelector('[autofocus], h1')?.focus();
  return true;
}
