export interface DetailLine {
  /** Field name in the app's own spelling (camelCase). */
  field: string;
  /** Absent where the item is not a change. */
  before?: string;
  after: string;
}

/** Stored field words are snake_case, the API's camelCase; labels are kept under the latter. */
export function fieldName(word: string): string {
  return word.replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase());
}

const text = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value);

/** A number that the system gave itself: a reader is told nothing by it. */
export const IDENTIFIER = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** What an item tells beyond its title: "field: before → after" for changes, "field: value" for the rest; bare ids tell a reader nothing. */
export function detailLines(detail: Record<string, unknown> | null | undefined): DetailLine[] {
  return Object.entries(detail ?? {}).flatMap(([word, value]) => {
    const field = word.includes('.') ? word : fieldName(word);
    // Pages in the order in which they were seen, not a change from one to the other.
    if (word === 'paths' && Array.isArray(value)) return [{ field, after: value.map(text).join(' · ') }];
    if (Array.isArray(value) && value.length === 2) return [{ field, before: text(value[0]), after: text(value[1]) }];
    if (value !== null && typeof value === 'object' && 'after' in value) {
      const change = value as { before?: unknown; after?: unknown };
      return [{ field, ...('before' in change ? { before: text(change.before) } : {}), after: text(change.after) }];
    }
    const after = text(value);
    return after === '' || IDENTIFIER.test(after) ? [] : [{ field, after }];
  });
}
