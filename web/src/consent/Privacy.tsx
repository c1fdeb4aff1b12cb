import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useCan } from '../workspace/session';
import './consent.css';
import { ErasurePanel } from './ErasurePanel';
import { PurposesPanel } from './PurposesPanel';
import { SuppressionPanel } from './SuppressionPanel';

/** What people are asked to agree to, whom nobody may contact, and who was erased. */
export function Privacy() {
  const { t } = useTranslation();
  const can = useCan();
  const [search, setSearch] = useSearchParams();
  const items = [
    { key: 'purposes', label: t('consent.purposes.title'), children: <PurposesPanel /> },
    { key: 'suppressions', label: t('consent.list.title'), children: <SuppressionPanel /> },
    ...(can('privacy.erase') ? [{ key: 'erasures', label: t('consent.erasures.title'), children: <ErasurePanel /> }] : []),
  ];
  return (
    <SettingsPage title={t('consent.title')} explain={t('consent.explain')}>
      <Tabs
        activeKey={search.get('tab') ?? 'purposes'}
        onChange={(tab) => setSearch({ tab }, { replace: true })}
        items={items}
        destroyOnHidden
      />
    </SettingsPage>
  );
}
