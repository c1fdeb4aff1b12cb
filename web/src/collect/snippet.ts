import type { Site } from './model';

/** What stands in the head of a page; the site's settings come with the script, so it never changes. */
export function snippetOf(server: string, site: Pick<Site, 'key'>): string {
  return `<script async src="${server}/c/${site.key}.js"></script>`;
}

/** For a site that asks its visitors: what its own consent banner calls. */
export const CONSENT_CALLS = `window.lw=window.lw||function(){(lw.q=lw.q||[]).push(arguments)};
lw('consent','granted','2026-01');
lw('consent','denied');`;

export const EVENT_CALLS = `window.lw=window.lw||function(){(lw.q=lw.q||[]).push(arguments)};
lw('hit','demo_button',{plan:'pro'});`;

export const CONTENT_MARK = `<meta name="lw:content" content="white-paper-2026">`;

/** The script and the hits under the site's own domain, so that browsers treat both as its own. */
export function proxyOf(server: string): string {
  return `location /s/ {
  proxy_pass ${server}/c/;
  proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;
  proxy_set_header X-Forwarded-Proto $scheme;
}`;
}
