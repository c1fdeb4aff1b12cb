import type { Import, ImportMapping } from './model';

const key = (batch: Pick<Import, 'id' | 'sheet'>) => `leadwell.mapping.${batch.id}.${batch.sheet ?? ''}`;

/** Choices not yet sent outlive a look at another page, in this tab. */
export function keepDraft(batch: Pick<Import, 'id' | 'sheet'>, mapping: ImportMapping): void {
  sessionStorage.setItem(key(batch), JSON.stringify(mapping));
}

export function keptDraft(batch: Import): ImportMapping | null {
  try {
    const kept = JSON.parse(sessionStorage.getItem(key(batch)) ?? 'null') as ImportMapping | null;
    // A draft for other columns than these helps nobody.
    return kept && batch.headers.every((header) => Array.isArray(kept.columns[header.name])) ? kept : null;
  } catch {
    return null;
  }
}
