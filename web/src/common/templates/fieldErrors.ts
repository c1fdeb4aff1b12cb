import type { FormInstance } from 'antd';
import { ApiError } from '../api/ApiError';

/** "contracts[0].signedOn" as antd names a field inside a list. */
export function fieldPath(field: string): (string | number)[] {
  return field
    .split(/[.[\]]+/)
    .filter(Boolean)
    .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
}

/** Puts the server's word about a field under that field. Returns false when there was no such field. */
export function showFieldErrors<T extends object>(form: FormInstance<T>, error: Error): boolean {
  if (!(error instanceof ApiError) || error.errors.length === 0) return false;
  const known = new Set(Object.keys(form.getFieldsValue(true) as object));
  const fields = error.errors.filter((entry) => known.has(String(fieldPath(entry.field)[0])));
  form.setFields(fields.map((entry) => ({ name: fieldPath(entry.field) as never, errors: [entry.message] })));
  return fields.length > 0;
}
