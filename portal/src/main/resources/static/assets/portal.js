// The portal works by plain links and forms. This adds: a running clock, a code that is renewed before it is old, a page that says by itself when it is not live, and who looked as soon as somebody has.
const clock = document.getElementById('clock');
const code = document.getElementById('code');
const notlive = document.getElementById('notlive');
const server = clock ? Number(clock.dataset.now) : Date.now();
const loaded = performance.now();
const now = () => server + (performance.now() - loaded);
const written = new Intl.DateTimeFormat('ja-JP', { timeZone: 'Asia/Tokyo', hour: 'numeric', minute: '2-digit', second: '2-digit', hour12: false });

function stale(is) {
  document.body.classList.toggle('stale', is);
  if (notlive) { notlive.hidden = !is; }
}

async function renew() {
  try {
    const answer = await fetch('/portal/alive', { cache: 'no-store' });
    if (answer.ok) {
      location.replace(document.body.dataset.here + '?auto=1');
      return;
    }
    stale(true);
  } catch {
    stale(true);
  }
}

let renewing = false;
function tick() {
  if (clock && !document.body.classList.contains('stale')) {
    clock.textContent = written.format(new Date(now()));
  }
  if (code) {
    const left = Number(code.dataset.until) - now();
    if (left <= 0) { stale(true); }
    if (left <= 30000 && !renewing) {
      renewing = true;
      renew();
      setTimeout(() => { renewing = false; }, 10000);
    }
  }
}
setInterval(tick, 250);

// Without a line nothing here is live, whatever the clock of the phone says.
addEventListener('offline', () => stale(true));
addEventListener('online', renew);
if (!navigator.onLine) { stale(true); }

// A page that the browser kept while another was shown is not live either.
addEventListener('pageshow', (event) => { if (event.persisted) { renew(); } });

const watched = document.querySelector('[data-watch]');
if (watched) {
  const events = new EventSource(watched.dataset.watch);
  events.addEventListener('changed', () => location.replace(document.body.dataset.here + '?auto=1'));
  events.addEventListener('hello', () => { document.body.dataset.live = 'on'; });
  addEventListener('pagehide', () => events.close());
}

if ('serviceWorker' in navigator) {
  navigator.serviceWorker.register('/portal/worker.js', { scope: '/portal' }).catch(() => {});
}
