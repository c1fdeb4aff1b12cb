import { ratio } from '../common/format/numbers';
import { FUNNEL_STAGES, type FunnelStage } from '../common/model';
import type { Counts } from './model';

export interface StageRate {
  stage: FunnelStage;
  count: number;
  /** Share of the stage before; null for the first, and over nothing. */
  fromBefore: number | null;
  /** Share of all leads. */
  fromLead: number | null;
}

/** The funnel with its rates. A rate of a total is total over total, never a mean of rates. */
export function ratesOf(counts: Counts): StageRate[] {
  return FUNNEL_STAGES.map((stage, index) => {
    const before = FUNNEL_STAGES[index - 1];
    const count = counts[stage] ?? 0;
    return {
      stage,
      count,
      fromBefore: before ? ratio(count, counts[before] ?? 0) : null,
      fromLead: ratio(count, counts.lead ?? 0),
    };
  });
}

/** Orders rows by a figure that may be missing; the missing stand last in falling order. */
export function byFigure<T>(figure: (row: T) => number | null | undefined) {
  return (a: T, b: T) => (figure(a) ?? -Infinity) - (figure(b) ?? -Infinity);
}
