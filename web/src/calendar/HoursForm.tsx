import { App, Button, Checkbox, TimePicker } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { type CalendarYear, changeHours, type Span } from './calendar';
import { WEEKDAYS } from './months';

const FORMAT = 'HH:mm';
const MOST = 4;
const at = (time: string) => dayjs(`2026-01-01T${time}`);

/** From when to when people work, and on which days of the week. */
export function HoursForm({ year, mayEdit }: { year: CalendarYear; mayEdit: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const failed = useFailure();
  const [spans, setSpans] = useState<Span[]>(year.spans);
  const [weekdays, setWeekdays] = useState<number[]>(year.weekdays);
  const [saving, setSaving] = useState(false);

  const save = () => {
    setSaving(true);
    changeHours(spans, weekdays)
      .then(() => void message.success(t('calendar.said')), failed)
      .finally(() => setSaving(false));
  };
  return (
    <RecordSection title={t('calendar.hours')}>
      {spans.map((span, index) => (
        <div key={index} className="lw-span-row">
          <TimePicker.RangePicker
            aria-label={t('calendar.span', { number: index + 1 })}
            format={FORMAT}
            minuteStep={5}
            allowClear={false}
            disabled={!mayEdit}
            value={[at(span.from), at(span.to)]}
            onChange={(range) => {
              const [from, to] = range ?? [];
              if (from && to) setSpans(spans.map((one, other) => (other === index ? { from: from.format(FORMAT), to: to.format(FORMAT) } : one)));
            }}
          />
          {mayEdit && spans.length > 1 && (
            <Button size="small" type="text" aria-label={t('calendar.spanDrop', { number: index + 1 })} onClick={() => setSpans(spans.filter((_, other) => other !== index))}>✕</Button>
          )}
        </div>
      ))}
      {mayEdit && spans.length < MOST && (
        <Button size="small" onClick={() => setSpans([...spans, { from: '13:30', to: '18:00' }])}>{t('calendar.spanAdd')}</Button>
      )}
      <p>
        <span className="lw-muted">{t('calendar.weekdays')}</span>{' '}
        <Checkbox.Group disabled={!mayEdit} value={weekdays} onChange={setWeekdays} options={WEEKDAYS.map((value) => ({ value, label: t(`calendar.weekday.${value}`) }))} />
      </p>
      {mayEdit && <Button type="primary" loading={saving} onClick={save}>{t('common.save')}</Button>}
    </RecordSection>
  );
}
