// The kiosk works by plain forms. This adds: the screen follows the reader, seconds count down, digits can be pressed, number keys press buttons, a forgotten card is heard.
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
const typed = document.getElementById('typed');

// Who cannot see the dots is told how many there are, never which.
function tell() {
  typed.textContent = typed.dataset.typed.replace('%d', String(digits.value.length));
}

if (digits) {
  digits.addEventListener('input', tell);
}

for (const key of document.querySelectorAll('[data-digit]')) {
  key.addEventListener('click', () => {
    digits.value = key.dataset.digit === '' ? digits.value.slice(0, -1) : (digits.value + key.dataset.digit).slice(0, 4);
    tell();
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

// The alarm is made here: two tones, a pause, again, until the page goes. What the page may not play (a browser that wants a touch first) it says in data-heard; the screen shows the alarm in any case.
const TONES_HZ = [880, 660];
const TONE_SECONDS = 0.22;
const PATTERN_MILLIS = 1400;

function ring(audio) {
  TONES_HZ.forEach((hz, place) => {
    const begin = audio.currentTime + place * TONE_SECONDS;
    const tone = audio.createOscillator();
    const volume = audio.createGain();
    tone.frequency.value = hz;
    volume.gain.setValueAtTime(0.0001, begin);
    volume.gain.exponentialRampToValueAtTime(0.4, begin + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, begin + TONE_SECONDS);
    tone.connect(volume).connect(audio.destination);
    tone.start(begin);
    tone.stop(begin + TONE_SECONDS);
  });
  document.body.dataset.heard = audio.state;
}

if (document.body.dataset.sound === 'alarm') {
  const audio = new AudioContext();
  ring(audio);
  setInterval(() => ring(audio), PATTERN_MILLIS);
  audio.addEventListener('statechange', () => { document.body.dataset.heard = audio.state; });
  addEventListener('pointerdown', () => audio.resume());
  addEventListener('pagehide', () => audio.close());
}
