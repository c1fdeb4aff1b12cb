import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { usePreferences } from '../common/preferences';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { DoorPage } from './DoorPage';
import { usePasswordRules } from './passwordRules';
import { type SetupDraft, useSession, useSetup } from './session';

/** First run: names the workspace and makes its administrator. The code proves that the person can see the server's console. */
export function Setup() {
  const { t } = useTranslation();
  const session = useSession().data;
  const setup = useSetup();
  const password = usePasswordRules();
  const { language } = usePreferences();
  const [params] = useSearchParams();
  const [form] = Form.useForm<Omit<SetupDraft, 'locale'>>();

  if (session && session.state !== 'setup') return <Navigate to="/" replace />;

  const required = [{ required: true, whitespace: true, message: t('common.required') }];
  return (
    <DoorPage title={t('workspace.setup.title')} hint={t('workspace.setup.hint')}>
      {setup.error && <Alert type="error" showIcon title={setup.error.message} />}
      <Form
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ code: params.get('code') ?? '' }}
        onFinish={(values) =>
          setup.mutate({ ...values, locale: language }, { onError: (error) => showFieldErrors(form, error) })
        }
      >
        <Form.Item name="code" label={t('workspace.setup.code')} rules={required} extra={t('workspace.setup.codeHint')}>
          <Input autoComplete="off" />
        </Form.Item>
        <Form.Item name="workspaceName" label={t('workspace.field.workspaceName')} rules={required}>
          <Input maxLength={100} placeholder={t('workspace.setup.workspaceExample')} autoComplete="organization" />
        </Form.Item>
        <Form.Item name="name" label={t('workspace.field.name')} rules={required}>
          <Input maxLength={60} autoComplete="name" />
        </Form.Item>
        <Form.Item name="email" label={t('workspace.field.email')} rules={[...required, { type: 'email', message: t('workspace.field.emailWrong') }]}>
          <Input autoComplete="username" inputMode="email" />
        </Form.Item>
        <Form.Item name="password" label={t('workspace.field.password')} rules={password.needed} extra={password.hint}>
          <Input.Password autoComplete="new-password" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={setup.isPending}>
          {t('workspace.setup.enter')}
        </Button>
      </Form>
    </DoorPage>
  );
}
