import { App, Checkbox, DatePicker, Form, Input, Radio, Switch, TreeSelect } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { channelOptions, channelTree, useChannels } from '../campaigns/channels';
import { formatDay } from '../common/format/time';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { type Connection, CONNECTION_KINDS, type ConnectionKind, type Interaction, INTERACTIONS } from './model';
import { useSaveConnection } from './wecom';

interface ConnectionForm {
  kind: ConnectionKind;
  name: string;
  appId: string;
  agentId?: string | null;
  secret?: string;
  token?: string;
  aesKey?: string;
  channelId?: string | null;
  since?: Dayjs | null;
  interactions: Interaction[];
  active: boolean;
}

interface ConnectionDrawerProps {
  connection: Connection | 'new' | null;
  onClose: () => void;
  onSaved: (connection: Connection) => void;
}

/** Secrets are only ever written: a field that stays empty keeps what is stored. */
export function ConnectionDrawer({ connection, onClose, onSaved }: ConnectionDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<ConnectionForm>();
  const kind = Form.useWatch('kind', form) ?? 'wecom';
  const channels = useChannels().data ?? [];
  const save = useSaveConnection();
  const existing = connection === 'new' ? null : connection;

  const close = () => {
    save.reset();
    onClose();
  };
  const secret = (name: 'secret' | 'token' | 'aesKey', kept: boolean) => (
    <Form.Item
      name={name}
      label={t(`wecom.field.${name}`)}
      extra={kept ? t('wecom.connection.kept') : t(`wecom.hint.${name}.${kind}`)}
    >
      <Input.Password autoComplete="new-password" maxLength={200} placeholder={kept ? '••••••••' : ''} />
    </Form.Item>
  );

  return (
    <EditDrawer<ConnectionForm>
      open={connection !== null}
      title={existing ? t('wecom.connection.edit') : t('wecom.connection.new')}
      onClose={close}
      form={form}
      initialValues={{
        kind: existing?.kind ?? 'wecom',
        name: existing?.name ?? '',
        appId: existing?.appId ?? '',
        agentId: existing?.agentId ?? null,
        channelId: existing?.channelId ?? null,
        since: existing ? dayjs(formatDay(existing.since)) : null,
        interactions: existing?.interactions ?? [...INTERACTIONS],
        active: existing?.active ?? true,
      }}
      onFinish={({ since, secret: typed, token, aesKey, ...rest }) => {
        const draft = {
          ...rest,
          name: rest.name.trim(),
          appId: rest.appId.trim(),
          agentId: rest.agentId?.trim() || null,
          channelId: rest.channelId ?? null,
          interactions: rest.interactions ?? existing?.interactions ?? [],
          // A day begins at midnight in Beijing.
          since: since ? `${since.add(-1, 'day').format('YYYY-MM-DD')}T16:00:00Z` : null,
          ...(typed?.trim() ? { secret: typed.trim() } : {}),
          ...(token?.trim() ? { token: token.trim() } : {}),
          ...(aesKey?.trim() ? { aesKey: aesKey.trim() } : {}),
        };
        save.mutate(existing ? { id: existing.id, draft } : { draft }, {
          onSuccess: (saved) => {
            void message.success(t('common.saved'));
            close();
            onSaved(saved);
          },
          onError: (error) => showFieldErrors(form, error),
        });
      }}
      saving={save.isPending}
      error={save.error}
    >
      <Form.Item name="kind" label={t('wecom.field.kind')}>
        <Radio.Group disabled={existing !== null} className="lw-choices">
          {CONNECTION_KINDS.map((value) => (
            <Radio key={value} value={value}>
              <strong>{t(`wecom.kind.${value}`)}</strong>
              <div className="lw-muted">{t(`wecom.kindHint.${value}`)}</div>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
      <Form.Item name="name" label={t('wecom.field.name')} extra={t('wecom.hint.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="appId" label={t(`wecom.appId.${kind}`)} extra={t(`wecom.hint.appId.${kind}`)} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={64} disabled={existing !== null} autoComplete="off" />
      </Form.Item>
      {kind === 'wecom' && (
        <Form.Item name="agentId" label={t('wecom.field.agentId')} extra={t('wecom.hint.agentId')}>
          <Input maxLength={20} inputMode="numeric" autoComplete="off" />
        </Form.Item>
      )}
      {secret('secret', existing?.hasSecret ?? false)}
      {kind !== 'mini' && secret('token', existing?.hasToken ?? false)}
      {kind !== 'mini' && secret('aesKey', existing?.hasAesKey ?? false)}
      {kind !== 'mini' && (
        <Form.Item name="channelId" label={t('wecom.field.channelId')} extra={t(`wecom.hint.channelId.${kind}`)}>
          <TreeSelect
            allowClear
            showSearch={{ treeNodeFilterProp: 'title' }}
            treeDefaultExpandAll
            treeData={channelOptions(channelTree(channels), existing?.channelId)}
          />
        </Form.Item>
      )}
      {kind !== 'mini' && (
        <Form.Item name="since" label={t('wecom.field.since')} extra={t('wecom.hint.since')}>
          <DatePicker style={{ width: '100%' }} maxDate={dayjs()} />
        </Form.Item>
      )}
      {kind === 'official' && (
        <Form.Item name="interactions" label={t('wecom.field.interactions')} extra={t('wecom.hint.interactions')}>
          <Checkbox.Group options={INTERACTIONS.map((value) => ({ value, label: t(`wecom.interaction.${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item name="active" label={t('wecom.field.active')} valuePropName="checked" extra={t('wecom.hint.active')}>
        <Switch />
      </Form.Item>
    </EditDrawer>
  );
}
