export const EVENT_STATUSES = ['draft', 'published', 'closed', 'cancelled', 'ended'] as const;
export type EventStatus = (typeof EVENT_STATUSES)[number];

export const EVENT_FORMATS = ['offline', 'online', 'hybrid'] as const;
export type EventFormat = (typeof EVENT_FORMATS)[number];

export const ATTENDEE_STATUSES = ['waiting_for_approval', 'approved', 'waitlisted', 'declined', 'cancelled'] as const;
export type AttendeeStatus = (typeof ATTENDEE_STATUSES)[number];

/** Figures of an event that open the people behind them. */
export const ATTENDEE_FIGURES = ['registered', 'waiting', 'waitlisted', 'attended', 'replayed', 'newLeads'] as const;
export type AttendeeFigure = (typeof ATTENDEE_FIGURES)[number];

export const ATTENDEE_WAYS = ['form', 'walk_in', 'file', 'by_hand'] as const;
export type AttendeeWay = (typeof ATTENDEE_WAYS)[number];

export interface SessionDraft {
  id?: string | null;
  title: string;
  startsAt: string;
  endsAt: string;
  room?: string | null;
  speaker?: string | null;
  capacity?: number | null;
}

export interface EventDraft {
  title: string;
  slug?: string | null;
  language: 'zh-CN' | 'en';
  format: EventFormat;
  startsAt: string;
  endsAt: string;
  venue?: string | null;
  address?: string | null;
  onlineLink?: string | null;
  capacity?: number | null;
  description?: string | null;
  campaignId?: string | null;
  formId?: string | null;
  approval: 'automatic' | 'manual';
  replayItem?: string | null;
  /** Minutes before the start. */
  reminders: number[];
  thanks: boolean;
  missed: boolean;
  mailNote?: string | null;
  sessions: SessionDraft[];
}

/** Kinds of mails about an event, in the order of an event's life. */
export const LETTERS = ['received', 'confirmation', 'waitlisted', 'moved_up', 'declined', 'left', 'reminder', 'rescheduled', 'cancelled', 'thanks', 'missed'] as const;
export type Letter = (typeof LETTERS)[number];

export const MAIL_OUTCOMES = ['waiting', 'sent', 'not_sent', 'linked', 'clicked', 'unclicked'] as const;
export type MailOutcome = (typeof MAIL_OUTCOMES)[number];

/** People by what became of a kind of mail to them. */
export interface MailFigures {
  letter: Letter;
  waiting: number;
  sent: number;
  notSent: number;
  /** Were sent it with a link that knows them; of nobody else can it be told whether they clicked. */
  linked: number;
  clicked: number;
}

export interface EventFigures {
  registered: number;
  waiting: number;
  approved: number;
  waitlisted: number;
  declined: number;
  cancelled: number;
  walkIns: number;
  attended: number;
  attendedOfApproved: number;
  replayed: number;
  newLeads: number;
}

export interface Session extends SessionDraft {
  id: string;
  taken: number;
}

export interface LeadwellEvent extends Omit<EventDraft, 'sessions'> {
  id: string;
  status: EventStatus;
  version: number;
  slug: string;
  campaignId: string;
  taken: number;
  sessions: Session[];
  figures: EventFigures;
  spendFen: number;
  createdAt: string;
  changedAt: string;
  publishedAt?: string | null;
  wrappedUpAt?: string | null;
}

export interface Attendee {
  id: string;
  personId: string;
  leadId?: string | null;
  newLead: boolean;
  name?: string | null;
  title?: string | null;
  company?: string | null;
  phone?: string | null;
  email?: string | null;
  /** Has a mailbox that mail can be sent to. */
  reachable: boolean;
  /** What became of the last mail about the registration, or of the one that was asked for. */
  mail?: string | null;
  /** When they followed the link in a mail about the event. */
  mailClickedAt?: string | null;
  status: AttendeeStatus;
  way: AttendeeWay;
  language: string;
  registeredAt: string;
  sessions: string[];
  fullSessions: string[];
  attended: boolean;
  checkInId?: string | null;
  checkedInAt?: string | null;
  seconds?: number | null;
  replaySeconds?: number | null;
}

export type Decision = 'approve' | 'decline' | 'cancel';

export interface Decided {
  approved: number;
  waitlisted: number;
  declined: number;
  cancelled: number;
  unchanged: number;
}

/** A line of the list at the door. */
export interface DoorLine {
  id: string;
  token: string;
  name?: string | null;
  company?: string | null;
  phoneEnd?: string | null;
  status: AttendeeStatus;
  checkInId?: string | null;
  checkedInAt?: string | null;
}

/** Somebody of a meeting's report whom nobody knows yet. */
export interface UnmatchedLine {
  id: string;
  name?: string | null;
  phone?: string | null;
  email?: string | null;
  company?: string | null;
  joinedAt?: string | null;
  seconds: number;
  kind: 'live' | 'replay';
}
