import type { ImportStatus } from './model';

export const STEPS = ['file', 'mapping', 'check', 'done'] as const;
export type Step = (typeof STEPS)[number];

const STEP: Record<ImportStatus, Step> = {
  mapping: 'mapping', checking: 'check', checked: 'check', committing: 'done', done: 'done', stopped: 'done',
  cancelled: 'check', failed: 'check', undoing: 'done', undone: 'done', partlyUndone: 'done',
};

/** Where somebody who comes back to an import stands: its status says it, nothing is kept in the browser. */
export function stepOf(status: ImportStatus): Step {
  return STEP[status];
}

const REMAPPABLE: readonly ImportStatus[] = ['mapping', 'checked', 'cancelled', 'failed'];

/** Nothing is in yet, so the columns may be told anew. */
export function canRemap(status: ImportStatus): boolean {
  return REMAPPABLE.includes(status);
}

/** Nothing is in, or all of it was taken out again: the batch itself may go. */
export function canDelete(status: ImportStatus): boolean {
  return canRemap(status) || status === 'undone';
}
