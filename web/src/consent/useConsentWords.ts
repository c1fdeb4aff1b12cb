import { useTranslation } from 'react-i18next';
import type { Purpose } from './model';

/** Words that come from the server, in the reader's language. */
export function useConsentWords() {
  const { t, i18n } = useTranslation();
  const english = i18n.language === 'en';
  return {
    nameOf: (purpose: Purpose) => (english ? purpose.nameEn : purpose.nameZh),
    textOf: (text: { zh: string; en: string }) => (english ? text.en : text.zh),
    /** What was counted in an erasure; a newer server's kind is still readable. */
    countOf: (what: string) => t(`consent.count.${what}`, { defaultValue: what.replace(/_/g, ' ') }),
  };
}
