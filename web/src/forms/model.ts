/** Shapes of forms as the server speaks them. */

export const FIELD_KINDS = [
  'name', 'phone', 'email', 'company', 'title', 'industry', 'company_size', 'region', 'need',
  'choice', 'choices', 'text', 'long_text', 'date', 'number', 'checkbox', 'hidden',
] as const;
export type FieldKind = (typeof FIELD_KINDS)[number];

/** Tell a fact about the person; a form asks each once. */
export const FACT_KINDS: readonly FieldKind[] = [
  'name', 'phone', 'email', 'company', 'title', 'industry', 'company_size', 'region', 'need',
];
export const CHOICE_KINDS: readonly FieldKind[] = ['choice', 'choices', 'industry', 'company_size'];

export const FORM_STATUSES = ['draft', 'open', 'closed'] as const;
export type FormStatus = (typeof FORM_STATUSES)[number];

export const PRESETS = ['demo', 'download', 'event', 'blank'] as const;
export type Preset = (typeof PRESETS)[number];

export interface Bilingual {
  zh: string;
  en: string;
}

export interface FieldChoice {
  value: string;
  label: Bilingual;
}

export const TESTS = ['one_of', 'none_of', 'filled', 'empty'] as const;
export interface ShownWhen {
  field: string;
  is: (typeof TESTS)[number];
  values: string[];
}

export interface FormField {
  key: string;
  kind: FieldKind;
  label: Bilingual;
  help: Bilingual;
  placeholder: Bilingual;
  required: boolean;
  choices: FieldChoice[];
  min?: string | null;
  max?: string | null;
  rule?: 'mobile' | 'company_mailbox' | null;
  when?: ShownWhen | null;
  progressive: boolean;
  value?: string | null;
  parameter?: string | null;
  /** The house's own field that the answer fills, such as lead.budget. */
  tells?: string | null;
}

export interface Consent {
  text: Bilingual;
  link?: string | null;
  linkText: Bilingual;
  required: boolean;
  /** Keys of what the words speak of; of marketing, unless told. */
  purposes?: string[];
}

export interface FormDesign {
  title: Bilingual;
  intro: Bilingual;
  fields: FormField[];
  button: Bilingual;
  consent?: Consent | null;
  assigned: {
    channelId?: string | null;
    campaignId?: string | null;
    sourceClass?: string | null;
    businessLine?: string | null;
    tags: string[];
    kiosk: boolean;
  };
  ending: { text: Bilingual; redirect?: string | null; download?: string | null; downloadText: Bilingual };
  guard: { proof: 'auto' | 'always'; sites: string[] };
}

export interface Flaw {
  place: string;
  message: string;
}

export interface Form {
  id: string;
  name: string;
  slug: string;
  status: FormStatus;
  revision: number;
  live?: number | null;
  /** The draft says something that the published version does not. */
  pending: boolean;
  draft: FormDesign;
  flaws: Flaw[];
  createdAt: string;
  changedAt: string;
}

export interface Figures {
  views: number;
  starts: number;
  submissions: number;
  newLeads: number;
  held: number;
  refused: number;
}

export interface FormLine {
  id: string;
  name: string;
  slug: string;
  status: FormStatus;
  live?: number | null;
  channelId?: string | null;
  campaignId?: string | null;
  changedAt: string;
  figures: Figures;
}

export interface FigureLine {
  day?: string | null;
  channelId?: string | null;
  way?: string | null;
  figures: Figures;
}

export interface FormReportData {
  all: Figures;
  days: FigureLine[];
  channels: FigureLine[];
  ways: FigureLine[];
}

export const SUBMISSION_STATUSES = ['taken', 'held', 'discarded'] as const;
export type SubmissionStatus = (typeof SUBMISSION_STATUSES)[number];
export const WAYS = ['page', 'frame', 'content', 'event'] as const;

export interface Submission {
  id: string;
  at: string;
  formId?: string | null;
  version?: number | null;
  way: string;
  status: SubmissionStatus;
  reason?: string | null;
  name?: string | null;
  company?: string | null;
  phone?: string | null;
  email?: string | null;
  channelId?: string | null;
  campaignId?: string | null;
  leadId?: string | null;
  newLead?: boolean | null;
}

export interface SubmissionDetail {
  row: Submission;
  answers: { key: string; label: string; answer: string }[];
  language: string;
  landingUrl?: string | null;
  referrer?: string | null;
  ip?: string | null;
  agent?: string | null;
  consent?: { number: number; text: string; link?: string | null } | null;
  decidedBy?: string | null;
  decidedAt?: string | null;
}
