import { DatePicker, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import { type Period, PERIOD_PRESETS, periodOf, presetOf } from '../../format/period';
import { today } from '../../format/time';

interface PeriodPickerProps {
  value: Period;
  onChange: (period: Period) => void;
  label?: string;
}

/** Presets for the usual, a range for the rest; both write plain inclusive days. */
export function PeriodPicker({ value, onChange, label }: PeriodPickerProps) {
  const { t } = useTranslation();
  const day = today();
  const preset = presetOf(value, day);
  return (
    <span className="lw-period">
      <Select
        aria-label={label ?? t('common.period.label')}
        value={preset ?? 'custom'}
        onChange={(next) => {
          const found = PERIOD_PRESETS.find((candidate) => candidate === next);
          if (found) onChange(periodOf(found, day));
        }}
        popupMatchSelectWidth={false}
        options={[
          ...PERIOD_PRESETS.map((key) => ({ value: key as string, label: t(`common.period.${key}`) })),
          ...(preset ? [] : [{ value: 'custom', label: t('common.period.custom') }]),
        ]}
        style={{ minWidth: 108 }}
      />
      <DatePicker.RangePicker
        aria-label={label ?? t('common.period.label')}
        allowEmpty={[true, true]}
        value={[value.from ? dayjs(value.from) : null, value.to ? dayjs(value.to) : null]}
        onChange={(range) =>
          onChange({
            ...(range?.[0] ? { from: range[0].format('YYYY-MM-DD') } : {}),
            ...(range?.[1] ? { to: range[1].format('YYYY-MM-DD') } : {}),
          })
        }
        format="YYYY-MM-DD"
        placeholder={[t('common.period.from'), t('common.period.to')]}
        style={{ width: 232 }}
      />
    </span>
  );
}
