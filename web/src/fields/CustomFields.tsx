import { ArrowDownOutlined, ArrowUpOutlined, EditOutlined, PlusOutlined } from '../common/icons';
import { Button, Segmented, Switch, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { useCan } from '../workspace/session';
import { FieldDrawer } from './FieldDrawer';
import { changeField, orderFields, useCustomFields, useWords } from './fields';
import { FIELD_ENTITIES, type FieldEntity, type ProfileField } from './model';

/** The house's own fields: added, renamed, put in order, archived. */
export function CustomFields() {
  const { t } = useTranslation();
  const words = useWords();
  const mayEdit = useCan()('settings.edit');
  const query = useCustomFields();
  const failed = useFailure();
  const toast = useUndoToast();
  const [entity, setEntity] = useState<FieldEntity>('lead');
  const [editing, setEditing] = useState<ProfileField | 'new' | null>(null);
  const fields = (query.data ?? []).filter((field) => field.entity === entity);

  const move = (index: number, by: number) => {
    const keys = fields.map((field) => field.key);
    const [key] = keys.splice(index, 1);
    if (key) keys.splice(index + by, 0, key);
    orderFields(entity, keys).catch(failed);
  };
  const archive = (field: ProfileField, archived: boolean) => {
    const id = field.id ?? '';
    changeField(id, { archived }).then(
      () => archived && toast(t('fields.archived', { name: words(field.label) }), () => changeField(id, { archived: false })),
      failed,
    );
  };

  return (
    <SettingsPage
      title={t('fields.title')}
      explain={t('fields.explain')}
      loading={query.isPending}
      error={query.error}
      onRetry={() => void query.refetch()}
      actions={
        mayEdit && (
          <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
            {t('fields.add')}
          </Button>
        )
      }
    >
      <Segmented<FieldEntity>
        value={entity}
        onChange={setEntity}
        options={FIELD_ENTITIES.map((value) => ({ value, label: t(`fields.entity.${value}`) }))}
        style={{ marginBottom: 12 }}
      />
      <Table<ProfileField>
        rowKey="key"
        size="small"
        pagination={false}
        dataSource={fields}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('fields.empty') }}
        columns={[
          {
            title: t('fields.name'),
            render: (_, field) => (
              <>
                {words(field.label)} {field.required && <Tag>{t('fields.required')}</Tag>}
                {field.archived && <Tag color="warning">{t('fields.isArchived')}</Tag>}
              </>
            ),
          },
          { title: t('fields.key'), render: (_, field) => <code>{field.key}</code> },
          { title: t('fields.type'), render: (_, field) => t(`fields.types.${field.type}`) },
          {
            title: t('fields.options'),
            render: (_, field) => {
              const live = field.options.filter((option) => !option.archived).map((option) => words(option.label));
              return <span className="lw-cut" title={live.join(' · ')}>{live.join(' · ')}</span>;
            },
          },
          ...(mayEdit
            ? [
                {
                  title: t('fields.inUse'),
                  key: 'inUse',
                  render: (_: unknown, field: ProfileField) => (
                    <Switch size="small" checked={!field.archived} aria-label={t('fields.useOf', { name: words(field.label) })} onChange={(use) => archive(field, !use)} />
                  ),
                },
                {
                  key: 'edit',
                  render: (_: unknown, field: ProfileField, index: number) => (
                    <span className="lw-actions">
                      <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={index === 0} aria-label={t('fields.up', { name: words(field.label) })} onClick={() => move(index, -1)} />
                      <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={index === fields.length - 1} aria-label={t('fields.down', { name: words(field.label) })} onClick={() => move(index, 1)} />
                      <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('fields.edit', { name: words(field.label) })} onClick={() => setEditing(field)} />
                    </span>
                  ),
                },
              ]
            : []),
        ]}
      />
      <FieldDrawer field={editing} entity={entity} onClose={() => setEditing(null)} />
    </SettingsPage>
  );
}
