/** How the log is said in the reader's language; without it the stored words stand. */
export interface AuditWords {
  field: (field: string) => string;
  value: (field: string, value: string) => string;
  /** Between a field and what it is. */
  colon: string;
}

const AS_STORED: AuditWords = { field: (field) => field, value: (_field, value) => value, colon: ': ' };
const IDENTIFIER = /^[0-9a-f]{8}-[0-9a-f]{4}-/i;

/** "name: 张伟 → 张炜" for a change, "count: 3" for a plain value; bare ids tell a reader nothing. */
export function auditText(detail: Record<string, unknown> | null | undefined, words: AuditWords = AS_STORED): string {
  const said = (field: string, value: unknown): string => {
    if (value === null || value === undefined || value === '') return '—';
    if (Array.isArray(value)) return value.map((one) => words.value(field, String(one))).join('、');
    return typeof value === 'object' ? JSON.stringify(value) : words.value(field, String(value));
  };
  return Object.entries(detail ?? {})
    .flatMap(([field, value]) => {
      const change = changeOf(field, value);
      const values = change ?? [value];
      if (values.some((one) => typeof one === 'string' && IDENTIFIER.test(one))) return change ? [words.field(field)] : [];
      return [`${words.field(field)}${words.colon}${values.map((one) => said(field, one)).join(' → ')}`];
    })
    .join(' · ');
}

/** Before and after, as a pair or by name; the list of edited fields is a list, even of two. */
function changeOf(field: string, value: unknown): [unknown, unknown] | null {
  if (Array.isArray(value)) return value.length === 2 && field !== 'fields' ? [value[0], value[1]] : null;
  if (value === null || typeof value !== 'object' || !('after' in value)) return null;
  const { before, after } = value as { before?: unknown; after: unknown };
  return [before, after];
}
