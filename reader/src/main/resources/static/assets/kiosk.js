// The kiosk works by plain forms. This adds: the screen follows the reader, seconds count down and can be had back without losing what was typed, digits can be pressed, keys press buttons (1–9 the answers, 0 staff, + more time, * the voice), screens are
// read aloud, a forgotten card is heard.
const page = document.body.dataset;

async function follow() {
  try {
    const answer = await fetch('/kiosk/turn', { cache: 'no-store' });
    if (answer.ok && (await answer.text()) !== page.shown) {
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

// Read aloud where the browser has a voice of the page's language: what the page says about itself, never what is typed. It ends with the page, or when the voice is switched off.
const talking = window.speechSynthesis;
const voiceButton = document.getElementById('voice');

function voice() {
  return talking?.getVoices().find((known) => known.lang.toLowerCase().startsWith(document.documentElement.lang));
}

function say(text) {
  const spoken = new SpeechSynthesisUtterance(text);
  spoken.voice = voice();
  spoken.lang = spoken.voice.lang;
  spoken.rate = page.slow === 'true' ? 0.8 : 1;
  talking.cancel();
  talking.speak(spoken);
}

function tellAloud(text) {
  if (page.voice === 'on' && voice()) {
    say(text);
  }
}

// Who has just placed a card is told once how to hear the rest; the first screen forgets that it was said.
function hint() {
  if (page.screen === 'idle') {
    sessionStorage.removeItem('hinted');
  } else if (page.screen === 'method' && page.voice === 'hint' && !sessionStorage.getItem('hinted')) {
    sessionStorage.setItem('hinted', 'yes');
    say(page.hint);
  }
}

let begun = false;
function beginToTalk() {
  if (!begun && voice()) {
    begun = true;
    voiceButton.hidden = false;
    tellAloud(page.spoken);
    hint();
  }
}

if (talking) {
  beginToTalk();
  talking.addEventListener('voiceschanged', beginToTalk);
  addEventListener('pagehide', () => talking.cancel());
}

const seconds = document.getElementById('seconds');
const longer = document.getElementById('longer');
const warning = document.getElementById('warning');
let end = seconds ? Date.now() + Number(seconds.textContent) * 1000 : Infinity;

function count() {
  const left = Math.max(0, Math.ceil((end - Date.now()) / 1000));
  seconds.textContent = String(left);
  if (longer && left <= Number(warning.dataset.at) && !warning.textContent) {
    warning.textContent = warning.dataset.text;
    tellAloud(warning.dataset.text + ' ' + warning.dataset.spoken);
  }
}

if (seconds) {
  count();
  setInterval(count, 500);
}

// More time without a new page: what was typed stays.
longer?.addEventListener('click', async (event) => {
  event.preventDefault();
  const answer = await fetch('/kiosk/longer', { method: 'POST', body: new URLSearchParams(new FormData(longer.form)) });
  const now = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const left = now.getElementById('seconds');
  if (!answer.ok || !left || now.body.dataset.shown !== page.shown) {
    location.replace('/kiosk');
    return;
  }
  end = Date.now() + Number(left.textContent) * 1000;
  warning.textContent = '';
  const done = document.getElementById('lengthened');
  done.textContent = done.dataset.text;
  tellAloud(done.dataset.text);
  longer.hidden = !now.getElementById('longer');
  count();
});

const digits = document.getElementById('digits');
const typed = document.getElementById('typed');

// Who cannot see the dots is told how many there are, never which.
function tell() {
  typed.textContent = typed.dataset.typed.replace('%d', String(digits.value.length));
  tellAloud(typed.textContent);
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

function pressed(key) {
  switch (key) {
    case '*': return voiceButton.hidden ? null : voiceButton;
    case '+': return longer;
    case '0': return digits ? null : document.querySelector('button[value=STAFF]');
    default: return digits || !/^[1-9]$/.test(key) ? null : document.querySelectorAll('.choices button')[Number(key) - 1];
  }
}

addEventListener('keydown', (event) => {
  const button = event.ctrlKey || event.altKey || event.metaKey ? null : pressed(event.key);
  if (button) {
    event.preventDefault();
    button.click();
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

if (page.sound === 'alarm') {
  const audio = new AudioContext();
  ring(audio);
  setInterval(() => ring(audio), PATTERN_MILLIS);
  audio.addEventListener('statechange', () => { document.body.dataset.heard = audio.state; });
  addEventListener('pointerdown', () => audio.resume());
  addEventListener('pagehide', () => audio.close());
}
