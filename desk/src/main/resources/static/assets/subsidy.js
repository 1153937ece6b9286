// Keys of the subsidy and ledger pages. The pages work without it.
'use strict';
(() => {
  const press = selector => { const el = document.querySelector(selector); if (el) el.click(); return Boolean(el); };
  const inField = el => el && /^(INPUT|SELECT|TEXTAREA)$/.test(el.tagName) && !/^(checkbox|radio)$/.test(el.type);
  let letters = true;
  try { letters = localStorage.getItem('letters') !== 'off'; } catch (none) { /* They stay on. */ }
  document.addEventListener('click', event => { if (event.target.closest('#print')) window.print(); });
  document.addEventListener('keydown', event => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'F4') { event.preventDefault(); window.print(); return; }
    if (event.key === 'Escape') {
      event.preventDefault();
      if (inField(document.activeElement)) document.activeElement.blur(); else press('#back');
      return;
    }
    if (inField(document.activeElement) || !letters || event.key.length > 1) return;
    if (/^[1-9]$/.test(event.key) && press('[data-key="' + event.key + '"]')) { event.preventDefault(); return; }
    switch (event.key.toLowerCase()) {
      case 'a': press('[data-does=accept]'); break;
      case 'g': press('[data-does=ledger]'); break;
      case 'n': { const box = document.getElementById('key-in'); if (box) { event.preventDefault(); box.open = true; document.getElementById('name').focus(); } break; }
      case 't': { const points = document.getElementById('points'); if (points) { event.preventDefault(); points.focus(); } break; }
      default:
    }
  });
  document.body.dataset.keys = 'on';
  const first = document.getElementById('refused') || document.getElementById('problems') || document.querySelector('[aria-invalid=true]') || document.getElementById('charge');
  if (first) first.focus();
})();
