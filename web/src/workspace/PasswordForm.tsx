import { Alert, App, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { usePasswordRules } from './passwordRules';
import { useUpdateMe } from './session';

interface PasswordFields {
  currentPassword: string;
  newPassword: string;
  again: string;
}

export function PasswordForm() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const update = useUpdateMe();
  const password = usePasswordRules();
  const [form] = Form.useForm<PasswordFields>();
  return (
    <Form<PasswordFields>
      form={form}
      layout="vertical"
      className="lw-form"
      onFinish={({ currentPassword, newPassword }) =>
        update.mutate(
          { currentPassword, newPassword },
          {
            onSuccess: () => {
              form.resetFields();
              void message.success(t('workspace.profile.passwordChanged'));
            },
            onError: (error) => showFieldErrors(form, error),
          },
        )
      }
    >
      {update.error && <Alert type="error" showIcon title={update.error.message} style={{ marginBottom: 12 }} />}
      <Form.Item name="currentPassword" label={t('workspace.profile.current')} rules={[{ required: true, message: t('common.required') }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item name="newPassword" label={t('workspace.profile.new')} rules={password.needed} extra={password.hint}>
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="again"
        label={t('workspace.profile.again')}
        dependencies={['newPassword']}
        rules={[
          { required: true, message: t('common.required') },
          ({ getFieldValue }) => ({
            validator: (_rule, value: string) =>
              !value || value === getFieldValue('newPassword')
                ? Promise.resolve()
                : Promise.reject(new Error(t('workspace.profile.differs'))),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Button htmlType="submit" loading={update.isPending}>
        {t('workspace.profile.change')}
      </Button>
    </Form>
  );
}
