// The desk's hands: keeps list and reception fresh, moves by keys, copies, hears scanners. The page works without it.
'use strict';
(() => {
  const desk = document.getElementById('desk');
  if (!desk) return;
  const detail = document.getElementById('detail');
  const listBox = document.getElementById('list-box');
  const find = document.getElementById('find');
  const say = document.getElementById('say');
  const toast = document.getElementById('toast');
  const words = desk.dataset;
  const letters = document.getElementById('letters');
  try { letters.checked = localStorage.getItem('letters') !== 'off'; } catch (none) { /* They stay on. */ }
  const POLL = 15000, TICK = 1000, SCAN_GAP = 60, SCAN_LEAST = 5, PICK = 5000;

  const rows = () => [...listBox.querySelectorAll('a.row')];
  const seen = () => rows().filter(row => !row.parentElement.hidden);
  const current = () => rows().find(row => row.getAttribute('aria-current') === 'true');
  const inField = el => el && /^(INPUT|SELECT|TEXTAREA)$/.test(el.tagName) && !/^(checkbox|radio)$/.test(el.type);
  const announce = text => { say.textContent = ''; setTimeout(() => { say.textContent = text; }, 50); };

  let toastEnd;
  function show(text) {
    toast.textContent = text;
    toast.hidden = false;
    announce(text);
    clearTimeout(toastEnd);
    toastEnd = setTimeout(() => { toast.hidden = true; }, 2500);
  }

  // A part of the page from the server; when the session has ended the server leads elsewhere, and so do we.
  async function part(path) {
    const response = await fetch(path, { headers: { Accept: 'text/html' }, cache: 'no-store' });
    if (response.redirected || response.status === 401 || response.status === 403) { location.reload(); throw new Error('signed out'); }
    if (!response.ok) throw new Error('status ' + response.status);
    return response.text();
  }

  // --- the list and the status bar -----------------------------------------------------------
  function status() {
    const bar = document.getElementById('status');
    const line = document.getElementById('line');
    if (!bar || !line) return;
    const text = line.firstChild.textContent.trim();
    if (bar.textContent !== text) bar.textContent = text; // A live region: the same words again would be read out again.
    bar.className = 'status' + (line.dataset.down === 'true' ? ' down' : '');
    const followUps = document.querySelector('.bar nav a[href="/open"]');
    if (followUps && followUps.textContent !== line.dataset.open) followUps.textContent = line.dataset.open;
  }

  let refreshing = false, again = false;
  async function refresh() {
    if (refreshing) { again = true; return; }
    refreshing = true;
    try {
      const before = new Map(rows().map(row => [row.dataset.id, row]));
      const focused = document.activeElement && document.activeElement.dataset ? document.activeElement.dataset.id : undefined;
      const chosen = current() ? current().dataset.id : shownId();
      const top = listBox.parentElement.scrollTop;
      const called = document.getElementById('staff-call') !== null;
      listBox.innerHTML = await part('/part/list');
      mark(chosen);
      filter();
      listBox.parentElement.scrollTop = top;
      if (focused) { const row = rows().find(r => r.dataset.id === focused); if (row) row.focus({ preventScroll: true }); }
      status();
      const call = document.querySelector('#staff-call strong');
      if (call && !called) announce(call.textContent);
      const fresh = rows().filter(row => !before.has(row.dataset.id));
      if (fresh.length) announce(words.came + ' ' + fresh.map(row => row.querySelector('.name').textContent + ' ' + row.querySelector('.state').textContent).join('、'));
      await freshenRight();
    } catch (gone) {
      const bar = document.getElementById('status');
      if (bar) { bar.textContent = '◐ ' + words.offline; bar.className = 'status stale'; }
    } finally {
      refreshing = false;
      if (again) { again = false; refresh(); }
    }
  }

  const shownId = () => { const shown = document.getElementById('reception'); return shown ? shown.dataset.id : undefined; };

  async function freshenRight() {
    const shown = document.getElementById('reception');
    if (shown) {
      const row = rows().find(r => r.dataset.id === shown.dataset.id);
      if (row && row.dataset.seq !== shown.dataset.seq) {
        if (detail.contains(document.activeElement) && inField(document.activeElement)) return;
        await put(shown.dataset.part);
        announce(document.getElementById('who').textContent + ' ' + document.getElementById('state').textContent + ' ' + document.getElementById('sentence').textContent);
      }
    } else {
      const live = detail.querySelector('.live[data-part]');
      if (live) await put(live.dataset.part);
    }
  }

  // Puts a part on the right; keeps the focus and what is open where it was.
  async function put(path) {
    const focus = detail.contains(document.activeElement) ? document.activeElement.id : '';
    const open = [...detail.querySelectorAll('details[open][id]')].map(el => el.id);
    detail.innerHTML = await part(path);
    open.forEach(id => { const el = document.getElementById(id); if (el) el.open = true; });
    if (focus) { const el = document.getElementById(focus) || document.getElementById('who'); if (el) el.focus({ preventScroll: true }); }
  }

  function mark(id) {
    rows().forEach(row => { if (row.dataset.id === id) row.setAttribute('aria-current', 'true'); else row.removeAttribute('aria-current'); });
  }

  let choosing;
  async function choose(row, focusRow) {
    mark(row.dataset.id);
    if (focusRow) { row.focus({ preventScroll: true }); row.scrollIntoView({ block: 'nearest' }); }
    const id = row.dataset.id;
    clearTimeout(choosing);
    choosing = setTimeout(async () => {
      try {
        const html = await part('/part/receptions/' + id);
        if (!current() || current().dataset.id !== id) return;
        detail.innerHTML = html;
        history.replaceState(null, '', '/receptions/' + id);
        window.scrollTo(0, 0);
      } catch (gone) { location.href = '/receptions/' + id; }
    }, 60);
  }

  listBox.addEventListener('click', event => {
    const row = event.target.closest('a.row');
    if (row && !event.ctrlKey && !event.metaKey && !event.shiftKey && event.button === 0) { event.preventDefault(); choose(row, true); }
  });

  // --- finding -------------------------------------------------------------------------------
  const plain = text => text.normalize('NFKC').toLowerCase().replace(/[\u3041-\u3096]/g, c => String.fromCharCode(c.charCodeAt(0) + 0x60)).replace(/[\s\u30fb-]/g, '');
  function filter() {
    const wanted = plain(find.value);
    rows().forEach(row => { row.parentElement.hidden = wanted !== '' && !plain(row.dataset.find).includes(wanted); });
    return seen();
  }
  find.addEventListener('input', filter);
  find.addEventListener('keydown', event => {
    if (event.isComposing) return;
    if (event.key === 'Enter') {
      event.preventDefault();
      const hits = filter();
      if (hits.length) { find.value = hits.length === 1 ? '' : find.value; filter(); choose(hits[0], true); } else announce(words.none);
    }
  });

  // --- the sheet: what the program understands while it is typed ------------------------------
  const sheet = document.getElementById('inquiry');
  const leaving = document.querySelector('form.leave'); // A sheet of choices: leaving the ladder, or beginning without an inquiry.
  if (sheet) {
    const fields = ['insurer', 'symbol', 'number', 'branch', 'birth', 'day'];
    const left = new Set(fields.filter(name => document.getElementById(name).getAttribute('aria-invalid') === 'true'));
    let turn = 0, wait;
    const ask = () => { clearTimeout(wait); wait = setTimeout(understand, 200); };
    async function understand() {
      const mine = ++turn;
      try {
        const response = await fetch('/understand', { method: 'POST', body: new URLSearchParams(new FormData(sheet)) });
        if (!response.ok || mine !== turn) return;
        const said = await response.json();
        fields.forEach(name => tell(name, said[name]));
      } catch (gone) { /* The server reads the sheet again when it is sent. */ }
    }
    function tell(name, said) {
      const input = document.getElementById(name);
      const box = document.getElementById(name + '-said');
      const problems = left.has(name) ? said.problems : [];
      const parts = [];
      if (said.understood && (input.value || name === 'day')) parts.push(['understood', said.understood]);
      problems.forEach(problem => parts.push(['fault', '✕ ' + problem]));
      const text = parts.map(p => p[1]).join(' ');
      if (box.dataset.text !== text) {
        box.dataset.text = text;
        box.replaceChildren(...parts.map(([kind, words]) => { const el = document.createElement('span'); el.className = kind; el.textContent = words; return el; }));
      }
      input.setAttribute('aria-invalid', problems.length ? 'true' : 'false');
    }
    sheet.addEventListener('input', ask);
    sheet.addEventListener('focusout', event => { if (fields.includes(event.target.name) && event.target.value) { left.add(event.target.name); ask(); } });
    // Enter goes to the next field, as receptionists are used to; from the birth date on, where nothing more is needed, it sends.
    sheet.addEventListener('keydown', event => {
      if (event.key !== 'Enter' || event.isComposing || !fields.includes(event.target.name)) return;
      const next = fields[fields.indexOf(event.target.name) + 1];
      if (next && next !== 'day' && !event.ctrlKey) { event.preventDefault(); document.getElementById(next).focus(); }
    });
    sheet.addEventListener('submit', event => { if (sheet.dataset.sent) event.preventDefault(); sheet.dataset.sent = 'yes'; });
    window.addEventListener('pageshow', () => { delete sheet.dataset.sent; });
    const first = sheet.querySelector('[aria-invalid=true]') || document.getElementById('insurer');
    if (handedOver()) { document.getElementById('number').value = handedOver(); sessionStorage.removeItem('scanned'); }
    first.focus();
    if (!sheet.querySelector('.faults')) ask();
  }
  function handedOver() { try { return sessionStorage.getItem('scanned') || ''; } catch (none) { return ''; } }

  // --- copying -------------------------------------------------------------------------------
  async function copy(button) {
    const text = button.dataset.copy;
    try { await navigator.clipboard.writeText(text); }
    catch (noClipboard) {
      const area = document.createElement('textarea');
      area.value = text;
      area.className = 'unseen';
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    show(button.dataset.label + ' ' + text + ' ' + words.copied);
  }
  detail.addEventListener('click', event => {
    const button = event.target.closest('[data-copy]');
    if (button) copy(button);
    if (event.target.closest('#print')) window.print();
  });

  let picking = 0;
  function pick() {
    const box = document.getElementById('copies');
    if (!box) return;
    picking = Date.now() + PICK;
    box.classList.add('picking');
    box.scrollIntoView({ block: 'nearest' });
    show(words.pick);
    setTimeout(() => { if (Date.now() >= picking) unpick(); }, PICK + 50);
  }
  function unpick() { picking = 0; const box = document.getElementById('copies'); if (box) box.classList.remove('picking'); }

  // --- keys ----------------------------------------------------------------------------------
  function move(step) {
    const all = seen();
    if (!all.length) return;
    const at = all.indexOf(current());
    const to = at < 0 ? (step > 0 ? 0 : all.length - 1) : Math.min(all.length - 1, Math.max(0, at + step));
    choose(all[to], true);
  }
  function toggle(id) {
    const details = document.getElementById(id);
    if (!details) return;
    details.open = !details.open;
    if (details.open) details.scrollIntoView({ block: 'nearest' });
  }
  function back() {
    const why = document.getElementById('why'), help = document.getElementById('help');
    if (picking) return unpick();
    if (help.open || (why && why.open)) { help.open = false; if (why) why.open = false; return undefined; }
    if (find.value) { find.value = ''; filter(); return undefined; }
    if (inField(document.activeElement) && !sheetOpen()) return document.activeElement.blur();
    if (location.pathname !== '/') location.href = sheetOpen() ? document.getElementById('back').href : '/';
    return undefined;
  }
  const press = selector => { const el = detail.querySelector(selector); if (el) el.click(); return Boolean(el); };
  const sheetOpen = () => Boolean((sheet && sheet.isConnected) || (leaving && leaving.isConnected));
  const chooseReason = key => { const radio = leaving.querySelectorAll('input[type=radio]')[Number(key) - 1]; if (radio) { radio.checked = true; radio.focus(); } };
  const firstButton = () => detail.querySelector('#actions [data-key]') || detail.querySelector('#ask-again:not(.second)') || detail.querySelector('#copies [data-copy]');

  // A scanner types digits faster than a hand and ends with Enter; wherever the focus is outside a field, that is a number to find.
  let scanned = '', lastDigit = 0, digitLater;
  function digit(event) {
    const now = event.timeStamp;
    scanned = now - lastDigit < SCAN_GAP ? scanned + event.key : event.key;
    lastDigit = now;
    clearTimeout(digitLater);
    if (scanned.length === 1) {
      const key = event.key;
      digitLater = setTimeout(() => {
        if (scanned !== key) return;
        if (picking) { unpick(); const b = detail.querySelector('#copies [data-key="' + key + '"]'); if (b) copy(b); else show(words.nothing); }
        else if (leaving && leaving.isConnected) chooseReason(key);
        else press('#actions [data-key="' + key + '"]');
      }, SCAN_GAP + 20);
    }
    event.preventDefault();
  }
  function scanEnd() {
    const number = scanned;
    scanned = '';
    find.value = number;
    const hits = filter();
    if (hits.length === 1) { find.value = ''; filter(); choose(hits[0], true); return; }
    if (hits.length) { find.focus(); return; }
    find.value = '';
    filter();
    try { sessionStorage.setItem('scanned', number); } catch (none) { /* The clerk types it. */ }
    location.href = '/inquiry';
  }

  document.addEventListener('keydown', event => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = inField(document.activeElement);
    const does = {
      F2: () => { location.href = '/inquiry'; },
      F6: () => { location.href = '/receptions/new'; },
      F3: () => { find.focus(); find.select(); },
      F4: () => { if (document.getElementById('reception')) window.print(); },
      Escape: back,
    }[event.key];
    if (does) { event.preventDefault(); does(); return; }
    if (typing) {
      if (document.activeElement === find && (event.key === 'ArrowDown' || event.key === 'ArrowUp')) { event.preventDefault(); move(event.key === 'ArrowDown' ? 1 : -1); }
      return;
    }
    if (!letters.checked && event.key.length === 1) return;
    if (sheetOpen() && /^[a-z]$/i.test(event.key)) return; // A sheet half filled in is not left by a letter.
    if (/^[0-9]$/.test(event.key)) { digit(event); return; }
    if (event.key === 'Enter' && scanned.length >= SCAN_LEAST && event.timeStamp - lastDigit < SCAN_GAP * 4) { event.preventDefault(); scanEnd(); return; }
    switch (event.key) {
      case 'ArrowDown': event.preventDefault(); move(1); break;
      case 'ArrowUp': event.preventDefault(); move(-1); break;
      case 'c': case 'C': pick(); break;
      case 'r': case 'R': press('#ask-again'); break;
      case 'e': case 'E': press('#correct'); break;
      case 'b': case 'B': press('#step-back'); break;
      case 'l': case 'L': press('#leave'); break;
      case 'p': case 'P': press('#to-patient'); break;
      case 'd': case 'D': press('#write-declaration'); break;
      case 's': case 'S': press('#to-subsidies'); break;
      case 'u': case 'U': press('#card-unreadable'); break;
      case 'o': case 'O': location.href = '/open'; break;
      case '?': case '？': toggle(document.getElementById('why') ? 'why' : 'help'); break;
      case 'h': case 'H': toggle('help'); break;
      case 'Enter': {
        const on = document.activeElement;
        if (on && on.matches('a.row')) {
          event.preventDefault();
          if (shownId() !== on.dataset.id) choose(on, true);
          const button = firstButton();
          if (button) button.focus();
        } else if (!on || on === document.body || on.id === 'main' || on.id === 'who') {
          const button = firstButton();
          if (button) { event.preventDefault(); button.focus(); } else if (!current()) { event.preventDefault(); move(1); }
        }
        break;
      }
      default:
    }
  });

  // Single-letter keys can be switched off, for people whose speech or hands press them by accident.
  letters.addEventListener('change', () => { try { localStorage.setItem('letters', letters.checked ? 'on' : 'off'); } catch (none) { /* Only for this page, then. */ } });

  // --- staying fresh -------------------------------------------------------------------------
  let stream, lastNews = Date.now();
  function listen() {
    stream = new EventSource('/events');
    stream.addEventListener('hello', () => { lastNews = Date.now(); refresh(); });
    stream.addEventListener('changed', () => { lastNews = Date.now(); refresh(); });
  }
  listen();
  setInterval(() => {
    if (stream.readyState === EventSource.CLOSED) listen();
    if (stream.readyState !== EventSource.OPEN || Date.now() - lastNews > 4 * POLL) { lastNews = Date.now(); refresh(); }
  }, POLL);
  window.addEventListener('pagehide', () => stream.close());
  window.addEventListener('pageshow', event => { if (event.persisted) { listen(); refresh(); } });

  setInterval(() => {
    document.querySelectorAll('[data-seconds]:not(#desk)').forEach(el => {
      el.dataset.seconds = String(Number(el.dataset.seconds) + 1);
      el.textContent = el.dataset.seconds + words.seconds;
    });
  }, TICK);

  status();
  document.body.dataset.keys = 'on'; // From here on a key does something: whoever drives the page by keys waits for it.
  const refused = document.getElementById('refused') || document.getElementById('refusal');
  if (refused) refused.focus();
  else if (leaving) (leaving.querySelector('input[type=radio]:checked') || leaving.querySelector('input[type=radio]')).focus();
  else if (shownId() && !sheet) {
    const fault = detail.querySelector('[aria-invalid=true]');
    if (fault) { fault.focus(); return; }
    if (location.hash === '#follow-up') { document.querySelector('#contact input').focus(); return; }
    const row = current();
    if (row) { row.focus({ preventScroll: true }); row.scrollIntoView({ block: 'nearest' }); } else document.getElementById('who').focus();
  }
})();
