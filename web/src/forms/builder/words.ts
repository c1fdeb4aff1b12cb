import type { Bilingual } from '../model';

/** A text in the reader's language, or in the other where it has none. */
export function inLanguage(text: Bilingual, language: string): string {
  return language === 'en' ? text.en || text.zh : text.zh || text.en;
}
