import { ReloadOutlined } from '../common/icons';
import { App, Button, Select, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ListCard } from '../common/templates/list/ListCard';
import { ListCards } from '../common/templates/list/ListCards';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { useNarrow } from '../common/useNarrow';
import { useCan } from '../workspace/session';
import { useUserOptions } from '../workspace/users';
import type { Colleague, Connection } from './model';
import { PhoneMatch } from './PhoneMatch';
import { useColleagues, useMatchColleague, useRefreshColleagues } from './wecom';

const NOBODY = 'nobody';

/** Which colleague in WeCom is which member: whose lead a contact becomes. */
export function ColleagueTable({ connection }: { connection: Connection }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const narrow = useNarrow();
  const failed = useFailure();
  const mayEdit = useCan()('settings.edit');
  const colleagues = useColleagues(connection.id);
  const members = (useUserOptions().data ?? []).filter((user) => user.active);
  const refresh = useRefreshColleagues();
  const match = useMatchColleague();
  const [byPhone, setByPhone] = useState(false);
  const rows = colleagues.data ?? [];

  const name = (row: Colleague) => (
    <>
      {row.name ?? row.userId}
      {row.name && <span className="lw-muted"> · {row.userId}</span>}
      {row.goneAt && <Tag className="lw-tag lw-tag-after">{t('wecom.colleague.gone')}</Tag>}
    </>
  );
  const picker = (row: Colleague) => (
    <Select
      style={{ width: narrow ? '100%' : 220 }}
      disabled={!mayEdit}
      showSearch={{ optionFilterProp: 'label' }}
      aria-label={t('wecom.colleague.memberOf', { name: row.name ?? row.userId })}
      placeholder={t('wecom.colleague.open')}
      value={row.memberId ?? (row.settled ? NOBODY : null)}
      options={[
        { value: NOBODY, label: t('wecom.colleague.nobody') },
        ...members.map((user) => ({ value: user.id, label: user.name })),
      ]}
      onChange={(value) =>
        match.mutate(
          { connectionId: connection.id, id: row.id, memberId: value === NOBODY ? null : value },
          { onSuccess: () => void message.success(t('common.saved')), onError: failed },
        )
      }
    />
  );
  const how = (row: Colleague) => (row.matchedBy ? t(`wecom.colleague.by.${row.matchedBy}`) : '');

  return (
    <RecordSection
      title={t('wecom.colleague.title')}
      extra={
        mayEdit && (
          <span className="lw-actions">
            <Button
              size="small"
              icon={<ReloadOutlined />}
              loading={refresh.isPending}
              disabled={!connection.hasSecret}
              onClick={() => refresh.mutate(connection.id, { onError: failed })}
            >
              {t('wecom.colleague.refresh')}
            </Button>
            <Button size="small" disabled={!connection.hasSecret} onClick={() => setByPhone(true)}>{t('wecom.colleague.byPhone')}</Button>
          </span>
        )
      }
    >
      <p className="lw-muted lw-note">{t('wecom.colleague.hint')}</p>
      {rows.length === 0 ? (
        <p className="lw-muted">{t('wecom.colleague.empty')}</p>
      ) : narrow ? (
        <ListCards rows={rows} rowKey={(row) => row.id} onOpen={undefined} card={(row) => <ListCard title={name(row)} mark={how(row)} lines={[picker(row)]} />} />
      ) : (
        <Table<Colleague>
          size="small"
          className="lw-table"
          rowKey="id"
          dataSource={rows}
          pagination={rows.length > 20 ? { pageSize: 20, showSizeChanger: false } : false}
          columns={[
            { key: 'name', title: t('wecom.colleague.inWecom'), render: (_v, row) => name(row) },
            { key: 'member', title: t('wecom.colleague.member'), render: (_v, row) => picker(row) },
            { key: 'how', title: t('wecom.colleague.how'), render: (_v, row) => how(row) },
          ]}
        />
      )}
      <PhoneMatch open={byPhone} connectionId={connection.id} members={members} onClose={() => setByPhone(false)} />
    </RecordSection>
  );
}
