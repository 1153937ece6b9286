// The kiosk works by plain forms. This adds: the screen follows the reader, seconds count down, digits can be pressed, number keys press buttons.
const turn = document.body.dataset.turn;

async function follow() {
  try {
    const answer = await fetch('/kiosk/turn', { cache: 'no-store' });
    if (answer.ok && (await answer.text()) !== turn) {
      location.replace('/kiosk');
    }
  } catch {
    // The stream comes back by itself, and then this runs again.
  }
}

const events = new EventSource('/kiosk/events');
events.addEventListener('changed', follow);
events.addEventListener('hello', () => { follow(); document.body.dataset.live = 'on'; });
addEventListener('pagehide', () => events.close());

const seconds = document.getElementById('seconds');
if (seconds) {
  const end = Date.now() + Number(seconds.textContent) * 1000;
  setInterval(() => { seconds.textContent = String(Math.max(0, Math.ceil((end - Date.now()) / 1000))); }, 500);
}

const digits = document.getElementById('digits');
for (const key of document.querySelectorAll('[data-digit]')) {
  key.addEventListener('click', () => {
    digits.value = key.dataset.digit === '' ? digits.value.slice(0, -1) : (digits.value + key.dataset.digit).slice(0, 4);
    if (digits.value.length === 4) {
      document.getElementById('submit').focus();
    }
  });
}

addEventListener('keydown', (event) => {
  if (digits || event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) {
    return;
  }
  const choice = document.querySelectorAll('.choices button')[Number(event.key) - 1];
  if (choice) {
    event.preventDefault();
    choice.click();
  }
});
