import { Alert, App, Form, Input, Radio, Select, Switch, TreeSelect } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useCampaignOptions } from '../campaigns/campaigns';
import { channelOptions, channelTree, useChannels } from '../campaigns/channels';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { useCan } from '../workspace/session';
import {
  type Attachment, type Code, CODE_KINDS, type CodeDraft, type CodeKind, CONNECTION_OF, MOST_USERS,
} from './model';
import { useColleagues, useConnectionOptions, useSaveCode } from './wecom';
import { WelcomeFields } from './WelcomeFields';

interface CodeForm {
  kind: CodeKind;
  connectionId: string | null;
  name: string;
  channelId?: string | null;
  campaignId?: string | null;
  users?: string[];
  skipVerify?: boolean;
  welcomeText?: string;
  attachments?: Attachment[];
  page?: string | null;
  query?: string | null;
}

function draftOf(values: CodeForm): CodeDraft {
  const { kind } = values;
  const text = values.welcomeText?.trim() ?? '';
  const attachments = values.attachments ?? [];
  return {
    kind,
    connectionId: values.connectionId ?? '',
    name: values.name.trim(),
    channelId: values.channelId ?? null,
    campaignId: values.campaignId ?? null,
    users: MOST_USERS[kind] > 0 ? (values.users ?? []) : [],
    skipVerify: values.skipVerify ?? false,
    welcome: kind !== 'mini' && (text || attachments.length > 0) ? { text, attachments } : null,
    page: kind === 'mini' ? values.page?.trim() || null : null,
    query: kind === 'mini' ? values.query?.trim() || null : null,
  };
}

interface CodeDrawerProps {
  code: Code | 'new' | null;
  kind: CodeKind;
  onClose: () => void;
  onSaved: (code: Code) => void;
}

export function CodeDrawer({ code, kind: firstKind, onClose, onSaved }: CodeDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const can = useCan();
  const [form] = Form.useForm<CodeForm>();
  const [campaignText, setCampaignText] = useState('');
  const existing = code === 'new' ? null : code;
  const kind = Form.useWatch('kind', form) ?? existing?.kind ?? firstKind;
  const connectionId = Form.useWatch('connectionId', form) ?? existing?.connectionId ?? null;
  const options = useConnectionOptions(code !== null);
  const connections = (options.data ?? []).filter((one) => one.kind === CONNECTION_OF[kind]);
  const channels = useChannels().data ?? [];
  const campaigns = useCampaignOptions(campaignText);
  const colleagues = useColleagues(MOST_USERS[kind] > 0 ? connectionId : null);
  const save = useSaveCode();

  const close = () => {
    save.reset();
    onClose();
  };
  const only = (wanted: CodeKind) => {
    const fitting = (options.data ?? []).filter((one) => one.kind === CONNECTION_OF[wanted]);
    return fitting.length === 1 ? (fitting[0]?.id ?? null) : null;
  };

  // The drawer may be open before it is known what there is to choose from.
  const single = code === 'new' && connections.length === 1 ? connections[0]?.id : undefined;
  useEffect(() => {
    if (single && !form.getFieldValue('connectionId')) form.setFieldValue('connectionId', single);
  }, [single, form]);

  return (
    <EditDrawer<CodeForm>
      open={code !== null}
      title={existing ? t('wecom.code.edit') : t('wecom.code.new')}
      onClose={close}
      form={form}
      initialValues={{
        kind: existing?.kind ?? firstKind,
        connectionId: existing?.connectionId ?? only(firstKind),
        name: existing?.name ?? '',
        channelId: existing?.channelId ?? null,
        campaignId: existing?.campaignId ?? null,
        users: existing?.users ?? [],
        skipVerify: existing?.skipVerify ?? true,
        welcomeText: existing?.welcome?.text ?? '',
        attachments: existing?.welcome?.attachments ?? [],
        page: existing?.page ?? null,
        query: existing?.query ?? null,
      }}
      onFinish={(values) =>
        save.mutate(existing ? { id: existing.id, draft: draftOf(values) } : { draft: draftOf(values) }, {
          onSuccess: (saved) => {
            if (saved.status === 'live') void message.success(t(existing ? 'common.saved' : 'wecom.code.made'));
            else void message.warning(saved.problem ?? t(`wecom.status.${saved.status}`));
            close();
            onSaved(saved);
          },
          onError: (error) => showFieldErrors(form, error),
        })
      }
      saving={save.isPending}
      error={save.error}
    >
      {!existing && (
        <Form.Item name="kind" label={t('wecom.code.kind')}>
          <Radio.Group className="lw-choices" onChange={(event) => form.setFieldValue('connectionId', only(event.target.value as CodeKind))}>
            {CODE_KINDS.map((value) => (
              <Radio key={value} value={value}>
                <strong>{t(`wecom.codeKind.${value}`)}</strong>
                <div className="lw-muted">{t(`wecom.codeKindHint.${value}`)}</div>
              </Radio>
            ))}
          </Radio.Group>
        </Form.Item>
      )}
      {options.isSuccess && connections.length === 0 && (
        <Alert
          type="warning"
          showIcon
          style={{ marginBottom: 12 }}
          title={t(`wecom.code.noConnection.${CONNECTION_OF[kind]}`)}
          action={can('settings.edit') && <Link to="/settings/wecom">{t('wecom.code.connect')}</Link>}
        />
      )}
      <Form.Item
        name="connectionId"
        label={t('wecom.code.connection')}
        hidden={existing !== null || connections.length === 1}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <Select options={connections.map((one) => ({ value: one.id, label: one.name }))} />
      </Form.Item>
      <Form.Item name="name" label={t('wecom.code.name')} extra={t('wecom.code.nameHint')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={60} />
      </Form.Item>
      <Form.Item name="channelId" label={t('common.field.channel')} extra={t('wecom.code.channelHint')}>
        <TreeSelect
          allowClear
          showSearch={{ treeNodeFilterProp: 'title' }}
          treeDefaultExpandAll
          treeData={channelOptions(channelTree(channels), existing?.channelId)}
        />
      </Form.Item>
      <Form.Item name="campaignId" label={t('common.field.campaign')}>
        <Select
          allowClear
          showSearch={{ filterOption: false, onSearch: setCampaignText }}
          loading={campaigns.isFetching}
          options={(campaigns.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      {MOST_USERS[kind] > 0 && (
        <>
          <Form.Item
            name="users"
            label={t('wecom.code.users')}
            extra={t('wecom.code.usersHint', { most: MOST_USERS[kind] })}
            rules={[{ required: true, type: 'array', min: 1, max: MOST_USERS[kind], message: t('wecom.code.usersWrong', { most: MOST_USERS[kind] }) }]}
          >
            <Select
              mode="multiple"
              showSearch={{ optionFilterProp: 'label' }}
              loading={colleagues.isFetching}
              notFoundContent={t('wecom.code.noUsers')}
              options={(colleagues.data ?? []).filter((one) => !one.goneAt).map((one) => ({ value: one.userId, label: one.name ?? one.userId }))}
            />
          </Form.Item>
          <Form.Item name="skipVerify" label={t('wecom.code.skipVerify')} valuePropName="checked" extra={t('wecom.code.skipVerifyHint')}>
            <Switch />
          </Form.Item>
        </>
      )}
      {kind === 'mini' && (
        <>
          <Form.Item name="page" label={t('wecom.code.page')} extra={t('wecom.code.pageHint')}>
            <Input maxLength={200} placeholder="pages/index/index" />
          </Form.Item>
          <Form.Item name="query" label={t('wecom.code.query')} extra={t('wecom.code.queryHint')}>
            <Input maxLength={800} placeholder="from=sms&topic=mes" />
          </Form.Item>
        </>
      )}
      {kind !== 'mini' && <WelcomeFields withAttachments={kind !== 'follow'} />}
    </EditDrawer>
  );
}
