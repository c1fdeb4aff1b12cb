import { App, Button, Form, Input, InputNumber, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../common/RelativeTime';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { type MailTest, type Smtp, type SmtpDraft, useSaveSmtp, useSmtp, useTestSmtp } from './mail';
import './messaging.css';
import { Outbox } from './Outbox';

const BLANK: SmtpDraft = { host: '', port: 465, security: 'tls', userName: '', password: '', fromAddress: '', fromName: '', enabled: true };

/** The mail server that messages leave by, a test of it, and what has left. */
export function MailSettings() {
  const { t } = useTranslation();
  const state = useSmtp();
  const smtp = state.data?.smtp ?? null;
  return (
    <SettingsPage title={t('messaging.title')} explain={t('messaging.explain')} loading={state.isPending} error={state.error} onRetry={() => void state.refetch()}>
      <div className="lw-panel">
        <ServerForm key={smtp?.host ?? 'new'} smtp={smtp} />
      </div>
      {smtp && (
        <div className="lw-panel">
          <h2>{t('messaging.test.title')}</h2>
          <TestForm tests={state.data?.tests ?? []} />
        </div>
      )}
      <div className="lw-panel">
        <h2>{t('messaging.outbox.title')}</h2>
        <Outbox counts={state.data?.messages ?? {}} />
      </div>
    </SettingsPage>
  );
}

function ServerForm({ smtp }: { smtp: Smtp | null }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const failed = useFailure();
  const mayEdit = useCan()('settings.edit');
  const [form] = Form.useForm<SmtpDraft>();
  const save = useSaveSmtp();
  const store = (values: SmtpDraft) => {
    const { password, ...rest } = values;
    save.mutate({ ...rest, userName: rest.userName?.trim() || null, ...(password ? { password } : {}) }, {
      onSuccess: () => {
        form.setFieldValue('password', '');
        void message.success(t('common.saved'));
      },
      onError: (error) => {
        if (!showFieldErrors(form, error)) failed(error);
      },
    });
  };
  const required = { required: true, message: t('common.required') };
  return (
    <Form<SmtpDraft>
      form={form}
      layout="vertical"
      disabled={!mayEdit}
      initialValues={smtp ? { ...BLANK, ...smtp, userName: smtp.userName ?? '', password: '' } : BLANK}
      onFinish={store}
    >
      <div className="lw-form-row">
        <Form.Item name="host" label={t('messaging.field.host')} extra={t('messaging.field.hostHint')} rules={[required]}><Input maxLength={253} placeholder="smtp.exmail.qq.com" /></Form.Item>
        <Form.Item name="security" label={t('messaging.field.security')}>
          <Select
            options={(['tls', 'starttls', 'none'] as const).map((value) => ({ value, label: t(`messaging.security.${value}`) }))}
            onChange={(value: Smtp['security']) => form.setFieldValue('port', { tls: 465, starttls: 587, none: 25 }[value])}
          />
        </Form.Item>
        <Form.Item name="port" label={t('messaging.field.port')} rules={[required]}><InputNumber min={1} max={65535} precision={0} /></Form.Item>
      </div>
      <div className="lw-form-row">
        <Form.Item name="userName" label={t('messaging.field.userName')}><Input maxLength={253} autoComplete="off" /></Form.Item>
        <Form.Item name="password" label={t('messaging.field.password')} extra={t(smtp?.passwordSet ? 'messaging.field.passwordKept' : 'messaging.field.passwordHint')}>
          <Input.Password autoComplete="new-password" placeholder={smtp?.passwordSet ? '••••••••' : ''} />
        </Form.Item>
      </div>
      <div className="lw-form-row">
        <Form.Item name="fromAddress" label={t('messaging.field.fromAddress')} rules={[required]}><Input maxLength={254} inputMode="email" /></Form.Item>
        <Form.Item name="fromName" label={t('messaging.field.fromName')} rules={[required]}><Input maxLength={100} /></Form.Item>
        <Form.Item name="enabled" label={t('messaging.field.enabled')} valuePropName="checked"><Switch /></Form.Item>
      </div>
      {mayEdit && <Button type="primary" htmlType="submit" loading={save.isPending}>{t('common.save')}</Button>}
    </Form>
  );
}

function TestForm({ tests }: { tests: MailTest[] }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const failed = useFailure();
  const mayEdit = useCan()('settings.edit');
  const test = useTestSmtp();
  const send = ({ recipient }: { recipient: string }) =>
    test.mutate(recipient, {
      onSuccess: (result) => void (result.works ? message.success(t('messaging.test.works')) : message.error(result.advice ?? t('messaging.test.fails'))),
      onError: failed,
    });
  return (
    <>
      {mayEdit && (
        <Form<{ recipient: string }> layout="inline" onFinish={send}>
          <Form.Item name="recipient" rules={[{ required: true, type: 'email', message: t('messaging.test.address') }]}>
            <Input inputMode="email" placeholder={t('messaging.test.recipient')} aria-label={t('messaging.test.recipient')} />
          </Form.Item>
          <Button htmlType="submit" loading={test.isPending}>{t('messaging.test.send')}</Button>
        </Form>
      )}
      <ul className="lw-mail-tests">
        {tests.map((one) => (
          <li key={one.at}>
            <strong>{t(one.works ? 'messaging.test.ok' : 'messaging.test.notOk')}</strong> {one.recipient} · {one.byName} · <RelativeTime at={one.at} />
            {one.advice && <div>{one.advice}</div>}
            {one.answer && <div className="lw-muted">{one.answer}</div>}
          </li>
        ))}
      </ul>
    </>
  );
}
