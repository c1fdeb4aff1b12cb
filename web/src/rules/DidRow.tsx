import { DeleteOutlined, PlusOutlined } from '../common/icons';
import { Button, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { AsksRow } from './AsksRow';
import { type Did, newAsks, type RuleField } from './model';

interface DidRowProps {
  did: Did;
  fields: RuleField[];
  onChange: (did: Did) => void;
}

type Way = 'least' | 'never' | 'most';

const wayOf = (did: Did): Way => {
  if (did.most === null) return 'least';
  return did.most === 0 ? 'never' : 'most';
};

/** What the person did: how often, within how many days, and which deeds count. */
export function DidRow({ did, fields, onChange }: DidRowProps) {
  const { t } = useTranslation();
  const way = wayOf(did);
  const choose = (next: Way) => {
    if (next === 'least') onChange({ ...did, least: Math.max(1, did.least), most: null });
    else onChange({ ...did, least: 0, most: next === 'never' ? 0 : Math.max(1, did.most ?? 1) });
  };
  const times = way === 'least' ? did.least : did.most ?? 0;
  const first = fields[0];
  return (
    <div className="lw-rule-did">
      <div className="lw-rule-line">
        <Select
          className="lw-rule-field"
          aria-label={t('rules.did.label')}
          value={way}
          onChange={choose}
          options={(['least', 'never', 'most'] as const).map((value) => ({ value, label: t(`rules.did.${value}`) }))}
        />
        {way !== 'never' && (
          <span className="lw-rule-bounds">
            <InputNumber
              aria-label={t('rules.did.times')}
              min={1}
              max={1000}
              precision={0}
              value={times}
              onChange={(value) => onChange(way === 'least' ? { ...did, least: value ?? 1 } : { ...did, most: value ?? 1 })}
            />
            <span className="lw-muted">{t('rules.did.times')}</span>
          </span>
        )}
        <span className="lw-rule-bounds">
          <span className="lw-muted">{t('rules.did.within')}</span>
          <InputNumber
            aria-label={t('rules.did.within')}
            min={1}
            max={36500}
            precision={0}
            value={did.days}
            placeholder={t('rules.did.ever')}
            onChange={(value) => onChange({ ...did, days: value })}
          />
          <span className="lw-muted">{t('rules.days')}</span>
        </span>
      </div>
      {did.did.map((asks, index) => (
        // Rows have no name of their own; they are only ever added and removed.
        <div className="lw-rule-line" key={index}>
          <AsksRow asks={asks} fields={fields} onChange={(next) => onChange({ ...did, did: did.did.map((each, at) => (at === index ? next : each)) })} />
          <Button
            type="text"
            size="small"
            icon={<DeleteOutlined />}
            aria-label={t('rules.remove')}
            onClick={() => onChange({ ...did, did: did.did.filter((_, at) => at !== index) })}
          />
        </div>
      ))}
      {first && (
        <Button type="link" size="small" icon={<PlusOutlined />} onClick={() => onChange({ ...did, did: [...did.did, newAsks(first)] })}>
          {t('rules.did.narrow')}
        </Button>
      )}
    </div>
  );
}
