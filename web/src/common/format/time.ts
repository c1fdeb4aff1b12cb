import { DASH } from './numbers';

/** The trade works on Beijing time wherever the browser stands. */
export const ZONE = 'Asia/Shanghai';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

// Swedish is the locale whose plain form is yyyy-MM-dd HH:mm.
const exact = new Intl.DateTimeFormat('sv-SE', {
  timeZone: ZONE, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
});

export function formatInstant(iso: string | null | undefined): string {
  return iso ? exact.format(new Date(iso)) : DASH;
}

export function formatMinute(iso: string | null | undefined): string {
  return iso ? formatInstant(iso).slice(0, 16) : DASH;
}

/** The day an instant falls on in Asia/Shanghai. */
export function formatDay(iso: string | null | undefined): string {
  return iso ? formatInstant(iso).slice(0, 10) : DASH;
}

/** Less than a minute ago, or ahead by a clock that goes wrong. */
export function isJustNow(iso: string, now: number = Date.now()): boolean {
  return Math.abs(new Date(iso).getTime() - now) < MINUTE;
}

/** Near times as a distance, far ones as the day: "8 months ago" helps nobody find a record. */
export function formatRelative(iso: string | null | undefined, language: string, now: number = Date.now()): string {
  if (!iso) return DASH;
  const distance = new Date(iso).getTime() - now;
  const size = Math.abs(distance);
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (size < MINUTE) return words.format(0, 'second');
  if (size < HOUR) return words.format(Math.trunc(distance / MINUTE), 'minute');
  if (size < DAY) return words.format(Math.trunc(distance / HOUR), 'hour');
  if (size < 30 * DAY) return words.format(Math.trunc(distance / DAY), 'day');
  return formatDay(iso);
}

/** Today in Asia/Shanghai as yyyy-MM-dd. */
export function today(now: number = Date.now()): string {
  return formatDay(new Date(now).toISOString());
}

/** Calendar arithmetic on plain days, free of zones and summer time. */
export function addDays(day: string, count: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + count);
  return date.toISOString().slice(0, 10);
}

export function startOfMonth(day: string): string {
  return `${day.slice(0, 7)}-01`;
}

export function addMonths(day: string, count: number): string {
  const date = new Date(`${startOfMonth(day)}T00:00:00Z`);
  date.setUTCMonth(date.getUTCMonth() + count);
  return date.toISOString().slice(0, 10);
}

/** The Monday of the week a day is in. */
export function startOfWeek(day: string): string {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
  return addDays(day, -((weekday + 6) % 7));
}

export function startOfQuarter(day: string): string {
  const month = Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1;
  return `${day.slice(0, 4)}-${String(month).padStart(2, '0')}-01`;
}

export function formatDuration(seconds: number | null | undefined): string {
  if (seconds === null || seconds === undefined) return DASH;
  const whole = Math.max(0, Math.round(seconds));
  const pad = (value: number) => String(value).padStart(2, '0');
  const hours = Math.floor(whole / 3600);
  return `${hours > 0 ? `${hours}:` : ''}${pad(Math.floor(whole / 60) % 60)}:${pad(whole % 60)}`;
}
