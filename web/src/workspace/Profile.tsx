import { App, Button, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Language } from '../common/model';
import { usePreferences } from '../common/preferences';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { RecordSection } from '../common/templates/RecordSection';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useFailure } from '../common/templates/useFailure';
import { MySessions } from './MySessions';
import { PasswordForm } from './PasswordForm';
import { useUpdateMe, useUser } from './session';

export function Profile() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const user = useUser();
  const { setLanguage } = usePreferences();
  const update = useUpdateMe();
  const failed = useFailure();
  const [form] = Form.useForm<{ name: string; locale: Language }>();

  return (
    <SettingsPage title={t('workspace.place.profile')} explain={t('workspace.profile.explain')}>
      <div className="lw-panel">
        <RecordSection title={t('workspace.profile.me')}>
          <Form
            form={form}
            layout="vertical"
            className="lw-form"
            initialValues={{ name: user.name, locale: user.locale }}
            onFinish={(values) =>
              update.mutate(
                { name: values.name.trim(), locale: values.locale },
                {
                  onSuccess: () => {
                    setLanguage(values.locale);
                    void message.success(t('common.saved'));
                  },
                  onError: (error) => {
                    if (!showFieldErrors(form, error)) failed(error);
                  },
                },
              )
            }
          >
            <Form.Item name="name" label={t('workspace.field.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
              <Input maxLength={60} autoComplete="name" />
            </Form.Item>
            <Form.Item label={t('workspace.field.email')} extra={t('workspace.profile.emailHint')}>
              <Input value={user.email} disabled />
            </Form.Item>
            <Form.Item name="locale" label={t('workspace.profile.language')}>
              <Select
                options={[
                  { value: 'zh-CN', label: '简体中文' },
                  { value: 'en', label: 'English' },
                ]}
              />
            </Form.Item>
            <Form.Item label={t('workspace.field.role')}>
              {t(`common.role.${user.role}`)} · {t(`common.scope.${user.scope}`)}
            </Form.Item>
            <Button type="primary" htmlType="submit" loading={update.isPending}>
              {t('common.save')}
            </Button>
          </Form>
        </RecordSection>
      </div>
      <div className="lw-panel">
        <RecordSection title={t('workspace.profile.password')}>
          <PasswordForm />
        </RecordSection>
      </div>
      <div className="lw-panel">
        <RecordSection title={t('workspace.profile.sessions')}>
          <MySessions />
        </RecordSection>
      </div>
    </SettingsPage>
  );
}
