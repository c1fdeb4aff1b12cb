import { Select } from 'antd';
import { useTranslation } from 'react-i18next';

interface BySelectProps<T extends string> {
  value: T;
  offered: readonly T[];
  onChange: (by: T) => void;
}

/** By what the report is cut. */
export function BySelect<T extends string>({ value, offered, onChange }: BySelectProps<T>) {
  const { t } = useTranslation();
  return (
    <Select<T>
      value={value}
      onChange={onChange}
      aria-label={t('reports.byLabel')}
      popupMatchSelectWidth={false}
      listHeight={360}
      style={{ minWidth: 116 }}
      options={offered.map((by) => ({ value: by, label: t(`reports.by.${by as string}`) }))}
    />
  );
}
