// The bulk inquiry's hands: keys, printing, and a page that moves by itself. It works without it, by reloading.
'use strict';
(() => {
  const live = document.getElementById('bulk-live');
  const say = document.getElementById('say');
  const POLL = 5000;
  const state = () => { const list = document.getElementById('bulk-list'); return list ? list.dataset.state : ''; };
  const press = id => { const el = document.getElementById(id); if (el) el.click(); return Boolean(el); };

  document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    // Enter in the day means "check", not the first button of the form.
    if (event.key === 'Enter' && event.target.id === 'day') { event.preventDefault(); press('check'); return; }
    const pressed = { F8: 'start', F9: 'check', F4: 'print', Escape: 'back' }[event.key];
    if (pressed && press(pressed)) event.preventDefault();
  });
  document.addEventListener('click', event => { if (event.target.closest('#print')) window.print(); });

  // A new file is read at once.
  const file = document.getElementById('file');
  if (file) file.addEventListener('change', () => { if (file.files.length) document.getElementById('check').click(); });
  const faults = document.getElementById('faults');
  if (faults) faults.focus();
  document.body.dataset.keys = 'on';
  if (!live) return;

  let loading = false, again = false;
  async function refresh() {
    if (state() !== 'UNDER_WAY') return;
    if (loading) { again = true; return; }
    loading = true;
    try {
      const response = await fetch(live.dataset.part, { cache: 'no-store' });
      if (response.redirected || response.status === 401 || response.status === 403) { location.reload(); return; }
      if (!response.ok) throw new Error('status ' + response.status);
      const focus = live.contains(document.activeElement) ? document.activeElement.id : '';
      live.innerHTML = await response.text();
      if (focus) { const el = document.getElementById(focus); if (el) el.focus({ preventScroll: true }); }
      if (state() !== 'UNDER_WAY') say.textContent = live.dataset.done;
      const bar = document.getElementById('status');
      if (bar) bar.textContent = '';
    } catch (gone) {
      const bar = document.getElementById('status');
      if (bar) { bar.textContent = '◐ ' + live.dataset.offline; bar.className = 'status stale'; }
    } finally {
      loading = false;
      if (again) { again = false; refresh(); }
    }
  }
  if (state() === 'UNDER_WAY') {
    const stream = new EventSource('/events');
    stream.addEventListener('hello', refresh);
    stream.addEventListener('changed', refresh);
    const poll = setInterval(() => {
      if (state() === 'UNDER_WAY') refresh(); else { stream.close(); clearInterval(poll); }
    }, POLL);
    window.addEventListener('pagehide', () => stream.close());
  }
})();
