import { CheckCircleOutlined, CloseCircleOutlined } from '../common/icons';
import { useTranslation } from 'react-i18next';
import type { Asks, Catalogue, Condition, Did, Reasons } from './model';
import { useCatalogue, useFieldWords } from './rules';
import './rules.css';
import { useRuleOptions } from './useRuleOptions';

interface RuleTextProps {
  condition: Condition;
  /** With them, each line says whether it holds. */
  reasons?: Reasons | undefined;
}

/** A condition in sentences, one line a part. */
export function RuleText({ condition, reasons }: RuleTextProps) {
  const catalogue = useCatalogue().data;
  return catalogue ? <Part condition={condition} reasons={reasons} catalogue={catalogue} /> : null;
}

function Part({ condition, reasons, catalogue }: RuleTextProps & { catalogue: Catalogue }) {
  const { t } = useTranslation();
  const words = useAsksWords();
  if ('not' in condition) {
    const inner = 'any' in condition.not ? condition.not.any : [condition.not];
    const parts = 'any' in condition.not ? reasons?.parts[0]?.parts : reasons?.parts;
    return <Parts mode="none" of={inner} reasons={reasons} parts={parts} catalogue={catalogue} />;
  }
  if ('all' in condition) return <Parts mode="all" of={condition.all} reasons={reasons} parts={reasons?.parts} catalogue={catalogue} />;
  if ('any' in condition) return <Parts mode="any" of={condition.any} reasons={reasons} parts={reasons?.parts} catalogue={catalogue} />;
  const text = 'did' in condition ? didText(condition, catalogue, words, t) : words(condition, catalogue.leads);
  return (
    <div className="lw-rule-sentence">
      <Mark reasons={reasons} />
      <span>
        {text}
        {reasons && typeof reasons.count === 'number' && <span className="lw-muted"> {t('rules.did.counted', { count: reasons.count })}</span>}
      </span>
    </div>
  );
}

interface PartsProps {
  mode: 'all' | 'any' | 'none';
  of: Condition[];
  reasons?: Reasons | undefined;
  parts?: Reasons[] | undefined;
  catalogue: Catalogue;
}

function Parts({ mode, of, reasons, parts, catalogue }: PartsProps) {
  const { t } = useTranslation();
  const first = of[0];
  if (of.length === 0) return <div className="lw-rule-sentence"><Mark reasons={reasons} />{t(mode === 'any' ? 'rules.nobody' : 'rules.everybody')}</div>;
  if (of.length === 1 && first && mode !== 'none') return <Part condition={first} reasons={parts?.[0]} catalogue={catalogue} />;
  return (
    <div>
      <div className="lw-rule-sentence"><Mark reasons={reasons} /><span className="lw-muted">{t(`rules.mode.${mode}`)}</span></div>
      <div className="lw-rule-parts">
        {of.map((each, index) => (
          <Part key={index} condition={each} reasons={parts?.[index]} catalogue={catalogue} />
        ))}
      </div>
    </div>
  );
}

function Mark({ reasons }: { reasons?: Reasons | undefined }) {
  const { t } = useTranslation();
  if (!reasons) return null;
  return reasons.holds ? (
    <CheckCircleOutlined className="lw-rule-holds" role="img" aria-hidden={false} aria-label={t('rules.holds')} />
  ) : (
    <CloseCircleOutlined className="lw-rule-fails" role="img" aria-hidden={false} aria-label={t('rules.fails')} />
  );
}

type AsksWords = (asks: Asks, fields: Catalogue['leads']) => string;

/** A question to a field as a sentence, in the words of whoever reads it. */
export function useAsksWords(): AsksWords {
  const { t } = useTranslation();
  const { called } = useFieldWords();
  const optionsOf = useRuleOptions();
  return (asks, fields) => {
    const field = fields.find(({ key }) => key === asks.field);
    if (!field) return t('rules.goneText', { field: asks.field });
    const options = optionsOf(field.options);
    const values = (asks.values ?? []).map((value) => {
      if (field.kind === 'flag') return t(value === 'true' ? 'rules.yes' : 'rules.no');
      return options?.find((option) => option.value === value)?.label ?? value;
    });
    const kind = field.kind === 'moment' || field.kind === 'number' ? field.kind : 'word';
    const operator = field.kind === 'flag' ? '' : t(`rules.op.${kind}.${asks.is}`);
    const days = ['within_last', 'longer_ago', 'within_next'].includes(asks.is) ? ` ${t('rules.days')}` : '';
    const between = asks.is === 'between' ? ' – ' : t('rules.or');
    return [called(field), operator, values.join(between) + days].filter(Boolean).join(' ').trim();
  };
}

function didText(did: Did, catalogue: Catalogue, words: AsksWords, t: ReturnType<typeof useTranslation>['t']): string {
  const which = did.did.map((asks) => words(asks, catalogue.deeds)).join(t('rules.and'));
  const when = did.days === null ? t('rules.did.everText') : t('rules.did.withinText', { days: did.days });
  const count = did.most === null ? did.least : did.most;
  const how = did.most === null ? 'least' : did.most === 0 ? 'never' : 'most';
  return t(`rules.did.text.${how}`, { when, count, which: which ? t('rules.did.which', { which }) : '' });
}
