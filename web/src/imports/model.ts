export const IMPORT_KINDS = ['leads', 'deals', 'spend', 'links', 'followers', 'attendance'] as const;
export type ImportKind = (typeof IMPORT_KINDS)[number];

/** The kind an address names; leads are what a first import brings. */
export function kindOf(word: string | null): ImportKind {
  return IMPORT_KINDS.find((kind) => kind === word) ?? 'leads';
}

export type FieldType = 'text' | 'time' | 'day' | 'money' | 'number' | 'phone' | 'email' | 'stage' | 'choice';

export interface ImportField {
  field: string;
  label: string;
  group: string;
  type: FieldType;
  required: boolean;
  hint?: string | null;
  repeatable: boolean;
  choices?: { value: string; label: string }[] | null;
}

/** Something decided once for the whole file, before it comes in. */
export interface ImportRule {
  rule: string;
  label: string;
  group: string;
  type: 'choice' | 'text' | 'number';
  /** What holds where nobody said anything. */
  usual?: string | null;
  hint?: string | null;
  choices: { value: string; label: string }[];
}

export interface ImportKindFields {
  kind: ImportKind;
  fields: ImportField[];
  rules: ImportRule[];
}

export type ImportStatus =
  | 'mapping' | 'checking' | 'checked' | 'committing' | 'done'
  | 'cancelled' | 'stopped' | 'failed' | 'undoing' | 'undone' | 'partlyUndone';

/** While one of these holds, the import moves by itself and is polled. */
export const WORKING: readonly ImportStatus[] = ['checking', 'committing', 'undoing'];

export interface ImportHeader {
  column: string;
  name: string;
  samples: string[];
  guess: string[];
  confidence: number;
}

export const DATE_ORDERS = ['ymd', 'dmy', 'mdy'] as const;
export const UNREADABLE = ['reject', 'blank'] as const;

export interface MappingOptions {
  /** How 03/04/2026 is meant; dates that start with the year need no telling. */
  dateOrder?: string;
  timeZone?: string;
  /** The system the file came from; keys are compared within it. */
  source?: string;
  /** What to do with a value that cannot be read: refuse the row, or leave the field blank. */
  unreadable?: string;
}

export interface ImportMapping {
  columns: Record<string, string[]>;
  defaults: Record<string, string>;
  options: MappingOptions;
  sheet?: string | null;
  /** Only said to have another row taken as the header. */
  headerRow?: number;
  /** By the names of the kind's rules. */
  rules?: Record<string, string>;
}

export interface ImportNotice {
  code: string;
  message: string;
  count: number;
  examples: string[];
}

export interface ImportCounts {
  new: number;
  changed: number;
  same: number;
  bad: number;
  /** Rows that wait for a decision. */
  waiting?: number;
  /** Rows a rule keeps out. */
  leftOut?: number;
  /** Rows that come in, with something to know about them. */
  remarked?: number;
}

export interface Difference {
  field: string;
  have?: string | null;
  says?: string | null;
  /** Whose it is, where it is somebody else's. */
  owner?: string | null;
}

/** Rows a rule treats alike. */
export interface CaseFound {
  name: string;
  action: string;
  count: number;
  samples: { row: number; who?: string | null; differences: Difference[] }[];
}

export interface ImportCheck extends ImportCounts {
  rows: number;
  good: number;
  notices: ImportNotice[];
  cases?: CaseFound[];
}

/** A row at the top of the file, as it stands there. */
export interface TopRow {
  row: number;
  cells: string[];
}

/** A row that waits, as it stands to the pool by now. */
export interface Question {
  id: string;
  row: number;
  met: string;
  who?: string | null;
  company?: string | null;
  talkedTo?: string | null;
  details: Difference[];
  actions: string[];
}

export interface OpenQuestions {
  items: Question[];
  counts: Record<string, number>;
}

export const UNDO_NOUNS = ['leads', 'people', 'companies', 'touches', 'opportunities', 'contracts', 'spend', 'links', 'followers', 'tasks', 'attendance'] as const;

/** What an undo leaves, and why in a sentence of the server. */
export interface UndoKept {
  reason: string;
  count: number;
  message: string;
}

export interface ImportUndo {
  leads: number;
  people: number;
  companies: number;
  touches: number;
  opportunities: number;
  contracts: number;
  spend: number;
  links: number;
  followers: number;
  tasks?: number;
  attendance: number;
  /** What the file brought and later work holds on to. */
  kept: UndoKept[];
  /** What others speak of too: there with and without the file. */
  shared?: UndoKept[];
}

export interface Import {
  id: string;
  kind: ImportKind;
  fileName: string;
  size: number;
  status: ImportStatus;
  createdAt: string;
  createdBy?: string | null;
  encoding?: string | null;
  format: 'csv' | 'xlsx';
  sheet?: string | null;
  sheets?: string[] | null;
  /** The row that names the columns, as spreadsheet programs count. */
  headerRow?: number | null;
  headers: ImportHeader[];
  mapping?: ImportMapping | null;
  remembered?: { name: string; usedAt: string } | null;
  /** The name of the report its header was known as. */
  recognised?: string | null;
  progress?: {
    done: number;
    /** Unknown until the file has been read once. */
    total?: number | null;
    unit?: string;
    ratePerSecond?: number | null;
    etaSeconds?: number | null;
  } | null;
  check?: ImportCheck | null;
  result?: ImportCounts | null;
  error?: { code: string; detail: string } | null;
  undo?: Partial<ImportUndo> | null;
  canUndo: boolean;
}

export interface ImportProblem {
  row: number;
  column?: string | null;
  field?: string | null;
  value?: string | null;
  message: string;
  cells: string[];
  /** The row comes in all the same. */
  remark?: boolean;
}
