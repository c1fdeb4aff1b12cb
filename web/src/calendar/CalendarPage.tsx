import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { today } from '../common/format/time';
import { RecordSection } from '../common/templates/RecordSection';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { type CalendarYear, forgetDay, useCalendar } from './calendar';
import './calendar.css';
import { DaysDrawer } from './DaysDrawer';
import { HoursForm } from './HoursForm';
import { TryDue } from './TryDue';
import { YearGrid } from './YearGrid';

/** When people work: the year, its hours, what the company arranges itself, and a way to try it. */
export function CalendarPage() {
  const { t } = useTranslation();
  const [year, setYear] = useState(Number(today().slice(0, 4)));
  const query = useCalendar(year);
  return (
    <SettingsPage title={t('calendar.title')} explain={t('calendar.explain')} loading={query.isPending} error={query.error} onRetry={() => void query.refetch()}>
      {query.data && <Year data={query.data} onYear={setYear} />}
    </SettingsPage>
  );
}

function Year({ data, onYear }: { data: CalendarYear; onYear: (year: number) => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const failed = useFailure();
  const mayEdit = useCan()('settings.edit');
  const [saying, setSaying] = useState(false);
  const { year } = data;
  const own = data.days.filter((one) => one.own);
  const forget = (day: string) => forgetDay(day).then(() => void message.success(t('calendar.forgotten', { day })), failed);
  return (
    <>
      <div className="lw-calendar-head">
        <Button size="small" aria-label={t('calendar.previous')} onClick={() => onYear(year - 1)}>‹</Button>
        <strong>{t('calendar.workdays', { year, count: data.workdays })}</strong>
        <Button size="small" aria-label={t('calendar.next')} onClick={() => onYear(year + 1)}>›</Button>
        {mayEdit && <Button onClick={() => setSaying(true)}>{t('calendar.say')}</Button>}
      </div>
      {!data.known && <Alert type="warning" showIcon title={t('calendar.unknown', { year })} style={{ marginBottom: 12 }} />}
      <YearGrid year={data} />
      <RecordSection title={t('calendar.own')}>
        {own.length === 0 && <p className="lw-muted">{t('calendar.ownNone', { year })}</p>}
        <ul className="lw-calendar-own">
          {own.map((one) => (
            <li key={one.day}>
              <span className="lw-num">{one.day}</span>
              <span>{t(one.worked == null ? 'calendar.usual' : one.worked ? 'calendar.work' : 'calendar.off')}</span>
              <span className="lw-muted">{one.name}</span>
              {mayEdit && <Button type="link" size="small" onClick={() => void forget(one.day)}>{t('calendar.forget', { day: one.day })}</Button>}
            </li>
          ))}
        </ul>
      </RecordSection>
      <HoursForm key={JSON.stringify([data.spans, data.weekdays])} year={data} mayEdit={mayEdit} />
      <TryDue />
      <DaysDrawer open={saying} onClose={() => setSaying(false)} />
    </>
  );
}
