export const CONNECTION_KINDS = ['wecom', 'official', 'mini'] as const;
export type ConnectionKind = (typeof CONNECTION_KINDS)[number];

export const INTERACTIONS = ['message', 'click', 'scan'] as const;
export type Interaction = (typeof INTERACTIONS)[number];

export type Outcome = 'fine' | 'warning' | 'failed';

export interface Checkup {
  at: string;
  steps: { name: string; outcome: Outcome; message: string }[];
}

export interface Reception {
  lastReceivedAt?: string | null;
  waiting: number;
  failed: number;
  unknown: number;
  done: number;
  problem?: string | null;
  comparing: boolean;
  comparedAt?: string | null;
  refusals: { reason: string; count: number; last: string }[];
}

export interface Connection {
  id: string;
  kind: ConnectionKind;
  name: string;
  appId: string;
  agentId?: string | null;
  hasSecret: boolean;
  hasToken: boolean;
  hasAesKey: boolean;
  channelId?: string | null;
  since: string;
  interactions: Interaction[];
  active: boolean;
  callbackPath?: string | null;
  greetedAt?: string | null;
  checked?: Checkup | null;
  reception: Reception;
}

/** A secret that is left out stays as it is. */
export interface ConnectionDraft {
  kind: ConnectionKind;
  name: string;
  appId: string;
  agentId?: string | null;
  secret?: string;
  token?: string;
  aesKey?: string;
  channelId?: string | null;
  since?: string | null;
  interactions: Interaction[];
  active: boolean;
}

export interface ConnectionOption {
  id: string;
  kind: ConnectionKind;
  name: string;
  appId: string;
}

export interface Colleague {
  id: string;
  userId: string;
  name?: string | null;
  memberId?: string | null;
  matchedBy?: 'email' | 'phone' | 'hand' | null;
  settled: boolean;
  goneAt?: string | null;
}

export const CODE_KINDS = ['way', 'link', 'follow', 'mini'] as const;
export type CodeKind = (typeof CODE_KINDS)[number];

/** Which connection a code needs. */
export const CONNECTION_OF: Record<CodeKind, ConnectionKind> = { way: 'wecom', link: 'wecom', follow: 'official', mini: 'mini' };
export const MOST_USERS: Record<CodeKind, number> = { way: 100, link: 500, follow: 0, mini: 0 };

export const CODE_STATUSES = ['making', 'live', 'failed', 'ended'] as const;
export type CodeStatus = (typeof CODE_STATUSES)[number];

export const ATTACHMENT_TYPES = ['link', 'image', 'miniprogram'] as const;
export type AttachmentType = (typeof ATTACHMENT_TYPES)[number];

export interface Attachment {
  type: AttachmentType;
  title?: string | null;
  description?: string | null;
  address?: string | null;
  appId?: string | null;
  pictureId?: string | null;
}

export interface WelcomeMessage {
  text: string;
  attachments: Attachment[];
}

export interface CodeFigures {
  /** Absent where Tencent does not tell. */
  clicks?: number | null;
  added: number;
  leads: number;
  leftSoon: number;
  left: number;
  welcomed: number;
  unwelcomed: number;
}

export interface CodeDraft {
  connectionId: string;
  kind: CodeKind;
  name: string;
  channelId?: string | null;
  campaignId?: string | null;
  users: string[];
  skipVerify: boolean;
  welcome?: WelcomeMessage | null;
  page?: string | null;
  query?: string | null;
}

export interface Code extends CodeDraft {
  id: string;
  state: string;
  url?: string | null;
  scheme?: string | null;
  hasPicture: boolean;
  expiresAt?: string | null;
  status: CodeStatus;
  problem?: string | null;
  createdAt: string;
  figures: CodeFigures;
}

export interface WelcomeSaid {
  state: 'waiting' | 'sending' | 'sent' | 'spent' | 'refused' | 'late' | 'unknown' | 'none';
  at: string;
  endedAt?: string | null;
  problem?: string | null;
}

export const FOLLOWER_SOURCES = ['official', 'channels', 'other'] as const;
export type FollowerSource = (typeof FOLLOWER_SOURCES)[number];

export interface Follower {
  id: string;
  source: FollowerSource;
  account: string;
  name?: string | null;
  remark?: string | null;
  scene?: string | null;
  code?: string | null;
  channelId?: string | null;
  campaignId?: string | null;
  following: boolean;
  followedAt?: string | null;
  leftAt?: string | null;
  lastSeenAt: string;
  interactions: number;
  leadId?: string | null;
  leadAt?: string | null;
  leadBy?: 'message' | 'click' | 'scan' | 'details' | 'contact' | null;
}

export interface FollowerMove {
  id: string;
  move: 'follow' | 'leave' | 'message' | 'click' | 'scan';
  at: string;
  what?: string | null;
  code?: string | null;
}

/** Who of us has the person of a lead in WeCom. */
export interface Bond {
  contact?: string | null;
  colleague: string;
  memberId?: string | null;
  remark?: string | null;
  code?: string | null;
  addWay?: string | null;
  addedAt?: string | null;
  leftAt?: string | null;
  leftBy?: 'customer' | 'colleague' | null;
  tags: string[];
}
