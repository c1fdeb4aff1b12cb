import { Drawer, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatDuration, formatInstant } from '../common/format/time';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { useNarrow } from '../common/useNarrow';
import { pathText } from './describe';
import type { VisitDetail } from './model';
import { useVisit } from './sites';

interface Line {
  id: string;
  at: string;
  what: string;
  title: string;
  dwell: string;
  depth: string;
}

/** Everything of one visit in its order. */
export function VisitDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t, i18n } = useTranslation();
  const narrow = useNarrow();
  const visit = useVisit(id);
  const word = (name: string) => (i18n.exists(`collect.hit.${name}`) ? t(`collect.hit.${name}`) : name);
  const lines = ({ pages, actions }: VisitDetail): Line[] =>
    [
      ...pages.map((page) => ({
        id: page.id, at: page.happenedAt, what: word('page'), title: page.title || pathText(page.url),
        dwell: formatDuration(page.dwellMs / 1000), depth: `${page.depth}%`,
      })),
      ...actions.map((action) => ({
        id: action.id, at: action.happenedAt, what: word(action.name),
        title: Object.entries(action.props).map(([name, value]) => `${name}: ${String(value)}`).join(' · '), dwell: '', depth: '',
      })),
    ].sort((one, other) => one.at.localeCompare(other.at));
  return (
    <Drawer open={id !== null} onClose={onClose} title={t('collect.visit.one')} size={narrow ? '100%' : 760} destroyOnHidden>
      {visit.isPending ? (
        <LoadingState />
      ) : visit.isError ? (
        <ErrorState error={visit.error} onRetry={() => void visit.refetch()} />
      ) : (
        <>
          <p className="lw-muted" style={{ overflowWrap: 'anywhere' }}>{visit.data.visit.landingUrl}</p>
          <Table<Line>
            size="small"
            className="lw-table"
            rowKey="id"
            dataSource={lines(visit.data)}
            pagination={false}
            scroll={{ x: 'max-content' }}
            columns={[
              { key: 'at', title: t('collect.visit.at'), render: (_v, line) => formatInstant(line.at) },
              { key: 'what', title: t('collect.visit.what'), render: (_v, line) => line.what },
              { key: 'title', title: t('collect.visit.page'), render: (_v, line) => <span className="lw-wrap">{line.title}</span> },
              { key: 'dwell', title: t('collect.visit.dwell'), align: 'right', className: 'lw-num', render: (_v, line) => line.dwell },
              { key: 'depth', title: t('collect.visit.depth'), align: 'right', className: 'lw-num', render: (_v, line) => line.depth },
            ]}
          />
        </>
      )}
    </Drawer>
  );
}
