import { Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { RecordSection } from '../common/templates/RecordSection';
import { DATE_ORDERS, type MappingOptions, UNREADABLE } from './model';

interface MappingOptionsFormProps {
  options: MappingOptions;
  onChange: (options: MappingOptions) => void;
}

/** How the file is to be read. */
export function MappingOptionsForm({ options, onChange }: MappingOptionsFormProps) {
  const { t } = useTranslation();
  return (
    <div className="lw-panel">
      <RecordSection title={t('imports.option.title')}>
        <div className="lw-filters-stacked">
          <div>
            <div className="lw-label">{t('imports.option.dateOrder')}</div>
            <Select
              aria-label={t('imports.option.dateOrder')}
              value={options.dateOrder}
              options={DATE_ORDERS.map((value) => ({ value, label: t(`imports.option.order.${value}`) }))}
              onChange={(dateOrder: string) => onChange({ ...options, dateOrder })}
            />
          </div>
          <div>
            <div className="lw-label">{t('imports.option.source')}</div>
            <Input
              aria-label={t('imports.option.source')}
              value={options.source ?? ''}
              maxLength={60}
              placeholder={t('imports.option.sourceExample')}
              onChange={(event) => onChange({ ...options, source: event.target.value })}
            />
            <div className="lw-fact-source">{t('imports.option.sourceHint')}</div>
          </div>
          <div>
            <div className="lw-label">{t('imports.option.unreadable')}</div>
            <Radio.Group
              value={options.unreadable}
              onChange={(event) => onChange({ ...options, unreadable: event.target.value as string })}
              options={UNREADABLE.map((value) => ({ value, label: t(`imports.option.unreadableAs.${value}`) }))}
            />
          </div>
        </div>
      </RecordSection>
    </div>
  );
}
