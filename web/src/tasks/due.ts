const HOUR = 3_600_000;

export type DueState = 'overdue' | 'soon' | 'later';

/** Past its time, within the next four hours, or later. */
export function dueState(dueAt: string, now: number = Date.now()): DueState {
  const left = new Date(dueAt).getTime() - now;
  if (left < 0) return 'overdue';
  return left < 4 * HOUR ? 'soon' : 'later';
}

/** A number to call, where it is shown in full. */
export function callable(phone: string | null | undefined): string | null {
  return phone && !phone.includes('*') ? `tel:${phone.replace(/[^+\d]/g, '')}` : null;
}
