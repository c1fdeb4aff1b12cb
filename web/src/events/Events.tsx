import { PlusOutlined } from '../common/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { formatNumber, formatRate } from '../common/format/numbers';
import { formatMinute } from '../common/format/time';
import { Money } from '../common/Money';
import { usePreferences } from '../common/preferences';
import { ListCard } from '../common/templates/list/ListCard';
import type { ListColumn, SelectFilter } from '../common/templates/list/model';
import { secondary, useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ListPage } from '../common/templates/ListPage';
import { useCan } from '../workspace/session';
import { EventMenu } from './EventMenu';
import { attendanceRate } from './events';
import { EventStatusTag } from './EventStatusTag';
import { FigureLink } from './FigureLink';
import { EVENT_FORMATS, EVENT_STATUSES, type LeadwellEvent } from './model';

/** Every event with what it came to. */
export function Events() {
  const { t } = useTranslation();
  const can = useCan();
  const navigate = useNavigate();
  const { moneyUnit } = usePreferences();
  const usual = useUsualFilters();
  const mayEdit = can('campaigns.edit');

  const status: SelectFilter = {
    kind: 'select', key: 'status', label: t('common.field.status'),
    options: EVENT_STATUSES.map((value) => ({ value, label: t(`events.status.${value}`) })),
  };
  const format: SelectFilter = {
    kind: 'select', key: 'format', label: t('events.field.format'),
    options: EVENT_FORMATS.map((value) => ({ value, label: t(`events.format.${value}`) })),
  };
  const seats = (row: LeadwellEvent) => (row.capacity ? `${formatNumber(row.taken)} / ${formatNumber(row.capacity)}` : formatNumber(row.taken));
  const columns: ListColumn<LeadwellEvent>[] = [
    { key: 'title', title: t('events.field.title'), pinned: true, width: 260, render: (row) => <strong className="lw-name">{row.title}</strong> },
    { key: 'status', title: t('common.field.status'), render: (row) => <EventStatusTag status={row.status} /> },
    { key: 'startsAt', title: t('events.field.startsAt'), render: (row) => <span className="lw-num">{formatMinute(row.startsAt)}</span> },
    { key: 'format', title: t('events.field.format'), render: (row) => t(`events.format.${row.format}`) },
    { key: 'venue', title: t('events.field.venue'), optional: true, render: (row) => row.venue },
    { key: 'registered', title: t('events.figure.registered'), align: 'right', render: (row) => <FigureLink event={row} figure="registered" /> },
    { key: 'seats', title: t('events.figure.seats'), align: 'right', render: seats },
    { key: 'attended', title: t('events.figure.attended'), align: 'right', render: (row) => <FigureLink event={row} figure="attended" /> },
    { key: 'rate', title: t('events.figure.rate'), align: 'right', render: (row) => formatRate(attendanceRate(row, Date.now())) },
    { key: 'newLeads', title: t('events.figure.newLeads'), align: 'right', render: (row) => <FigureLink event={row} figure="newLeads" /> },
    { key: 'spend', title: t('common.field.spend'), unit: t(`common.unit.${moneyUnit}`), align: 'right', render: (row) => <Money fen={row.spendFen} /> },
    { key: 'menu', title: '', width: 48, pinned: true, render: (row) => <EventMenu event={row} /> },
  ];
  const add = (
    <Link to="/events/new">
      <Button type="primary" icon={<PlusOutlined />}>{t('events.new')}</Button>
    </Link>
  );

  return (
    <ListPage<LeadwellEvent>
      page="events"
      title={t('events.title')}
      hint={t('events.hint')}
      path="/events"
      filters={[usual.search(t('events.search')), status, format, secondary(usual.campaign)]}
      columns={columns}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate(`/events/${row.id}`)}
      actions={mayEdit && add}
      card={(row) => (
        <ListCard
          title={row.title}
          mark={<EventStatusTag status={row.status} />}
          lines={[[formatMinute(row.startsAt), t(`events.format.${row.format}`), row.venue].filter(Boolean).join(' · ')]}
          figures={[
            { label: t('events.figure.registered'), value: formatNumber(row.figures.registered) },
            { label: t('events.figure.attended'), value: formatNumber(row.figures.attended) },
            { label: t('events.figure.newLeads'), value: formatNumber(row.figures.newLeads) },
          ]}
          actions={<EventMenu event={row} />}
        />
      )}
      empty={{ title: t('events.emptyTitle'), hint: t('events.emptyHint'), ...(mayEdit ? { action: add } : {}) }}
    />
  );
}
