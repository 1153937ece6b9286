// Help over any page: F1, or the link "案内", opens a panel at the right edge. The page below stays as it is; Esc closes, and the focus goes back to where it was.
'use strict';
(() => {
  const link = document.querySelector('.bar nav a[href="/assist"]');
  if (!link || location.pathname.startsWith('/assist')) return;
  let panel, before;

  async function open() {
    if (panel && panel.open) { close(); return; }
    before = document.activeElement;
    if (!panel) {
      const response = await fetch('/assist/panel', { cache: 'no-store' });
      if (!response.ok || response.redirected) { location.href = '/assist'; return; }
      const style = document.createElement('link');
      style.rel = 'stylesheet';
      style.href = '/assets/assist.css';
      document.head.append(style);
      panel = document.createElement('dialog');
      panel.className = 'assist-panel noprint';
      panel.setAttribute('aria-labelledby', 'assist-title');
      panel.innerHTML = await response.text();
      document.body.append(panel);
      panel.querySelector('#assist-close').addEventListener('click', close);
      panel.querySelector('form').addEventListener('submit', ask);
      // The desk's own keys stay away from what is typed here.
      panel.addEventListener('keydown', event => {
        if (event.key !== 'F1') event.stopPropagation();
      });
    }
    panel.show();
    const words = panel.querySelector('#assist-words');
    words.focus();
    words.select();
  }

  function close() {
    panel.close();
    if (before && before.isConnected) before.focus({ preventScroll: true });
  }

  async function ask(event) {
    event.preventDefault();
    const answers = panel.querySelector('#assist-answers');
    try {
      const response = await fetch('/assist/part', { method: 'POST', body: new URLSearchParams(new FormData(event.target)) });
      if (!response.ok || response.redirected) { location.href = '/assist'; return; }
      answers.innerHTML = await response.text();
      answers.querySelectorAll('form').forEach(form => form.addEventListener('submit', tell));
      answers.querySelectorAll('a').forEach(a => { a.target = '_blank'; a.rel = 'noopener'; });
    } catch (gone) {
      answers.textContent = document.documentElement.lang === 'ja' ? 'つながりません。もう一度試してください。' : 'No connection. Please try again.';
    }
  }

  // "This did not help" is told without leaving the page.
  async function tell(event) {
    event.preventDefault();
    const form = event.target;
    const response = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    const said = document.createElement('p');
    said.textContent = response.ok ? form.dataset.said : '✕ ' + response.status;
    form.replaceWith(said);
    panel.querySelector('#assist-words').focus();
  }

  link.setAttribute('aria-keyshortcuts', 'F1');
  link.title = 'F1';
  link.addEventListener('click', event => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    open();
  });
  // Before the page below hears of it: while the panel is open, Esc is the panel's, wherever the focus is.
  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || !panel || !panel.open) return;
    event.preventDefault();
    event.stopPropagation();
    close();
  }, true);
  document.addEventListener('keydown', event => {
    if (event.key === 'F1' && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); open(); }
  });
})();
