import dayjs, { type Dayjs } from 'dayjs';
import { today } from '../common/format/time';

/** What has not happened yet cannot be written down as done. */
export function notYet(day: Dayjs): boolean {
  return day.isAfter(dayjs(today()), 'day');
}
