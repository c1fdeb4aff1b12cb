import { PlusOutlined } from '../common/icons';
import { Button, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { RelativeTime } from '../common/RelativeTime';
import { ListCard } from '../common/templates/list/ListCard';
import { ListCards } from '../common/templates/list/ListCards';
import { PageHead } from '../common/templates/PageHead';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { useNarrow } from '../common/useNarrow';
import { useCan } from '../workspace/session';
import './collect.css';
import type { Site } from './model';
import { RetentionDrawer } from './RetentionDrawer';
import { SiteDrawer } from './SiteDrawer';
import { useRetention, useSites } from './sites';
import { StateTag } from './StateTag';
import { useSiteName } from './useSiteName';

/** The websites whose visitors are counted: which of them is heard of, and what each brings today. */
export function Sites() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const can = useCan();
  const sites = useSites();
  const retention = useRetention(can('settings.read'));
  const nameOf = useSiteName();
  const [adding, setAdding] = useState(false);
  const [keeping, setKeeping] = useState(false);

  const hosts = (site: Site) => site.origins.join('、') || t('collect.ownHosts');
  const open = (site: Site) => void navigate(`/sites/${site.id}`);

  return (
    <section className="lw-page">
      <PageHead
        title={t('collect.title')}
        hint={t('collect.hint')}
        actions={
          <>
            {retention.data && can('settings.edit') && (
              <Button onClick={() => setKeeping(true)}>{t('collect.retention.title')}</Button>
            )}
            {can('campaigns.edit') && (
              <Button type="primary" icon={<PlusOutlined />} onClick={() => setAdding(true)}>
                {t('collect.new')}
              </Button>
            )}
          </>
        }
      />
      <div className="lw-panel lw-panel-list">
        {sites.isPending ? (
          <LoadingState />
        ) : sites.isError ? (
          <ErrorState error={sites.error} onRetry={() => void sites.refetch()} />
        ) : narrow ? (
          <ListCards
            rows={sites.data}
            rowKey={(site) => site.id}
            onOpen={open}
            card={(site) => (
              <ListCard
                title={nameOf(site)}
                mark={<StateTag site={site} />}
                lines={[hosts(site), <>{t('collect.lastHit')} <RelativeTime at={site.seen?.lastAt} /></>]}
                figures={[
                  { label: t('collect.today'), value: formatNumber(site.storedToday) },
                  { label: t('collect.quarantined'), value: formatNumber(site.quarantined) },
                ]}
              />
            )}
          />
        ) : (
          <Table<Site>
            size="small"
            className="lw-table"
            rowKey="id"
            dataSource={sites.data}
            pagination={false}
            scroll={{ x: 'max-content' }}
            onRow={(site) => ({ onClick: () => open(site), className: 'lw-row-open' })}
            columns={[
              {
                key: 'name',
                title: t('collect.name'),
                render: (_v, site) => <Link to={`/sites/${site.id}`}><strong className="lw-name">{nameOf(site)}</strong></Link>,
              },
              { key: 'state', title: t('common.field.status'), render: (_v, site) => <StateTag site={site} /> },
              { key: 'origins', title: t('collect.origins'), render: (_v, site) => hosts(site) },
              { key: 'last', title: t('collect.lastHit'), render: (_v, site) => <RelativeTime at={site.seen?.lastAt} /> },
              { key: 'today', title: t('collect.today'), align: 'right', className: 'lw-num', render: (_v, site) => formatNumber(site.storedToday) },
              { key: 'bad', title: t('collect.quarantined'), align: 'right', className: 'lw-num', render: (_v, site) => formatNumber(site.quarantined) },
            ]}
          />
        )}
      </div>
      <SiteDrawer open={adding} site={null} onClose={() => setAdding(false)} onSaved={open} />
      {retention.data && <RetentionDrawer retention={retention.data} open={keeping} onClose={() => setKeeping(false)} />}
    </section>
  );
}
