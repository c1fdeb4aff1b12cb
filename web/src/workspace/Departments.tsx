import { PlusOutlined } from '../common/icons';
import { App, Button, Form, Input, Table, TreeSelect } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { EmptyState } from '../common/templates/PageState';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useFailure } from '../common/templates/useFailure';
import { type DepartmentLine, departmentLines, departmentOptions, departmentsBelow } from './departmentTree';
import type { Department } from './model';
import { useCan } from './session';
import { useDeleteDepartment, useDepartments, useSaveDepartment } from './users';

export function Departments() {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const can = useCan();
  const mayEdit = can('users.edit');
  const departments = useDepartments();
  const save = useSaveDepartment();
  const remove = useDeleteDepartment();
  const failed = useFailure();
  const [editing, setEditing] = useState<Department | 'new' | null>(null);
  const [form] = Form.useForm<{ name: string; parentId: string | null }>();
  const existing = editing === 'new' ? null : editing;
  const all = departments.data ?? [];
  const forbidden = new Set(existing ? departmentsBelow(all, existing.id) : []);

  const close = () => {
    save.reset();
    setEditing(null);
  };
  const askRemove = (department: Department) =>
    modal.confirm({
      title: t('workspace.departments.deleteTitle', { name: department.name }),
      content: t('workspace.departments.deleteHint'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      onOk: () => remove.mutateAsync(department.id).then(() => undefined, failed),
    });
  const add = (
    <Button type="primary" icon={<PlusOutlined />} onClick={() => setEditing('new')}>
      {t('workspace.departments.new')}
    </Button>
  );

  return (
    <SettingsPage
      title={t('workspace.place.departments')}
      explain={t('workspace.departments.explain')}
      loading={departments.isPending}
      error={departments.error}
      onRetry={() => void departments.refetch()}
      actions={mayEdit ? add : undefined}
    >
      <div className="lw-panel lw-panel-list">
        {all.length === 0 ? (
          <EmptyState title={t('workspace.departments.empty')} hint={t('workspace.departments.emptyHint')} action={mayEdit ? add : undefined} />
        ) : (
          <Table<DepartmentLine>
            size="small"
            className="lw-table"
            rowKey="id"
            dataSource={departmentLines(all)}
            pagination={false}
            expandable={{ defaultExpandAllRows: true }}
            columns={[
              { key: 'name', title: t('workspace.field.department'), render: (_v, line) => line.name },
              {
                key: 'actions',
                align: 'right',
                render: (_v, line) =>
                  mayEdit && (
                    <span className="lw-actions">
                      <Button size="small" onClick={() => setEditing(line)}>{t('common.edit')}</Button>
                      <Button size="small" type="text" onClick={() => askRemove(line)}>{t('common.delete')}</Button>
                    </span>
                  ),
              },
            ]}
          />
        )}
      </div>
      <EditDrawer
        open={editing !== null}
        title={existing ? t('workspace.departments.edit') : t('workspace.departments.new')}
        onClose={close}
        form={form}
        initialValues={{ name: existing?.name ?? '', parentId: existing?.parentId ?? null }}
        onFinish={(values) =>
          save.mutate(
            { name: values.name.trim(), parentId: values.parentId ?? null, ...(existing ? { id: existing.id } : {}) },
            {
              onSuccess: () => {
                void message.success(t('common.saved'));
                close();
              },
              onError: (error) => showFieldErrors(form, error),
            },
          )
        }
        saving={save.isPending}
        error={save.error}
      >
        <Form.Item name="name" label={t('workspace.departments.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={60} autoFocus />
        </Form.Item>
        <Form.Item name="parentId" label={t('workspace.departments.parent')}>
          <TreeSelect allowClear treeDefaultExpandAll treeData={departmentOptions(all.filter((one) => !forbidden.has(one.id)))} />
        </Form.Item>
      </EditDrawer>
    </SettingsPage>
  );
}
