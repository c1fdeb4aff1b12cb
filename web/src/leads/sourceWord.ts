import type { TFunction } from 'i18next';

/** What a file is called that nobody named, and what stands before the name of a file of deals. */
const UNNAMED = 'file';
const DEALS = 'deals:';

function nameWord(name: string, t: TFunction): string {
  if (name === 'manual') return t('leads.source.manual');
  if (name === 'api') return t('leads.source.api');
  if (name.startsWith('form:')) return t('leads.source.form');
  if (name.startsWith('wecom:')) return t('leads.source.wecom');
  if (name === UNNAMED) return t('leads.source.file');
  if (name === `${DEALS}manual`) return t('leads.source.dealsManual');
  if (name === DEALS + UNNAMED) return t('leads.source.dealsFile');
  return name.startsWith(DEALS) ? t('leads.source.deals', { source: name.slice(DEALS.length) }) : name;
}

/** "manual", "form:demo", "leads.csv #12" and "deals:crm" as a reader says them. */
export function sourceWord(source: string, t: TFunction): string {
  const [, name = source, row] = /^(.*?)(?: #(\d+))?$/.exec(source) ?? [];
  const word = nameWord(name, t);
  return row ? t('leads.source.row', { source: word, row }) : word;
}
