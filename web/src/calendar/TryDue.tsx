import { DatePicker, InputNumber } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatInstant } from '../common/format/time';
import { RecordSection } from '../common/templates/RecordSection';
import { dueAfter } from './calendar';

/** When so many hours of work have passed: the calendar tried before anybody is held to it. */
export function TryDue() {
  const { t } = useTranslation();
  const [from, setFrom] = useState<Dayjs>(dayjs().startOf('hour'));
  const [hours, setHours] = useState(24);
  const { data } = useQuery({
    queryKey: ['/settings/calendar', 'due', from.valueOf(), hours],
    queryFn: () => dueAfter(from.toISOString(), hours),
  });
  return (
    <RecordSection title={t('calendar.try')}>
      <div className="lw-span-row">
        <DatePicker aria-label={t('calendar.tryFrom')} showTime={{ format: 'HH:mm' }} format="YYYY-MM-DD HH:mm" allowClear={false} value={from} onChange={(next) => next && setFrom(next)} />
        <InputNumber aria-label={t('calendar.tryHours')} min={1} max={500} value={hours} onChange={(next) => setHours(next ?? 1)} suffix={t('calendar.tryHours')} style={{ width: 160 }} />
        {data && <strong>{t('calendar.tryDue', { due: formatInstant(data) })}</strong>}
      </div>
    </RecordSection>
  );
}
