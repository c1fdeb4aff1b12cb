import { Alert, App, DatePicker, Form, Input, Select, Switch, TreeSelect, Typography } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useDeferredValue } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaignOptions } from '../campaigns/campaigns';
import { channelOptions, channelTree, useChannels } from '../campaigns/channels';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { type LinkDraft, type ShortLink, useSaveLink, useWholeAddress } from './links';

interface LinkForm extends Omit<LinkDraft, 'expiresAt'> {
  expires?: Dayjs | null;
}

interface LinkDrawerProps {
  link: ShortLink | 'new' | null;
  onClose: () => void;
  onMade: (link: ShortLink) => void;
}

const text = (value: string | null | undefined) => value?.trim() || null;

function draft(values: Partial<LinkForm>): LinkDraft {
  return {
    name: values.name?.trim() ?? '',
    page: values.page?.trim() ?? '',
    channelId: values.channelId ?? null,
    campaignId: values.campaignId ?? null,
    content: text(values.content),
    plan: text(values.plan),
    unit: text(values.unit),
    keyword: text(values.keyword),
    code: text(values.code),
    enabled: values.enabled ?? true,
    expiresAt: values.expires ? values.expires.endOf('day').toISOString() : null,
  };
}

/** The page, where the link will stand, and what address that makes. */
export function LinkDrawer({ link, onClose, onMade }: LinkDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<LinkForm>();
  const channels = useChannels().data ?? [];
  const campaigns = useCampaignOptions().data ?? [];
  const save = useSaveLink();
  const existing = link === 'new' ? null : link;
  const values = useDeferredValue(Form.useWatch([], form) as Partial<LinkForm> | undefined);
  const whole = useWholeAddress({ ...draft(values ?? {}), name: '', code: null, enabled: true, expiresAt: null });

  const close = () => {
    save.reset();
    onClose();
  };

  return (
    <EditDrawer<LinkForm>
      open={link !== null}
      title={existing ? t('links.edit') : t('links.new')}
      onClose={close}
      form={form}
      initialValues={existing ? { ...existing, expires: existing.expiresAt ? dayjs(existing.expiresAt) : null } : { enabled: true }}
      onFinish={(all) =>
        save.mutate(existing ? { id: existing.id, draft: draft(all) } : { draft: draft(all) }, {
          onSuccess: (saved) => {
            void message.success(t('common.saved'));
            close();
            if (!existing) onMade(saved);
          },
          onError: (error) => showFieldErrors(form, error),
        })
      }
      saving={save.isPending}
      error={save.error}
    >
      <Form.Item name="name" label={t('links.name')} extra={t('links.nameHint')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={120} autoFocus />
      </Form.Item>
      <Form.Item name="page" label={t('links.page')} extra={t('links.pageHint')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input.TextArea autoSize={{ minRows: 1, maxRows: 4 }} maxLength={2000} placeholder="https://www.example.com/whitepaper" />
      </Form.Item>
      <Form.Item name="channelId" label={t('common.field.channel')}>
        <TreeSelect allowClear showSearch={{ treeNodeFilterProp: 'title' }} treeDefaultExpandAll treeData={channelOptions(channelTree(channels), existing?.channelId)} />
      </Form.Item>
      <Form.Item name="campaignId" label={t('common.field.campaign')}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={campaigns.map((one) => ({ value: one.id, label: one.name }))} />
      </Form.Item>
      <Form.Item name="content" label={t('links.content')} extra={t('links.contentHint')}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="plan" label={t('links.plan')}><Input maxLength={200} /></Form.Item>
        <Form.Item name="unit" label={t('links.unit')}><Input maxLength={200} /></Form.Item>
      </div>
      <Form.Item name="keyword" label={t('links.keyword')}><Input maxLength={200} /></Form.Item>
      {whole.data && (
        <Form.Item label={t('links.target')}>
          <Typography.Text copyable={{ tooltips: [t('common.copy'), t('common.copied')] }} className="lw-link-whole">{whole.data.address}</Typography.Text>
        </Form.Item>
      )}
      {whole.isError && <Alert type="warning" showIcon title={whole.error.message} className="lw-link-wrong" />}
      <div className="lw-form-row">
        {!existing && (
          <Form.Item name="code" label={t('links.code')} extra={t('links.codeHint')}>
            <Input maxLength={40} placeholder={t('links.codeExample')} />
          </Form.Item>
        )}
        <Form.Item name="expires" label={t('links.expires')}>
          <DatePicker style={{ width: '100%' }} format="YYYY-MM-DD" minDate={dayjs()} />
        </Form.Item>
      </div>
      <Form.Item name="enabled" label={t('links.enabled')} valuePropName="checked" extra={t('links.enabledHint')}>
        <Switch />
      </Form.Item>
    </EditDrawer>
  );
}
