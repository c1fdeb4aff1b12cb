// Puts a form into this page, in a frame that grows with what is in it.
(() => {
  'use strict';

  const slug = 'LW_FORM_SLUG';
  const script = document.currentScript;
  if (!script || !script.src) return;
  const server = new URL(script.src).origin;

  const visitor = /(?:^|;\s*)lw_v=([0-9a-f-]{36})(?:;|$)/i.exec(document.cookie);
  const address = new URL(`/p/f/${slug}/frame`, server);
  address.searchParams.set('lw_url', window.location.href.slice(0, 1800));
  if (document.referrer) address.searchParams.set('lw_ref', document.referrer.slice(0, 1800));
  if (visitor) address.searchParams.set('lw_v', visitor[1]);
  const language = script.dataset.lang || document.documentElement.lang;
  if (language) address.searchParams.set('lang', /^en/i.test(language) ? 'en' : 'zh');

  const frame = document.createElement('iframe');
  frame.src = address.href;
  frame.title = script.dataset.title || 'Form';
  frame.style.cssText = 'width:100%;height:480px;border:0;display:block';
  const place = script.dataset.target && document.querySelector(script.dataset.target);
  if (place) place.appendChild(frame);
  else script.insertAdjacentElement('afterend', frame);

  window.addEventListener('message', (event) => {
    const told = event.data;
    if (event.origin !== server || event.source !== frame.contentWindow || !told || told.leadwell !== 'form') return;
    if (typeof told.height === 'number' && told.height >= 0) frame.style.height = `${Math.min(Math.ceil(told.height), 20000)}px`;
    if (told.again) frame.scrollIntoView({ block: 'nearest' });
    if (told.done) {
      window.dispatchEvent(new CustomEvent('leadwell:submitted', { detail: { form: slug } }));
      if (typeof told.redirect === 'string' && /^https?:\/\//i.test(told.redirect)) window.location.assign(told.redirect);
    }
  });
})();
