import { Alert, Button, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Navigate, useSearchParams } from 'react-router';
import { ApiError } from '../common/api/ApiError';
import { DoorPage } from './DoorPage';
import { safeReturn } from './safeReturn';
import { useLogin, useSession } from './session';

export function Login() {
  const { t } = useTranslation();
  const session = useSession().data;
  const login = useLogin();
  const [params] = useSearchParams();

  if (session?.state === 'signedIn') return <Navigate to={safeReturn(params.get('return'))} replace />;
  if (session?.state === 'setup') return <Navigate to="/setup" replace />;

  const wait = login.error instanceof ApiError ? login.error.retryAfterSeconds : undefined;
  return (
    <DoorPage title={session?.workspace.name || t('workspace.login.title')} hint={t('workspace.login.hint')}>
      {params.get('return') && !login.error && <Alert type="info" showIcon title={t('workspace.login.again')} />}
      {login.error && (
        <Alert
          type="error"
          showIcon
          title={login.error.message}
          {...(wait ? { description: t('workspace.login.wait', { minutes: Math.ceil(wait / 60) }) } : {})}
        />
      )}
      <Form<{ email: string; password: string }>
        layout="vertical"
        requiredMark={false}
        onFinish={(values) => login.mutate(values)}
      >
        <Form.Item name="email" label={t('workspace.field.email')} rules={[{ required: true, message: t('common.required') }]}>
          <Input type="email" autoComplete="username" autoFocus size="large" inputMode="email" />
        </Form.Item>
        <Form.Item name="password" label={t('workspace.field.password')} rules={[{ required: true, message: t('common.required') }]}>
          <Input.Password autoComplete="current-password" size="large" />
        </Form.Item>
        <Button type="primary" htmlType="submit" size="large" block loading={login.isPending}>
          {t('workspace.login.enter')}
        </Button>
      </Form>
      <p className="lw-muted">{session?.demo ? t('workspace.login.demo') : t('workspace.login.forgot')}</p>
    </DoorPage>
  );
}
