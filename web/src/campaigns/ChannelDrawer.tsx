import { App, Form, Input, Select, TreeSelect } from 'antd';
import { useTranslation } from 'react-i18next';
import { type Frame, FRAMES, SOURCE_CLASSES, type SourceClass } from '../common/model';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { channelOptions, channelTree, descendants, useChannels, useSaveChannel } from './channels';
import { ChannelSources } from './ChannelSources';
import type { Channel } from './model';
import './sources.css';

/** A channel to change, or a new one, perhaps below another. */
export interface ChannelEdit {
  channel?: Channel;
  parent?: Channel;
}

interface ChannelForm {
  name: string;
  parentId: string | null;
  frame: Frame;
  sourceClass: SourceClass;
}

export function ChannelDrawer({ edit, onClose }: { edit: ChannelEdit | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<ChannelForm>();
  const channels = useChannels().data ?? [];
  const save = useSaveChannel();
  const channel = edit?.channel;
  const forbidden = new Set(channel ? descendants(channels, channel.id) : []);
  const parents = channelOptions(channelTree(channels.filter((one) => !forbidden.has(one.id))), channel?.parentId);

  const close = () => {
    save.reset();
    onClose();
  };

  return (
    <EditDrawer<ChannelForm>
      open={edit !== null}
      title={channel ? t('campaigns.channel.edit') : t('campaigns.channel.new')}
      onClose={close}
      form={form}
      initialValues={{
        name: channel?.name ?? '',
        parentId: channel?.parentId ?? edit?.parent?.id ?? null,
        frame: channel?.frame ?? edit?.parent?.frame ?? 'digital',
        sourceClass: channel?.sourceClass ?? edit?.parent?.sourceClass ?? 'marketing',
      }}
      onFinish={(values) => {
        const draft = { ...values, name: values.name.trim(), parentId: values.parentId ?? null };
        save.mutate(channel ? { id: channel.id, draft } : { draft }, {
          onSuccess: () => {
            void message.success(t('campaigns.channel.saved'));
            close();
          },
          onError: (error) => showFieldErrors(form, error),
        });
      }}
      saving={save.isPending}
      error={save.error}
    >
      <Form.Item name="name" label={t('campaigns.channel.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={100} autoFocus />
      </Form.Item>
      <Form.Item name="parentId" label={t('campaigns.channel.parent')} extra={t('campaigns.channel.parentHint')}>
        <TreeSelect
          allowClear
          showSearch={{ treeNodeFilterProp: 'title' }}
          treeDefaultExpandAll
          placeholder={t('campaigns.channel.top')}
          treeData={parents}
        />
      </Form.Item>
      <Form.Item name="frame" label={t('campaigns.channel.frame')} extra={t('campaigns.channel.frameHint')}>
        <Select options={FRAMES.map((value) => ({ value, label: t(`common.frame.${value}`) }))} />
      </Form.Item>
      <Form.Item name="sourceClass" label={t('common.field.sourceClass')} extra={t('campaigns.channel.sourceHint')}>
        <Select options={SOURCE_CLASSES.map((value) => ({ value, label: t(`common.sourceClass.${value}`) }))} />
      </Form.Item>
      {channel && <ChannelSources channelId={channel.id} />}
    </EditDrawer>
  );
}
