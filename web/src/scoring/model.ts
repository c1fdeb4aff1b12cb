import type { LeadRow } from '../leads/model';
import type { Asks, Condition } from '../rules/model';

export const LETTERS = ['A', 'B', 'C', 'D'] as const;
export const FIGURES = ['1', '2', '3', '4'] as const;
export const GRADES = LETTERS.flatMap((letter) => FIGURES.map((figure) => `${letter}${figure}`));

export const ROUTES = ['premium', 'sdr', 'incubation', 'none'] as const;
export type Route = (typeof ROUTES)[number];

export const GROUPS = ['region', 'city', 'industry', 'size', 'title', 'interest', 'completeness', 'other'] as const;
export type Group = (typeof GROUPS)[number];

interface Labelled {
  key: string;
  zh?: string | null;
  en?: string | null;
  points: number;
}

export interface FitPart extends Labelled {
  group: Group;
  when: Condition;
}

export interface EngagementPart extends Labelled {
  /** What is asked of a deed, all of it. */
  where: Asks[];
  /** So many of the latest count. */
  most: number;
}

export interface Definition {
  halfLifeDays: number;
  fit: FitPart[];
  engagement: EngagementPart[];
  fitFrom: number[];
  engagementFrom: number[];
  routes: Record<string, Route>;
}

export interface ModelLine {
  line: string;
  lines: string[];
  own: boolean;
  active: { version: number; definition: Definition; since?: string | null; by?: string | null; broken: string[] };
  draft?: { revision: number; definition: Definition; changedAt: string; changedBy: string } | null;
  versions: { version: number; note?: string | null; publishedAt: string; by: string; active: boolean }[];
}

export interface Shift {
  from: string;
  to: string;
  leads: number;
  examples: LeadRow[];
}

export interface Simulation {
  id: string;
  line: string;
  revision: number;
  state: 'running' | 'done' | 'cancelled' | 'failed';
  looked: number;
  total?: number | null;
  leads?: number | null;
  startedAt: string;
  startedBy: string;
  outcome?: { gradeChanged: number; routeChanged: number; grades: Shift[]; routes: Shift[] } | null;
}

export interface Change {
  fromGrade?: string | null;
  toGrade: string;
  fromRoute?: Route | null;
  toRoute: Route;
  version: number;
  why: 'first' | 'model' | 'fit' | 'deed' | 'time';
  at: string;
}

export interface LeadScore {
  grade: string;
  route: Route;
  fit: number;
  fitSum: number;
  engagement: number;
  /** The person objects to being judged by what they do, so no deed counts. */
  objects: boolean;
  line: string;
  version: number;
  halfLifeDays: number;
  fitFrom: number[];
  engagementFrom: number[];
  fitPoints: { key: string; group: Group; zh?: string | null; en?: string | null; points: number }[];
  deedPoints: {
    key: string;
    zh?: string | null;
    en?: string | null;
    points: number;
    worth: number;
    at: string;
    scene?: string | null;
    content?: string | null;
    page?: string | null;
  }[];
  next?: string | null;
  changes: Change[];
  /** What a score learned from our own wins says, where one is applied. */
  chance?: { chance: number; version: number; learnedAt: string; reasons: { column: string; points: number }[] } | null;
}

export interface LearnedReport {
  closed: number;
  wins: number;
  leastClosed: number;
  leastOfEach: number;
  open: number;
  model?: 'scorecard' | 'trees' | 'blend' | null;
  auc?: number | null;
  aucError?: number | null;
  aucLater?: number | null;
  aucLaterError?: number | null;
  laterFrom?: string | null;
  calibrationError?: number | null;
  sampled: boolean;
  calibration: { predicted: number; actual: number; leads: number }[];
  used: { column: string; informationValue: number; auc: number }[];
  leftOut: { column: string; why: string }[];
}

export interface Learned {
  version: number;
  state: 'running' | 'done' | 'not_enough' | 'failed' | 'cancelled';
  looked: number;
  total?: number | null;
  startedAt: string;
  startedBy: string;
  applied: boolean;
  report?: LearnedReport | null;
}

export interface Moved {
  change: Change;
  leadId: string;
  lead?: LeadRow | null;
}

/** Points with their sign, as people write them. */
export function signed(points: number): string {
  const rounded = Math.round(points);
  return rounded < 0 ? `−${-rounded}` : `+${rounded}`;
}

/** What a rule is called in the reader's language, or in the one there is. */
export function labelOf(of: { zh?: string | null; en?: string | null }, language: string): string {
  const [first, second] = language === 'en' ? [of.en, of.zh] : [of.zh, of.en];
  return first || second || '';
}
