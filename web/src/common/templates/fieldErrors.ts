import type { FormInstance } from 'antd';
import { ApiError } from '../api/ApiError';

/** Puts the server's word about a field under that field. Returns false when there was no such field. */
export function showFieldErrors<T extends object>(form: FormInstance<T>, error: Error): boolean {
  if (!(error instanceof ApiError) || error.errors.length === 0) return false;
  const known = new Set(Object.keys(form.getFieldsValue(true) as object));
  const fields = error.errors.filter((entry) => known.has(entry.field));
  form.setFields(fields.map((entry) => ({ name: entry.field as never, errors: [entry.message] })));
  return fields.length > 0;
}
