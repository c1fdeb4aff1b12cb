import type { TFunction } from 'i18next';

/** What a file is called that nobody named, and what stands before the name of a file of deals. */
const UNNAMED = 'file';
const DEALS = 'deals:';

interface Source {
  source: string;
  file?: string | null;
  row?: number | null;
}

function nameWord(name: string, file: string | null | undefined, t: TFunction): string {
  if (name === 'manual' || name === 'typed') return t('leads.source.manual');
  if (name === 'api') return t('leads.source.api');
  if (name.startsWith('form:')) return t('leads.source.form');
  if (name.startsWith('wecom:')) return t('leads.source.wecom');
  if (name === UNNAMED) return file ? t('leads.source.list', { file }) : t('leads.source.file');
  if (name === `${DEALS}manual`) return t('leads.source.dealsManual');
  if (name === DEALS + UNNAMED) return file ? t('leads.source.dealsList', { file }) : t('leads.source.dealsFile');
  return name.startsWith(DEALS) ? t('leads.source.deals', { source: name.slice(DEALS.length) }) : name;
}

/** "manual", "form:demo", row 12 of a file and "deals:crm" as a reader says them. */
export function sourceWord({ source, file, row }: Source, t: TFunction): string {
  const word = nameWord(source, file, t);
  return row ? t('leads.source.row', { source: word, row }) : word;
}
