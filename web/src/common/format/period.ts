import { addDays, addMonths, startOfMonth, startOfQuarter, startOfWeek } from './time';

export interface Period {
  from?: string;
  to?: string;
}

export const PERIOD_PRESETS = [
  'thisWeek', 'thisMonth', 'lastMonth', 'thisQuarter', 'lastQuarter', 'thisYear', 'lastYear', 'last12Months', 'allTime',
] as const;
export type PeriodPreset = (typeof PERIOD_PRESETS)[number];

/** The inclusive days of a preset, seen from `day`. */
export function periodOf(preset: PeriodPreset, day: string): Period {
  const month = startOfMonth(day);
  const quarter = startOfQuarter(day);
  const year = Number(day.slice(0, 4));
  switch (preset) {
    case 'thisWeek':
      return { from: startOfWeek(day), to: day };
    case 'thisMonth':
      return { from: month, to: day };
    case 'lastMonth':
      return { from: addMonths(month, -1), to: addDays(month, -1) };
    case 'thisQuarter':
      return { from: quarter, to: day };
    case 'lastQuarter':
      return { from: addMonths(quarter, -3), to: addDays(quarter, -1) };
    case 'thisYear':
      return { from: `${year}-01-01`, to: day };
    case 'lastYear':
      return { from: `${year - 1}-01-01`, to: `${year - 1}-12-31` };
    case 'last12Months':
      return { from: addMonths(month, -11), to: day };
    case 'allTime':
      return {};
  }
}

/** The preset a period equals, so that a shared address still reads "本季" on the day it was made. */
export function presetOf(period: Period, day: string): PeriodPreset | undefined {
  return PERIOD_PRESETS.find((preset) => {
    const candidate = periodOf(preset, day);
    return (candidate.from ?? '') === (period.from ?? '') && (candidate.to ?? '') === (period.to ?? '');
  });
}
