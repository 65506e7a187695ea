// Makes a passkey, or answers with one: the browser asks its person, and what comes of it
// travels in a hidden field of the form around. Where browsers cannot, nothing is shown.
const bytes = text => Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), sign => sign.charCodeAt(0));
const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer))).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
const keys = ids => ids.map(id => ({ type: 'public-key', id: bytes(id) }));

async function made({ challenge, host, place, user, keys: known, algorithms }) {
  const { response } = await navigator.credentials.create({ publicKey: {
    challenge: bytes(challenge), rp: { id: host, name: place }, user: { ...user, id: bytes(user.id) },
    pubKeyCredParams: algorithms.map(alg => ({ type: 'public-key', alg })), excludeCredentials: keys(known),
    authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' }, attestation: 'none',
  } });
  return { clientDataJSON: text(response.clientDataJSON), attestationObject: text(response.attestationObject) };
}

async function answered({ challenge, host, keys: known, verified }) {
  const key = await navigator.credentials.get({ publicKey: {
    challenge: bytes(challenge), rpId: host, allowCredentials: keys(known), userVerification: verified ? 'required' : 'preferred',
  } });
  const { clientDataJSON, authenticatorData, signature } = key.response;
  return { id: key.id, clientDataJSON: text(clientDataJSON), authenticatorData: text(authenticatorData), signature: text(signature) };
}

function ready(box) {
  const options = JSON.parse(box.dataset.passkey), form = box.closest('form');
  const button = box.querySelector('button'), field = box.querySelector('input'), failed = box.querySelector('[role=status]');
  button.addEventListener('click', async () => {
    failed.hidden = true;
    try {
      field.value = JSON.stringify(await (options.kind === 'create' ? made(options) : answered(options)));
    } catch {
      // Broken off, no key here, or one that is known already: the browser has said which.
      failed.hidden = false;
      return;
    }
    form.submit();
  });
  box.hidden = false;
}

if (window.PublicKeyCredential) document.querySelectorAll('[data-passkey]').forEach(ready);
