// The claims pages' hands: keys, and a report that moves while it is made. They work without it, by reloading.
'use strict';
(() => {
  const live = document.getElementById('claims-live');
  const state = () => { const report = document.getElementById('claims-report'); return report ? report.dataset.state : ''; };
  const press = id => { const el = document.getElementById(id); if (el) el.click(); return Boolean(el); };
  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const pressed = { F8: 'start', Escape: 'back' }[event.key];
    if (pressed && press(pressed)) event.preventDefault();
  });
  const faults = document.getElementById('faults');
  if (faults) faults.focus();
  document.body.dataset.keys = 'on';
  if (!live || state() !== 'UNDER_WAY') return;
  const poll = setInterval(async () => {
    try {
      const response = await fetch(live.dataset.part, { cache: 'no-store' });
      if (response.redirected || response.status === 401 || response.status === 403) { location.reload(); return; }
      if (response.ok) live.innerHTML = await response.text();
    } catch (gone) { return; }
    if (state() !== 'UNDER_WAY') { clearInterval(poll); document.getElementById('say').textContent = live.dataset.done; }
  }, 1000);
})();
