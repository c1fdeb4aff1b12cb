import { useTranslation } from 'react-i18next';
import { formatExactMoney } from '../common/format/money';
import { formatBytes, formatNumber } from '../common/format/numbers';
import { fieldName } from '../leads/detailLines';
import type { AuditWords } from './auditText';

/** Where the words of a field's values are kept. */
const VALUES: Record<string, string[]> = {
  kind: ['imports.kind', 'campaigns.kind'],
  stage: ['leads.deal.stage', 'common.stage'],
  connectionKind: ['wecom.kind'],
  codeKind: ['wecom.codeKind'],
  from: ['common.stage'],
  to: ['common.stage'],
  role: ['common.role'],
  scope: ['common.scope'],
  frame: ['common.frame'],
  sourceClass: ['common.sourceClass'],
  status: ['campaigns.status'],
  moneyUnit: ['common.unit'],
  by: ['reports.by'],
  basis: ['reports.basis'],
  decision: ['imports.question.act'],
  fields: ['workspace.audit.field', 'leads.field'],
};

export function useAuditWords(): AuditWords {
  const { t, i18n } = useTranslation();
  const first = (keys: string[], otherwise: string) => {
    const key = keys.find((one) => i18n.exists(one));
    return key ? t(key) : otherwise;
  };
  return {
    colon: t('leads.colon'),
    field: (word) => {
      const field = fieldName(word);
      return first([`workspace.audit.field.${field}`, `leads.field.${field}`], field);
    },
    value: (field, value) => {
      if (field.endsWith('Fen') && /^-?\d+$/.test(value)) return formatExactMoney(Number(value));
      if (field === 'size') return formatBytes(Number(value));
      if (/^\d{4,}$/.test(value)) return formatNumber(Number(value));
      if (/^(true|false|changed|yuan|wan|yi)$/i.test(value)) return first([`workspace.audit.value.${value.toLowerCase()}`], value);
      const word = field === 'fields' ? fieldName(value) : value;
      return first((VALUES[field] ?? []).flatMap((place) => [`${place}.${word}`, `${place}.${word.toLowerCase()}`]), value);
    },
  };
}
