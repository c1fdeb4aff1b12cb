import type { Site } from './model';

export type SiteState = 'archived' | 'waiting' | 'silent' | 'alive';

const DAY = 24 * 3600 * 1000;

/** Whether the snippet does its work, as far as can be told from here. */
export function siteState(site: Pick<Site, 'archived' | 'seen'>, now: number = Date.now()): SiteState {
  if (site.archived) return 'archived';
  if (!site.seen) return 'waiting';
  return now - new Date(site.seen.lastAt).getTime() > DAY ? 'silent' : 'alive';
}
