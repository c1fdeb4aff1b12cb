import { spokenKey } from './leadCalled';
import type { LeadDraft, LeadRow } from './model';

export type FactEditorKind = 'text' | 'note' | 'channel' | 'campaign' | 'user' | 'phone' | 'email';

export interface FactDef {
  /** Name of the label and of the fact told by the sources. */
  field: string;
  shown: (lead: LeadRow) => string | null | undefined;
  /** Absent: nothing to edit by hand, such as the moment of the first contact. */
  edit?: { kind: FactEditorKind; key: keyof LeadDraft; value: (lead: LeadRow) => string | null | undefined; shownKey: keyof LeadRow };
}

const words = (field: 'company' | 'title' | 'province' | 'city' | 'industry'): FactDef => ({
  field, shown: (lead) => lead[field], edit: { kind: 'text', key: field, value: (lead) => lead[field], shownKey: field },
});

/** What the left column of a lead shows, in the order people look for it. */
export const FACTS: readonly FactDef[] = [
  { field: 'name', shown: (lead) => lead.name, edit: { kind: 'text', key: 'name', value: (lead) => lead.name, shownKey: 'name' } },
  { field: 'key', shown: (lead) => spokenKey(lead.key) },
  words('title'),
  { field: 'phone', shown: (lead) => lead.phone, edit: { kind: 'phone', key: 'phone', value: (lead) => lead.phone, shownKey: 'phone' } },
  { field: 'email', shown: (lead) => lead.email, edit: { kind: 'email', key: 'email', value: (lead) => lead.email, shownKey: 'email' } },
  words('company'),
  words('industry'),
  words('province'),
  words('city'),
  { field: 'channelId', shown: (lead) => lead.channel, edit: { kind: 'channel', key: 'channelId', value: (lead) => lead.channelId, shownKey: 'channel' } },
  { field: 'campaignId', shown: (lead) => lead.campaign, edit: { kind: 'campaign', key: 'campaignId', value: (lead) => lead.campaignId, shownKey: 'campaign' } },
  { field: 'content', shown: (lead) => lead.content },
  { field: 'sourceClass', shown: (lead) => lead.sourceClass },
  { field: 'ownerId', shown: (lead) => lead.owner, edit: { kind: 'user', key: 'ownerId', value: (lead) => lead.ownerId, shownKey: 'owner' } },
  { field: 'sdrId', shown: (lead) => lead.sdr, edit: { kind: 'user', key: 'sdrId', value: (lead) => lead.sdrId, shownKey: 'sdr' } },
  { field: 'firstContactAt', shown: (lead) => lead.firstContactAt },
  { field: 'note', shown: (lead) => lead.note, edit: { kind: 'note', key: 'note', value: (lead) => lead.note, shownKey: 'note' } },
];
