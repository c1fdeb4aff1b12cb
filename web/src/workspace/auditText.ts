function valueText(value: unknown): string {
  if (value === null || value === undefined || value === '') return '—';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** "name: 张伟 → 张炜" for a pair of before and after, "count: 3" for a plain value. */
export function auditText(detail: Record<string, unknown> | null | undefined): string {
  return Object.entries(detail ?? {})
    .map(([field, value]) =>
      Array.isArray(value) && value.length === 2
        ? `${field}: ${valueText(value[0])} → ${valueText(value[1])}`
        : `${field}: ${valueText(value)}`,
    )
    .join(' · ');
}
