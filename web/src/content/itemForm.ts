import type { Item, ItemDraft } from './model';

export const BLANK: ItemDraft = { kind: 'article', title: '', language: 'zh-CN', downloadable: false, tags: [], gate: 'none' };

export function formOf(item: Item | null): ItemDraft {
  if (!item) return BLANK;
  const { id: _id, status: _status, version: _version, createdAt: _created, changedAt: _changed, publishedAt: _published, titles: _titles, ...draft } = item;
  return draft;
}

/** What the form says, without what the choices made meanwhile leave meaningless. */
export function draftOf(form: ItemDraft, before: ItemDraft): ItemDraft {
  const draft = { ...before, ...form };
  return {
    ...draft,
    title: (draft.title ?? '').trim(),
    slug: draft.slug?.trim() || null,
    tags: draft.tags ?? [],
    guestName: draft.authorId ? null : draft.guestName,
    guestTitle: draft.authorId ? null : draft.guestTitle,
    gateAfter: draft.gate === 'middle' ? draft.gateAfter : null,
    gateForm: draft.gate === 'none' ? null : draft.gateForm,
  };
}
