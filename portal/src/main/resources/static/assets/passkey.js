// Passkeys need a script: a browser makes and uses them by a call only. Without one, or in a browser without passkeys, the card stays the way in.
const bytes = (text) => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));
const text = (buffer) => btoa(String.fromCharCode(...new Uint8Array(buffer))).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
const able = typeof PublicKeyCredential === 'function' && window.isSecureContext;

function common(key) {
  return { id: key.id, rawId: text(key.rawId), type: key.type, clientExtensionResults: key.getClientExtensionResults(), authenticatorAttachment: key.authenticatorAttachment ?? undefined };
}

async function make(options) {
  const key = await navigator.credentials.create({
    publicKey: {
      ...options,
      challenge: bytes(options.challenge),
      user: { ...options.user, id: bytes(options.user.id) },
      excludeCredentials: options.excludeCredentials.map((known) => ({ ...known, id: bytes(known.id) })),
    },
  });
  return {
    ...common(key),
    response: { clientDataJSON: text(key.response.clientDataJSON), attestationObject: text(key.response.attestationObject), transports: key.response.getTransports?.() ?? [] },
  };
}

async function answer(options) {
  const key = await navigator.credentials.get({ publicKey: { ...options, challenge: bytes(options.challenge) } });
  return {
    ...common(key),
    response: {
      clientDataJSON: text(key.response.clientDataJSON),
      authenticatorData: text(key.response.authenticatorData),
      signature: text(key.response.signature),
      userHandle: key.response.userHandle ? text(key.response.userHandle) : undefined,
    },
  };
}

function told(faults, sentences) {
  faults.replaceChildren(...sentences.map((sentence) => Object.assign(document.createElement('p'), { textContent: '✕ ' + sentence })));
}

// Asks the server, then the phone, then sends the form with the phone's answer.
function offer(form, faults, ask, act) {
  form.hidden = false;
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    const button = form.querySelector('button');
    button.disabled = true;
    told(faults, []);
    try {
      const options = await ask();
      const sent = await options.json();
      if (!options.ok) {
        told(faults, sent);
        return;
      }
      form.elements.response.value = JSON.stringify(await act(sent));
      form.submit();
    } catch (stopped) {
      told(faults, [stopped.name === 'InvalidStateError' ? form.dataset.twice : form.dataset.stopped]);
    } finally {
      button.disabled = false;
    }
  });
}

const add = document.getElementById('passkey-add');
const enter = document.getElementById('passkey-enter');
if (able && add) {
  document.getElementById('no-webauthn').hidden = true;
  offer(add, document.getElementById('faults'), () => fetch('/portal/passkeys/options', { method: 'POST', body: new URLSearchParams(new FormData(add)) }), make);
}
if (able && enter) {
  document.getElementById('passkey').hidden = false;
  offer(enter, document.getElementById('passkey-faults'), () => fetch('/portal/passkey/options', { cache: 'no-store' }), answer);
}
