import { useMutation, useQuery } from '@tanstack/react-query';
import { App, Button, Form, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../common/api/client';
import { queryClient } from '../common/api/queryClient';
import { MONEY_UNITS } from '../common/model';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useFailure } from '../common/templates/useFailure';
import type { WorkspaceSettings } from './model';
import { SESSION_KEY, useCan, useSession } from './session';

export function WorkspacePage() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const can = useCan();
  const failed = useFailure();
  const version = useSession().data?.version;
  const [form] = Form.useForm<WorkspaceSettings>();
  const settings = useQuery({
    queryKey: ['/settings'],
    queryFn: ({ signal }) => api.get<WorkspaceSettings>('/settings', {}, signal),
  });
  const save = useMutation({
    mutationFn: (draft: WorkspaceSettings) => api.put<WorkspaceSettings>('/settings', draft),
    onSuccess: async () => {
      void message.success(t('common.saved'));
      await queryClient.invalidateQueries({ queryKey: ['/settings'] });
      // The session carries the workspace's name and unit for the whole app.
      await queryClient.invalidateQueries({ queryKey: SESSION_KEY });
    },
    onError: (error) => {
      if (!showFieldErrors(form, error)) failed(error);
    },
  });
  const mayEdit = can('settings.edit');

  return (
    <SettingsPage
      title={t('workspace.place.workspace')}
      explain={t('workspace.company.explain')}
      loading={settings.isPending}
      error={settings.error}
      onRetry={() => void settings.refetch()}
    >
      <div className="lw-panel">
        <Form<WorkspaceSettings>
          form={form}
          layout="vertical"
          className="lw-form"
          disabled={!mayEdit}
          initialValues={settings.data ?? {}}
          onFinish={(values) => save.mutate({ ...values, workspaceName: values.workspaceName.trim(), timeZone: settings.data?.timeZone ?? 'Asia/Shanghai' })}
        >
          <Form.Item name="workspaceName" label={t('workspace.field.workspaceName')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="moneyUnit" label={t('app.switch.moneyUnit')} extra={t('workspace.company.moneyHint')}>
            <Segmented options={MONEY_UNITS.map((value) => ({ value, label: t(`common.unit.${value}`) }))} />
          </Form.Item>
          <Form.Item label={t('workspace.company.timeZone')} extra={t('workspace.company.timeZoneHint')}>
            {settings.data?.timeZone ?? 'Asia/Shanghai'}
          </Form.Item>
          {mayEdit && (
            <Button type="primary" htmlType="submit" loading={save.isPending}>
              {t('common.save')}
            </Button>
          )}
        </Form>
      </div>
      <p className="lw-muted">Leadwell {version}</p>
    </SettingsPage>
  );
}
