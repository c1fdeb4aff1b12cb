import { App, Button, Segmented } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams, useSearchParams } from 'react-router';
import { PageHead } from '../common/templates/PageHead';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import './collect.css';
import { Counts } from './Counts';
import { Install } from './Install';
import { OWN } from './model';
import { QuarantineList } from './QuarantineList';
import { SiteDrawer } from './SiteDrawer';
import { SiteVisits } from './SiteVisits';
import { useSaveSite, useSite } from './sites';
import { StateTag } from './StateTag';
import { useSiteName } from './useSiteName';

const PARTS = ['install', 'counts', 'visits', 'quarantine'] as const;
type Part = (typeof PARTS)[number];

/** One website: how to connect it, what comes in, who visits, what could not be taken. */
export function SitePage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { id = '' } = useParams();
  const can = useCan();
  const mayEdit = can('campaigns.edit');
  const site = useSite(id);
  const save = useSaveSite();
  const failed = useFailure();
  const nameOf = useSiteName();
  const [search, setSearch] = useSearchParams();
  const [editing, setEditing] = useState(false);
  const first = useRef<Part>(undefined);

  if (site.isPending) return <LoadingState />;
  if (site.isError) return <ErrorState error={site.error} onRetry={() => void site.refetch()} />;

  const parts = PARTS.filter((part) => mayEdit || part === 'install' || part === 'counts');
  const asked = search.get('part') as Part | null;
  // Whoever is watching for the first hit is not taken away when it comes.
  first.current ??= site.data.seen ? 'counts' : 'install';
  const part = asked && parts.includes(asked) ? asked : first.current;
  const archive = () =>
    save.mutate(
      { id, draft: { archived: !site.data.archived } },
      {
        onSuccess: (saved) => void message.success(t(saved.archived ? 'collect.archivedNow' : 'collect.restoredNow')),
        onError: failed,
      },
    );

  return (
    <section className="lw-page">
      <PageHead
        title={<>{nameOf(site.data)} <StateTag site={site.data} /></>}
        hint={site.data.origins.join('、') || t('collect.ownHosts')}
        actions={
          mayEdit && (
            <>
              <Button onClick={() => setEditing(true)}>{t('common.edit')}</Button>
              {site.data.key !== OWN && (
                <Button loading={save.isPending} onClick={archive}>
                  {t(site.data.archived ? 'collect.restore' : 'collect.archive')}
                </Button>
              )}
            </>
          )
        }
      />
      <div className="lw-scroll">
        <Segmented<Part>
          value={part}
          onChange={(next) => setSearch({ part: next }, { replace: true })}
          options={parts.map((value) => ({
            value,
            label:
              value === 'quarantine' && site.data.quarantined > 0
                ? t('collect.part.quarantineCount', { count: site.data.quarantined })
                : t(`collect.part.${value}`),
          }))}
        />
      </div>
      {part === 'install' && <Install site={site.data} mayEdit={mayEdit} />}
      {part === 'counts' && <Counts id={id} />}
      {part === 'visits' && <SiteVisits site={site.data} />}
      {part === 'quarantine' && <QuarantineList site={site.data} />}
      <SiteDrawer
        open={editing}
        site={site.data}
        onClose={() => setEditing(false)}
        onSaved={() => void message.success(t('common.saved'))}
      />
    </section>
  );
}
