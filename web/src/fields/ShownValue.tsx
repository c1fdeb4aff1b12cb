import { useTranslation } from 'react-i18next';
import { useWords } from './fields';
import type { FieldValue, ProfileField } from './model';
import { shownText } from './shownText';

/** A value as a reader sees it; an address is a link. */
export function ShownValue({ field, value }: { field: ProfileField; value: FieldValue | null | undefined }) {
  const { t } = useTranslation();
  const words = useWords();
  const text = shownText(field, value, words, { yes: t('fields.yes'), no: t('fields.no') });
  if (text === undefined) return null;
  if (field.type === 'url') return <a href={text} target="_blank" rel="noopener noreferrer nofollow">{text}</a>;
  if (field.type === 'long_text') return <span style={{ whiteSpace: 'pre-wrap' }}>{text}</span>;
  if (field.type === 'phone' || field.type === 'number' || field.type === 'money' || field.type === 'date') return <span className="lw-num">{text}</span>;
  return text;
}
