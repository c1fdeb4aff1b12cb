import type { Counts } from '../reports/model';

export const RANKING_CUTS = ['item', 'author', 'department'] as const;
export type RankingCut = (typeof RANKING_CUTS)[number];

export interface RankingRow {
  key: string;
  label: string;
  items: number;
  views: number;
  visitors: number;
  dwellMs: number;
  ends: number;
  shares: number;
  downloads: number;
  registrations: number;
  counts: Counts;
  revenueFen: number;
}

export interface RankingReport {
  by: RankingCut;
  rows: RankingRow[];
  total: RankingRow;
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The contents whose reading a row sums up: the item itself, or the list of an author's or a department's. */
export function contentsOf(by: RankingCut, key: string): string | null {
  if (key === '*') return '/content';
  if (key === 'none') return null;
  if (by === 'item') return `/content/${key}?tab=figures`;
  if (by === 'department') return `/content?department=${key}`;
  // A guest has no account: the search of contents knows the name.
  return ID.test(key) ? `/content?author=${key}` : `/content?q=${encodeURIComponent(key.replace(/^=/, ''))}`;
}
