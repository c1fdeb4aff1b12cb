import { App, Form, Input, InputNumber, Select, Switch, TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { channelOptions, channelTree, useChannels } from '../campaigns/channels';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { type Account, type AccountDraft, LEVELS, useSaveAccount } from './baidu';

export function AccountDrawer({ account, onClose }: { account: Account | 'new' | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<AccountDraft>();
  const channels = useChannels().data ?? [];
  const save = useSaveAccount();
  const existing = account === 'new' ? null : account;
  const usual = channels.find((one) => one.name === '百度SEM')?.id;

  const close = () => {
    save.reset();
    onClose();
  };

  return (
    <EditDrawer<AccountDraft>
      open={account !== null}
      title={existing ? t('baidu.edit') : t('baidu.add')}
      onClose={close}
      form={form}
      initialValues={
        existing
          ? { userName: existing.userName, channelId: existing.channelId, level: existing.level, enabled: existing.enabled, fetchHour: existing.fetchHour }
          : { ...(usual ? { channelId: usual } : {}), level: 'keyword', enabled: true, fetchHour: 8 }
      }
      onFinish={({ token, ...values }) => {
        const draft = { ...values, ...(token?.trim() ? { token: token.trim() } : {}) };
        save.mutate(existing ? { id: existing.id, draft } : { draft }, {
          onSuccess: () => {
            void message.success(t('common.saved'));
            close();
          },
          onError: (error) => showFieldErrors(form, error),
        });
      }}
      saving={save.isPending}
      error={save.error}
    >
      <Form.Item name="userName" label={t('baidu.userName')} extra={t('baidu.userNameHint')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={100} autoFocus autoComplete="off" />
      </Form.Item>
      <Form.Item name="token" label="Access Token" extra={existing ? t('baidu.tokenKept') : t('baidu.tokenHint')} rules={existing ? [] : [{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input.Password maxLength={2000} autoComplete="new-password" visibilityToggle={false} />
      </Form.Item>
      <Form.Item name="channelId" label={t('common.field.channel')} extra={t('baidu.channelHint')} rules={[{ required: true, message: t('common.required') }]}>
        <TreeSelect showSearch={{ treeNodeFilterProp: 'title' }} treeDefaultExpandAll treeData={channelOptions(channelTree(channels), existing?.channelId)} />
      </Form.Item>
      <Form.Item name="level" label={t('baidu.level')} extra={t('baidu.levelHint')}>
        <Select options={LEVELS.map((value) => ({ value, label: t(`baidu.levels.${value}`) }))} />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="enabled" label={t('baidu.everyDay')} valuePropName="checked">
          <Switch />
        </Form.Item>
        <Form.Item name="fetchHour" label={t('baidu.fromHour')}>
          <InputNumber<number> min={0} max={23} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
    </EditDrawer>
  );
}
