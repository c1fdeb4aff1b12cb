import { FUNNEL_STAGES, type Stage } from '../common/model';

const order: readonly Stage[] = FUNNEL_STAGES;

/** Going back, and leaving the funnel, must be explained; going on explains itself. */
export function needsReason(from: Stage, to: Stage): boolean {
  const target = order.indexOf(to);
  if (target < 0) return true;
  const start = order.indexOf(from);
  return start >= 0 && target < start;
}
