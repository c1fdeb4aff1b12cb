import type { Import, ImportMapping } from './model';

type Table = Pick<Import, 'id' | 'sheet' | 'headerRow'>;

const key = (batch: Table) => `leadwell.mapping.${batch.id}.${batch.headerRow ?? ''}.${batch.sheet ?? ''}`;

/** Choices not yet sent outlive a look at another page, in this tab. */
export function keepDraft(batch: Table, mapping: ImportMapping): void {
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
