import { PlusOutlined } from '../common/icons';
import { Button, Space, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { RelativeTime } from '../common/RelativeTime';
import { PageHead } from '../common/templates/PageHead';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useNarrow } from '../common/useNarrow';
import { useCan } from '../workspace/session';
import type { Segment } from './model';
import { useSegments } from './segments';
import './segments.css';

/** The leads of a segment, in the list where one works with them. */
export const leadsOf = (segment: Pick<Segment, 'id'>) => `/leads?lead.segment=${segment.id}`;

/** Leads cut out of the pool, by rule and by hand. */
export function Segments() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const mayEdit = useCan()('segments.edit');
  const query = useSegments();
  const add = mayEdit && (
    <Space wrap>
      <Link to="/segments/new?kind=static"><Button>{t('segments.newStatic')}</Button></Link>
      <Link to="/segments/new"><Button type="primary" icon={<PlusOutlined />}>{t('segments.new')}</Button></Link>
    </Space>
  );
  let body = <LoadingState />;
  if (query.error) body = <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  else if (query.data?.length === 0) body = <EmptyState title={t('segments.empty')} hint={t('segments.emptyHint')} action={add} />;
  else if (query.data && narrow) {
    body = (
      <div className="lw-cards">
        {query.data.map((segment) => (
          <div className="lw-segment-card" key={segment.id}>
            <div><Link to={`/segments/${segment.id}`}>{segment.name}</Link> <KindTag segment={segment} /></div>
            <div className="lw-muted">{segment.description}</div>
            <Members segment={segment} />
          </div>
        ))}
      </div>
    );
  } else if (query.data) {
    body = (
      <Table<Segment>
        rowKey="id"
        size="small"
        pagination={false}
        dataSource={query.data}
        scroll={{ x: 'max-content' }}
        columns={[
          { title: t('segments.name'), render: (_, segment) => <Link to={`/segments/${segment.id}`}>{segment.name}</Link> },
          { title: t('segments.kind'), render: (_, segment) => <KindTag segment={segment} /> },
          { title: t('segments.leads'), align: 'right', render: (_, segment) => <Members segment={segment} /> },
          { title: t('segments.description'), dataIndex: 'description', ellipsis: true },
          { title: t('segments.changed'), render: (_, segment) => <>{segment.changedBy} <RelativeTime at={segment.changedAt} /></> },
        ]}
      />
    );
  }
  return (
    <section className="lw-page">
      <PageHead title={t('segments.title')} hint={t('segments.hint')} actions={add} />
      <div className="lw-panel">{body}</div>
    </section>
  );
}

export function KindTag({ segment }: { segment: Pick<Segment, 'kind'> }) {
  const { t } = useTranslation();
  return <Tag color={segment.kind === 'dynamic' ? 'blue' : 'default'}>{t(`segments.of.${segment.kind}`)}</Tag>;
}

/** How many, as a way to them; or why the number is not to be trusted yet. */
export function Members({ segment }: { segment: Segment }) {
  const { t } = useTranslation();
  return (
    <Space size={6}>
      <Link to={leadsOf(segment)}>{t('segments.count', { count: segment.leads, shown: formatNumber(segment.leads) })}</Link>
      {segment.broken && <Tag color="error">{t('segments.broken')}</Tag>}
      {segment.gathering && !segment.broken && <Tag color="processing">{t('segments.gathering')}</Tag>}
    </Space>
  );
}
