import { DeleteOutlined } from '../common/icons';
import { Button, Form, Input, Select, Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../common/RelativeTime';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { useCan } from '../workspace/session';
import { addParty, removeParty, useParties } from './duplicates';
import { PARTY_KINDS, PARTY_WHAT, type PartyDraft, type Party } from './model';

/** Competitors, peers and whoever is not to be contacted: the duplicate check recognises them. */
export function KnownParties() {
  const { t } = useTranslation();
  const mayEdit = useCan()('leads.merge');
  const query = useParties();
  const failed = useFailure();
  const toast = useUndoToast();
  const [form] = Form.useForm<PartyDraft>();
  const add = (draft: PartyDraft) => addParty(draft).then(() => form.resetFields(['value', 'note']), failed);
  const remove = (party: Party) =>
    removeParty(party.id).then(() => toast(t('duplicates.party.removed', { value: party.value }), () => addParty(party)), failed);
  return (
    <SettingsPage
      title={t('duplicates.party.title')}
      explain={t('duplicates.party.explain')}
      loading={query.isPending}
      error={query.error}
      onRetry={() => void query.refetch()}
    >
      {mayEdit && (
        <Form form={form} layout="inline" className="lw-party-form" initialValues={{ kind: 'competitor', what: 'company' }} onFinish={(draft) => void add(draft)}>
          <Form.Item name="kind" label={t('duplicates.party.kind')}>
            <Select options={PARTY_KINDS.map((value) => ({ value, label: t(`leads.verdict.${value}`) }))} popupMatchSelectWidth={false} />
          </Form.Item>
          <Form.Item name="what" label={t('duplicates.party.what')}>
            <Select options={PARTY_WHAT.map((value) => ({ value, label: t(`duplicates.party.by.${value}`) }))} popupMatchSelectWidth={false} />
          </Form.Item>
          <Form.Item name="value" label={t('duplicates.party.value')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
            <Input maxLength={200} />
          </Form.Item>
          <Form.Item name="note" label={t('duplicates.party.note')}>
            <Input maxLength={500} />
          </Form.Item>
          <Button type="primary" htmlType="submit">{t('duplicates.party.add')}</Button>
        </Form>
      )}
      <Table<Party>
        rowKey="id"
        size="small"
        pagination={false}
        dataSource={query.data ?? []}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('duplicates.party.empty') }}
        columns={[
          { title: t('duplicates.party.value'), dataIndex: 'value' },
          { title: t('duplicates.party.kind'), dataIndex: 'kind', render: (kind: Party['kind']) => t(`leads.verdict.${kind}`) },
          { title: t('duplicates.party.what'), dataIndex: 'what', render: (what: Party['what']) => t(`duplicates.party.by.${what}`) },
          { title: t('duplicates.party.note'), dataIndex: 'note' },
          { title: t('duplicates.party.added'), render: (_, party) => <>{party.addedBy} <RelativeTime at={party.addedAt} /></> },
          ...(mayEdit
            ? [{
                key: 'remove',
                render: (_: unknown, party: Party) => (
                  <Button type="text" icon={<DeleteOutlined />} aria-label={t('duplicates.party.remove', { value: party.value })} onClick={() => void remove(party)} />
                ),
              }]
            : []),
        ]}
      />
    </SettingsPage>
  );
}
