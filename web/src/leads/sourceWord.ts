import type { TFunction } from 'i18next';

/** "manual" and "leads.csv #12" as a reader says them. */
export function sourceWord(source: string, t: TFunction): string {
  const [, name = source, row] = /^(.*?)(?: #(\d+))?$/.exec(source) ?? [];
  const word = name === 'manual' ? t('leads.source.manual') : name === 'api' ? t('leads.source.api') : name;
  return row ? t('leads.source.row', { source: word, row }) : word;
}
