import type { CalendarYear, SpecialDay } from './calendar';

/** 1 is Monday. */
export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

export interface MonthDay {
  day: string;
  number: number;
  /** Worked by the week, before anything else is said. */
  weekday: boolean;
  special: SpecialDay | null;
}

/** The days of each month, led by as many blanks as days of the week pass before the first. */
export function months(year: CalendarYear): { month: number; blanks: number; days: MonthDay[] }[] {
  const special = new Map(year.days.map((one) => [one.day, one]));
  return Array.from({ length: 12 }, (_, index) => {
    const first = new Date(Date.UTC(year.year, index, 1));
    const count = new Date(Date.UTC(year.year, index + 1, 0)).getUTCDate();
    const days = Array.from({ length: count }, (_day, offset) => {
      const date = new Date(Date.UTC(year.year, index, offset + 1));
      const day = date.toISOString().slice(0, 10);
      return { day, number: offset + 1, weekday: year.weekdays.includes(weekdayOf(date)), special: special.get(day) ?? null };
    });
    return { month: index + 1, blanks: weekdayOf(first) - 1, days };
  });
}

/** 1 is Monday. */
function weekdayOf(date: Date): number {
  return date.getUTCDay() === 0 ? 7 : date.getUTCDay();
}
