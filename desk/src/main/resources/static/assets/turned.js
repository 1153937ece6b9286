// The words turned to the patient: languages by key, printing, and back to the desk. The page works without it.
'use strict';
(() => {
  const turned = document.getElementById('turned');
  if (!turned) return;
  const print = document.getElementById('print');
  print.hidden = false;
  print.addEventListener('click', () => window.print());
  const speeches = [...turned.querySelectorAll('[data-key]')];
  const next = () => speeches[(speeches.findIndex(link => link.getAttribute('aria-current') === 'true') + 1) % speeches.length];
  document.addEventListener('keydown', event => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const link = { Escape: document.getElementById('back'), ' ': next(), p: next(), P: next() }[event.key] || speeches.find(one => one.dataset.key === event.key);
    if (event.key === 'F4') { event.preventDefault(); window.print(); } else if (link && !(event.key === ' ' && document.activeElement.closest('a, button'))) { event.preventDefault(); location.replace(link.href); }
  });
})();
