import type { Condition } from '../rules/model';

export interface Segment {
  id: string;
  name: string;
  description?: string | null;
  kind: 'dynamic' | 'static';
  rule?: Condition | null;
  version: number;
  /** Its members are still those of an older rule. */
  gathering: boolean;
  gatheredAt?: string | null;
  /** A field that its rule asks for and that is no more. */
  broken?: string | null;
  leads: number;
  createdBy?: string | null;
  createdAt: string;
  changedBy?: string | null;
  changedAt: string;
}

export interface SegmentDraft {
  name: string;
  description?: string | null;
  rule: Condition | null;
  version?: number;
}

export interface InSegment {
  id: string;
  name: string;
  kind: Segment['kind'];
  since: string;
}
