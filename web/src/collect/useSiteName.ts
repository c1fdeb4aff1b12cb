import { useTranslation } from 'react-i18next';
import { OWN, type Site } from './model';

/** Our own pages have their name from the app's language. */
export function useSiteName(): (site: Pick<Site, 'key' | 'name'>) => string {
  const { t } = useTranslation();
  return (site) => (site.key === OWN ? t('collect.own') : site.name);
}
