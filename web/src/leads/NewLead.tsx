import { App, AutoComplete, Form, Input, Select, TreeSelect } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCampaignOptions } from '../campaigns/campaigns';
import { channelOptions, channelTree, useChannels } from '../campaigns/channels';
import { ApiError } from '../common/api/ApiError';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { useFieldsOf, useWords } from '../fields/fields';
import { FieldInput } from '../fields/FieldInput';
import { fieldName } from '../fields/model';
import { leadCalled } from './leadCalled';
import { useCreateLead, useFacets } from './leads';
import type { LeadDraft } from './model';

interface NewLeadProps {
  open: boolean;
  onClose: () => void;
  /** Shows the lead, new or already there. */
  onLead: (id: string) => void;
}

/** Typing in one lead. When the person already has one, it says so and opens that one instead. */
export function NewLead({ open, onClose, onLead }: NewLeadProps) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const [form] = Form.useForm<LeadDraft>();
  const [campaignText, setCampaignText] = useState('');
  const channels = useChannels().data ?? [];
  const campaigns = useCampaignOptions(campaignText).data ?? [];
  const facets = useFacets().data;
  const words = useWords();
  const custom = useFieldsOf('lead', 'person');
  const create = useCreateLead();

  const close = () => {
    create.reset();
    onClose();
  };
  const finish = (values: LeadDraft) => {
    const filled = Object.entries(values)
      .map(([key, value]) => [key, typeof value === 'string' ? value.trim() : value] as const)
      .filter(([, value]) => value);
    create.mutate(Object.fromEntries(filled), {
      onSuccess: (lead) => {
        close();
        if (!lead.existing) {
          void message.success(t('leads.create.done', { name: leadCalled(lead, t) }));
          onLead(lead.id);
          return;
        }
        modal.info({
          title: t('leads.create.existingTitle'),
          content: t('leads.create.existing', {
            name: leadCalled(lead, t),
            stage: t(`common.stage.${lead.stage}`),
            owner: lead.owner ?? lead.sdr ?? t('leads.noOwner'),
          }),
          okText: t('leads.create.openExisting'),
          onOk: () => onLead(lead.id),
        });
      },
      onError: (error) => {
        showFieldErrors(form, error);
        if (error instanceof ApiError)
          form.setFields(
            custom.flatMap((field) => {
              const wrong = error.errors.filter((entry) => entry.field === fieldName(field)).map((entry) => entry.message);
              return wrong.length ? [{ name: ['custom', fieldName(field)] as never, errors: wrong }] : [];
            }),
          );
      },
    });
  };
  const suggestions = (values: readonly string[] | undefined) => (values ?? []).map((value) => ({ value }));
  const within = (typed: string, option?: { value: string }) => (option?.value ?? '').includes(typed);

  return (
    <EditDrawer<LeadDraft>
      open={open}
      title={t('leads.create.title')}
      onClose={close}
      form={form}
      initialValues={{}}
      onFinish={finish}
      saving={create.isPending}
      error={create.error}
      saveText={t('leads.create.save')}
    >
      <Form.Item
        name="name"
        label={t('leads.field.name')}
        dependencies={['phone', 'email']}
        rules={[
          ({ getFieldsValue }) => ({
            validator: () =>
              Object.values(getFieldsValue(['name', 'phone', 'email']) as LeadDraft).some((value) => value?.trim())
                ? Promise.resolve()
                : Promise.reject(new Error(t('leads.create.contactNeeded'))),
          }),
        ]}
      >
        <Input maxLength={100} autoFocus autoComplete="off" />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="phone" label={t('leads.field.phone')}>
          <Input inputMode="tel" autoComplete="off" />
        </Form.Item>
        <Form.Item name="email" label={t('leads.field.email')} rules={[{ type: 'email', message: t('leads.create.emailWrong') }]}>
          <Input inputMode="email" autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="company" label={t('common.field.company')}>
        <Input maxLength={200} autoComplete="off" />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="title" label={t('leads.field.title')}>
          <Input maxLength={100} autoComplete="off" />
        </Form.Item>
        <Form.Item name="industry" label={t('leads.field.industry')}>
          <AutoComplete options={suggestions(facets?.industries)} showSearch={{ filterOption: within }} maxLength={100} />
        </Form.Item>
        <Form.Item name="province" label={t('leads.field.province')}>
          <AutoComplete options={suggestions(facets?.provinces)} showSearch={{ filterOption: within }} maxLength={60} />
        </Form.Item>
        <Form.Item name="city" label={t('leads.field.city')}>
          <Input maxLength={60} autoComplete="off" />
        </Form.Item>
      </div>
      <Form.Item name="channelId" label={t('common.field.channel')} extra={t('leads.create.channelHint')}>
        <TreeSelect allowClear showSearch={{ treeNodeFilterProp: 'title' }} treeDefaultExpandAll treeData={channelOptions(channelTree(channels))} />
      </Form.Item>
      <Form.Item name="campaignId" label={t('common.field.campaign')}>
        <Select
          allowClear
          showSearch={{ filterOption: false, onSearch: setCampaignText }}
          options={campaigns.map((campaign) => ({ value: campaign.id, label: campaign.name }))}
        />
      </Form.Item>
      {custom.map((field) => (
        <Form.Item
          key={fieldName(field)}
          name={['custom', fieldName(field)]}
          label={words(field.label)}
          extra={words(field.help) || undefined}
          rules={field.required ? [{ required: true, message: t('common.required') }] : []}
        >
          <FieldInput field={field} />
        </Form.Item>
      ))}
      <Form.Item name="note" label={t('common.field.note')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </EditDrawer>
  );
}
