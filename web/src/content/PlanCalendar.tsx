import { LeftOutlined, RightOutlined } from '../common/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../common/format/time';
import { useNarrow } from '../common/useNarrow';
import type { PlanEntry } from './model';
import { addMonths, weeksOf } from './month';

interface PlanCalendarProps {
  entries: PlanEntry[];
  onOpen: (entry: PlanEntry) => void;
}

/** What is due when; on a phone only the days on which something is. */
export function PlanCalendar({ entries, onOpen }: PlanCalendarProps) {
  const { t, i18n } = useTranslation();
  const narrow = useNarrow();
  const [month, setMonth] = useState(today().slice(0, 7));
  const dueOn = (day: string) => entries.filter((entry) => entry.dueOn === day);
  const undated = entries.filter((entry) => !entry.dueOn).length;
  const weeks = weeksOf(month);
  const weekday = new Intl.DateTimeFormat(i18n.language, { weekday: 'short', timeZone: 'UTC' });
  const entry = (one: PlanEntry) => (
    <button key={one.id} type="button" className={`lw-due lw-due-${one.status}`} onClick={() => onOpen(one)}>
      <span className="lw-muted">{t(`content.planStatus.${one.status}`)}</span> {one.topic}
    </button>
  );
  const busy = weeks.flat().filter((day) => day.startsWith(month) && dueOn(day).length > 0);
  return (
    <div className="lw-panel">
      <div className="lw-actions">
        <Button icon={<LeftOutlined />} aria-label={t('content.plan.earlier')} onClick={() => setMonth(addMonths(month, -1))} />
        <strong className="lw-num" aria-live="polite">{month}</strong>
        <Button icon={<RightOutlined />} aria-label={t('content.plan.later')} onClick={() => setMonth(addMonths(month, 1))} />
      </div>
      {narrow ? (
        busy.length === 0 ? (
          <p className="lw-muted">{t('content.plan.nothingDue')}</p>
        ) : (
          busy.map((day) => (
            <section key={day} className="lw-due-day">
              <h3 className="lw-num">{day}</h3>
              {dueOn(day).map(entry)}
            </section>
          ))
        )
      ) : (
        <table className="lw-month">
          <thead>
            <tr>{weeks[0]?.map((day) => <th key={day} scope="col">{weekday.format(new Date(`${day}T00:00:00Z`))}</th>)}</tr>
          </thead>
          <tbody>
            {weeks.map((week) => (
              <tr key={week[0]}>
                {week.map((day) => (
                  <td key={day} className={day.startsWith(month) ? '' : 'lw-month-other'} aria-current={day === today() ? 'date' : undefined}>
                    <span className="lw-num">{Number(day.slice(8))}</span>
                    {dueOn(day).map(entry)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {undated > 0 && <p className="lw-muted">{t('content.plan.undated', { count: undated })}</p>}
    </div>
  );
}
