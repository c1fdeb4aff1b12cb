/* A page of the hub: sharing, films, and what the tracker is told beyond opening and dwelling. */
(() => {
  'use strict';

  const tell = (name, props) => {
    if (typeof window.lw === 'function') window.lw('hit', name, props);
  };

  /* Read to the end: its end came in sight, and not by a flick of the finger. */
  const end = document.querySelector('[data-end]');
  if (end && 'IntersectionObserver' in window) {
    const openedAt = performance.now();
    const LEAST = 8000;
    let waiting = 0;
    const watch = new IntersectionObserver((entries) => {
      clearTimeout(waiting);
      if (!entries.some((entry) => entry.isIntersecting)) return;
      waiting = setTimeout(() => {
        watch.disconnect();
        tell('read_end', {});
      }, Math.max(1000, LEAST - (performance.now() - openedAt)));
    });
    watch.observe(end);
  }

  /* A film tells how far it was watched, by quarters, and stops where the gate stands. */
  document.querySelectorAll('video[data-film]').forEach((film) => {
    const told = new Set();
    const until = Number(film.dataset.until || 0);
    let watched = 0;
    let last = 0;
    const stop = () => {
      film.pause();
      if (document.fullscreenElement) document.exitFullscreen();
      const gate = document.getElementById('gate');
      if (gate) {
        gate.hidden = false;
        gate.scrollIntoView({ behavior: 'smooth', block: 'center' });
      }
    };
    film.addEventListener('play', () => {
      if (!told.has('start')) {
        told.add('start');
        tell('video_start', {});
      }
    });
    film.addEventListener('timeupdate', () => {
      const at = film.currentTime;
      if (!film.seeking && at > last && at - last < 2) watched += at - last;
      last = at;
      if (until && at >= until) {
        film.currentTime = until;
        stop();
        return;
      }
      const whole = film.duration;
      if (!until && Number.isFinite(whole) && whole > 0) {
        for (const part of [25, 50, 75, 95]) {
          if (!told.has(part) && watched >= (whole * part) / 100) {
            told.add(part);
            tell('video_watch', { percent: part, seconds: Math.round(watched) });
            if (part === 95) tell('read_end', {});
          }
        }
      }
    });
    /* The open part of a film ends where its bytes end. */
    const over = () => {
      if (until) stop();
    };
    film.addEventListener('ended', over);
    film.addEventListener('error', () => {
      if (film.currentTime > 0) over();
    });
  });

  const share = document.querySelector('[data-share]');
  if (share) {
    const words = share.textContent;
    const address = document.querySelector('link[rel="canonical"]')?.href || location.href.split('?')[0];
    share.hidden = !(navigator.share || navigator.clipboard);
    share.addEventListener('click', async () => {
      try {
        if (navigator.share) {
          await navigator.share({ title: document.title, url: address });
        } else {
          await navigator.clipboard.writeText(address);
          share.textContent = share.dataset.copied;
          setTimeout(() => (share.textContent = words), 2500);
        }
        tell('share', {});
      } catch {
        /* Thought better of it. */
      }
    });
  }

  document.querySelectorAll('[data-download]').forEach((link) => {
    link.addEventListener('click', () => tell('content_download', {}));
  });

  document.querySelectorAll('[data-action]').forEach((link) => {
    link.addEventListener('click', () => tell('call_to_action', {}));
  });
})();
