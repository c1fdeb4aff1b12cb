import { App, Button, Table, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../common/RelativeTime';
import { useFailure } from '../common/templates/useFailure';
import type { ModelLine } from './model';
import { useActivate } from './scoring';

interface Row {
  version: number;
  note?: string | null;
  publishedAt?: string;
  by?: string;
  active: boolean;
}

/** What was published, and the way back to any of it. */
export function Versions({ model, mayEdit }: { model: ModelLine; mayEdit: boolean }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const failed = useFailure();
  const activate = useActivate(model.line);
  const first: Row = {
    version: 0,
    note: t(model.line ? 'scoring.versions.shared' : 'scoring.versions.shipped'),
    active: model.line ? !model.own : model.active.version === 0,
  };
  const name = (version: number) => {
    if (version > 0) return t('scoring.version', { version });
    return t(model.line ? 'scoring.sharesModel' : 'scoring.shippedModel');
  };
  const ask = (version: number) =>
    modal.confirm({
      title: t('scoring.versions.ask', { version: name(version) }),
      content: t('scoring.publish.askHint'),
      okText: t('scoring.versions.back'),
      cancelText: t('common.cancel'),
      onOk: () => activate.mutateAsync(version).then(() => void message.success(t('scoring.versions.done', { version: name(version) })), failed),
    });
  return (
    <Table<Row>
      rowKey="version"
      size="small"
      pagination={false}
      scroll={{ x: 'max-content' }}
      dataSource={[...model.versions, first]}
      columns={[
        { title: t('scoring.versions.version'), render: (_, row) => <>{name(row.version)} {row.active && <Tag color="green">{t('scoring.versions.active')}</Tag>}</> },
        { title: t('scoring.versions.note'), dataIndex: 'note' },
        { title: t('scoring.versions.published'), render: (_, row) => row.publishedAt && <>{row.by} <RelativeTime at={row.publishedAt} /></> },
        ...(mayEdit
          ? [{
              key: 'back',
              render: (_: unknown, row: Row) => !row.active && <Button size="small" onClick={() => ask(row.version)}>{t('scoring.versions.back')}</Button>,
            }]
          : []),
      ]}
    />
  );
}
