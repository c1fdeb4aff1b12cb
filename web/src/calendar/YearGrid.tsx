import { useTranslation } from 'react-i18next';
import { usePreferences } from '../common/preferences';
import type { CalendarYear } from './calendar';
import { months, type MonthDay, WEEKDAYS } from './months';

/** A year at a glance: what is off, what is worked to make up, and what the company says itself. */
export function YearGrid({ year }: { year: CalendarYear }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const called = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const heads = WEEKDAYS.map((day) => t(`calendar.weekday.${day}`));
  const title = ({ day, special }: MonthDay) =>
    special?.worked == null ? undefined : t(special.worked ? 'calendar.dayWork' : 'calendar.dayOff', { day, name: special.name ?? '' });
  return (
    <>
      <p className="lw-calendar-legend">
        <span className="lw-day-off">{t('calendar.legend.off')}</span>
        <span className="lw-day-work">{t('calendar.legend.work')}</span>
        <span className="lw-day-own">{t('calendar.legend.own')}</span>
        <span className="lw-day-rest">{t('calendar.legend.weekend')}</span>
      </p>
      <div className="lw-calendar-year">
        {months(year).map(({ month, blanks, days }) => (
          <section key={month} className="lw-month">
            <h3>{called.format(Date.UTC(year.year, month - 1, 1))}</h3>
            <div className="lw-month-days">
              {heads.map((head) => <span key={head} className="lw-day-head">{head}</span>)}
              {Array.from({ length: blanks }, (_, index) => <span key={`blank${index}`} />)}
              {days.map((day) => (
                <span key={day.day} className={looks(day)} title={title(day)}>{day.number}</span>
              ))}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}

function looks({ weekday, special }: MonthDay): string {
  const kind = special?.worked == null ? (weekday ? '' : 'lw-day-rest') : special.worked ? 'lw-day-work' : 'lw-day-off';
  return [kind, special?.own ? 'lw-day-own' : ''].filter(Boolean).join(' ');
}
