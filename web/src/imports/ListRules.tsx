import { Button, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RecordSection } from '../common/templates/RecordSection';
import type { ImportRule } from './model';
import { linesOf, say, wholeOf } from './rules';

interface ListRulesProps {
  rules: ImportRule[];
  said: Record<string, string>;
  onChange: (said: Record<string, string>) => void;
}

/** What becomes of each case of a list, decided before anything comes in. */
export function ListRules({ rules, said, onChange }: ListRulesProps) {
  const { t } = useTranslation();
  const count = Object.keys(said).length;
  const [open, setOpen] = useState(count > 0);
  const put = (rule: ImportRule, value: string) => onChange(say(said, rule, value));
  const options = (rule: ImportRule) =>
    rule.choices.map((choice) => ({
      value: choice.value,
      label: choice.value === rule.usual ? choice.label + t('imports.rule.usual') : choice.label,
    }));

  return (
    <div className="lw-panel">
      <RecordSection
        title={t('imports.rule.title')}
        extra={
          <Button type="link" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            {open ? t('imports.rule.hide') : count > 0 ? t('imports.rule.set', { count }) : t('imports.rule.show')}
          </Button>
        }
      >
        <p className="lw-muted">{t('imports.rule.hint')}</p>
        {open && (
          <div className="lw-rules">
            {wholeOf(rules).map((rule) => (
              <div key={rule.rule} className="lw-rule">
                <span>
                  {rule.label}
                  <small className="lw-muted">{rule.hint}</small>
                </span>
                {rule.type === 'number' ? (
                  <InputNumber
                    aria-label={rule.label}
                    min={1}
                    max={8760}
                    precision={0}
                    value={Number(said[rule.rule] ?? rule.usual)}
                    onChange={(value) => put(rule, value === null ? '' : String(value))}
                  />
                ) : (
                  <Input aria-label={rule.label} maxLength={40} value={said[rule.rule] ?? ''} placeholder={t('imports.rule.noTag')} onChange={(event) => put(rule, event.target.value)} />
                )}
              </div>
            ))}
            {linesOf(rules).map(({ action, tag }) => (
              <div key={action.rule} className="lw-rule lw-rule-case">
                <span>
                  {action.label}
                  <small className="lw-muted">{action.hint}</small>
                </span>
                <Select aria-label={action.label} value={said[action.rule] ?? action.usual ?? null} options={options(action)} onChange={(value: string) => put(action, value)} />
                {tag && (
                  <Input
                    aria-label={tag.label}
                    maxLength={40}
                    value={said[tag.rule] ?? ''}
                    placeholder={t('imports.rule.noTag')}
                    prefix={<span className="lw-muted">{t('imports.rule.tag')}</span>}
                    onChange={(event) => put(tag, event.target.value)}
                  />
                )}
              </div>
            ))}
          </div>
        )}
      </RecordSection>
    </div>
  );
}
