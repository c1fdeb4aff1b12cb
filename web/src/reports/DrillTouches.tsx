import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMinute } from '../common/format/time';
import { Parts } from '../common/Parts';
import { ListCard } from '../common/templates/list/ListCard';
import { ListCards } from '../common/templates/list/ListCards';
import { useNarrow } from '../common/useNarrow';
import { behaviourLine } from '../leads/behaviour';
import { LeadName } from '../leads/LeadName';
import type { TouchEntry } from './model';

/** Touches behind a figure: who, when, what; the name opens the lead with its whole story. */
export function DrillTouches({ rows }: { rows: TouchEntry[] }) {
  const { t, i18n } = useTranslation();
  const narrow = useNarrow();
  const who = ({ lead, person }: TouchEntry) =>
    lead ? (
      <Link to={`/leads?open=${lead.id}`}><LeadName lead={lead} /></Link>
    ) : (
      <span className="lw-muted" title={t('reports.drill.noLead')}>{person ?? t('reports.drill.noPerson')}</span>
    );
  const scene = (row: TouchEntry) => (i18n.exists(`leads.scene.${row.scene}`) ? t(`leads.scene.${row.scene}`) : row.scene);
  const what = (row: TouchEntry) => [row.campaign, row.content, row.keyword, behaviourLine(row.detail, t)].filter(Boolean);
  if (narrow)
    return (
      <ListCards
        rows={rows}
        rowKey={(row) => row.id}
        onOpen={undefined}
        card={(row) => (
          <ListCard
            title={who(row)}
            mark={<span className="lw-muted">{scene(row)}</span>}
            lines={[row.lead?.company, <Parts key="where" of={[row.channel ?? t('common.unknown'), formatMinute(row.at)]} />, <Parts key="what" of={what(row)} />]}
          />
        )}
      />
    );
  return (
    <Table<TouchEntry>
      size="small"
      className="lw-table"
      rowKey="id"
      dataSource={rows}
      pagination={false}
      scroll={{ x: 'max-content' }}
      columns={[
        { title: t('reports.drill.name'), key: 'who', fixed: 'left', render: (_v, row) => who(row) },
        { title: t('reports.drill.company'), key: 'company', render: (_v, row) => row.lead?.company ?? (row.lead ? '' : <span className="lw-muted">{t('reports.drill.noLead')}</span>) },
        { title: t('reports.drill.time'), key: 'at', render: (_v, row) => formatMinute(row.at) },
        { title: t('reports.drill.scene'), key: 'scene', render: (_v, row) => scene(row) },
        { title: t('reports.drill.channel'), key: 'channel', render: (_v, row) => row.channel ?? t('common.unknown') },
        { title: t('reports.drill.what'), key: 'what', render: (_v, row) => <Parts of={what(row)} /> },
      ]}
    />
  );
}
