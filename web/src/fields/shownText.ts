import { formatExactMoney } from '../common/format/money';
import { formatNumber } from '../common/format/numbers';
import type { FieldValue, ProfileField, Words } from './model';

/** A value in words; undefined where there is none. */
export function shownText(
  field: ProfileField, value: FieldValue | null | undefined, words: (words: Words) => string, yesNo: { yes: string; no: string },
): string | undefined {
  if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return undefined;
  const values = Array.isArray(value) ? value : field.type === 'choices' ? value.split(',') : [value];
  switch (field.type) {
    case 'choice':
    case 'choices':
      return values.map((one) => { const option = field.options.find((known) => known.value === one); return option ? words(option.label) : one; }).join(' · ');
    case 'money':
      return formatExactMoney(Number(values[0]));
    case 'number': {
      const [whole = '', fraction] = String(values[0]).split('.');
      return formatNumber(Number(whole)) + (fraction ? `.${fraction}` : '');
    }
    case 'yes_no':
      return values[0] === 'yes' ? yesNo.yes : yesNo.no;
    default:
      return values.join(' · ');
  }
}
