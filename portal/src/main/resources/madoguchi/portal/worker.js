// Without a line a browser gets the page that says "not live". Nothing of anybody is ever kept, and no code.
const KEPT = 'portal-1';
const OFFLINE = '/portal/offline';

addEventListener('install', (event) => {
  event.waitUntil(caches.open(KEPT).then((kept) => kept.addAll([OFFLINE, '/assets/tokens.css', '/assets/portal.css', '/assets/portal.js'])).then(() => skipWaiting()));
});
addEventListener('activate', (event) => event.waitUntil(clients.claim()));
addEventListener('fetch', (event) => {
  if (event.request.mode === 'navigate' && event.request.method === 'GET') {
    event.respondWith(fetch(event.request).catch(() => caches.match(OFFLINE)));
  } else if (new URL(event.request.url).pathname.startsWith('/assets/')) {
    event.respondWith(fetch(event.request).catch(() => caches.match(event.request)));
  }
});
