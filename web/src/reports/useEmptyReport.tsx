import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useUrlFilters } from '../common/urlFilters';
import { useCan } from '../workspace/session';
import { questionOf } from './question';

/** What stands where figures would: filters too narrow, or no leads at all yet. */
export function useEmptyReport(more: readonly string[] = []) {
  const { t } = useTranslation();
  const can = useCan();
  const { filters, setFilters } = useUrlFilters();
  const narrowed = [...Object.keys(questionOf(filters, {})), ...more.filter((key) => filters[key])];
  if (narrowed.length > 0)
    return {
      title: t('reports.emptyFiltered'),
      action: (
        <Button onClick={() => setFilters(Object.fromEntries(narrowed.map((key) => [key, undefined])))}>{t('common.filter.clear')}</Button>
      ),
    };
  return {
    title: t('reports.emptyTitle'),
    hint: t('reports.emptyHint'),
    ...(can('imports.run') ? { action: <Link to="/imports?new=1"><Button type="primary">{t('reports.emptyImport')}</Button></Link> } : {}),
  };
}
