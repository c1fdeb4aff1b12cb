import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import updateLocale from 'dayjs/plugin/updateLocale';
import i18n from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from './model';

type Words = Record<string, unknown>;

const zh = import.meta.glob<Words>('/src/*/i18n/zh-CN.json', { eager: true, import: 'default' });
const en = import.meta.glob<Words>('/src/*/i18n/en.json', { eager: true, import: 'default' });

/** Each module brings its own words; its folder's name is the first part of the key. */
function byModule(files: Record<string, Words>): Words {
  return Object.fromEntries(Object.entries(files).map(([path, words]) => [path.split('/')[2] ?? path, words]));
}

const STORED = 'leadwell.language';

/** What the person chose here, or nothing, so that the account's language can speak. */
export function storedLanguage(): Language | undefined {
  const stored = localStorage.getItem(STORED);
  return stored === 'zh-CN' || stored === 'en' ? stored : undefined;
}

export function storeLanguage(language: Language): void {
  localStorage.setItem(STORED, language);
}

export function browserLanguage(): Language {
  return navigator.language.toLowerCase().startsWith('en') ? 'en' : 'zh-CN';
}

dayjs.extend(updateLocale);
// The trade's week starts on Monday in both languages.
dayjs.updateLocale('en', { weekStart: 1 });

/** Everything outside React that speaks a language. */
export function applyLanguage(language: Language): void {
  document.documentElement.lang = language;
  dayjs.locale(language === 'en' ? 'en' : 'zh-cn');
}

export async function startI18n(): Promise<void> {
  const language = storedLanguage() ?? browserLanguage();
  await i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: byModule(zh) }, en: { translation: byModule(en) } },
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  applyLanguage(language);
}
