import { App, DatePicker, Form, Input, InputNumber, Select, TreeSelect } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { yuanToFen } from '../common/format/money';
import { today } from '../common/format/time';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { useCampaignOptions } from './campaigns';
import { channelOptions, channelTree, useChannels } from './channels';
import type { Spend } from './model';
import { useSaveSpend } from './spend';

interface SpendForm {
  days: [Dayjs, Dayjs];
  amount: number;
  channelId?: string | null;
  campaignId?: string | null;
  plan?: string | null;
  unit?: string | null;
  keyword?: string | null;
  impressions?: number | null;
  clicks?: number | null;
  note?: string | null;
}

function formOf(spend: Spend | null): Partial<SpendForm> {
  if (!spend) return { days: [dayjs(today()), dayjs(today())] };
  const { channelId, campaignId, plan, unit, keyword, impressions, clicks, note } = spend;
  return {
    channelId: channelId ?? null, campaignId: campaignId ?? null, plan: plan ?? null, unit: unit ?? null, keyword: keyword ?? null,
    impressions: impressions ?? null, clicks: clicks ?? null, note: note ?? null,
    days: [dayjs(spend.dayFrom), dayjs(spend.dayTo)],
    amount: spend.amountFen / 100,
  };
}

const text = (value: string | null | undefined) => value?.trim() || null;

export function SpendDrawer({ spend, onClose }: { spend: Spend | 'new' | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<SpendForm>();
  const [search, setSearch] = useState('');
  const channels = useChannels().data ?? [];
  const campaigns = useCampaignOptions(search);
  const save = useSaveSpend();
  const existing = spend === 'new' ? null : spend;

  const close = () => {
    save.reset();
    onClose();
  };
  const finish = ({ days, amount, ...rest }: SpendForm) => {
    const draft = {
      dayFrom: days[0].format('YYYY-MM-DD'),
      dayTo: days[1].format('YYYY-MM-DD'),
      amountFen: yuanToFen(amount),
      channelId: rest.channelId ?? null,
      campaignId: rest.campaignId ?? null,
      plan: text(rest.plan),
      unit: text(rest.unit),
      keyword: text(rest.keyword),
      impressions: rest.impressions ?? null,
      clicks: rest.clicks ?? null,
      note: text(rest.note),
    };
    save.mutate(existing ? { id: existing.id, draft } : { draft }, {
      onSuccess: () => {
        void message.success(t('campaigns.spend.saved'));
        close();
      },
      onError: (error) => showFieldErrors(form, error),
    });
  };
  const whole = { min: 0, precision: 0, style: { width: '100%' } };

  return (
    <EditDrawer<SpendForm>
      open={spend !== null}
      title={existing ? t('campaigns.spend.edit') : t('campaigns.spend.new')}
      onClose={close}
      form={form}
      initialValues={formOf(existing)}
      onFinish={finish}
      saving={save.isPending}
      error={save.error}
    >
      <Form.Item name="days" label={t('campaigns.spend.days')} extra={t('campaigns.spend.daysHint')} rules={[{ required: true, message: t('common.required') }]}>
        <DatePicker.RangePicker style={{ width: '100%' }} format="YYYY-MM-DD" />
      </Form.Item>
      <Form.Item
        name="amount"
        label={`${t('campaigns.spend.amount')} (${t('common.unit.yuan')})`}
        rules={[{ required: true, message: t('common.required') }]}
      >
        <InputNumber<number> min={0} precision={2} style={{ width: '100%' }} autoFocus />
      </Form.Item>
      <Form.Item name="channelId" label={t('common.field.channel')}>
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
          showSearch={{ filterOption: false, onSearch: setSearch }}
          loading={campaigns.isFetching}
          options={(campaigns.data ?? []).map((one) => ({ value: one.id, label: one.name }))}
        />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="impressions" label={t('campaigns.spend.impressions')}>
          <InputNumber<number> {...whole} />
        </Form.Item>
        <Form.Item name="clicks" label={t('campaigns.spend.clicks')}>
          <InputNumber<number> {...whole} />
        </Form.Item>
      </div>
      <Form.Item name="plan" label={t('campaigns.spend.plan')}>
        <Input maxLength={200} />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="unit" label={t('campaigns.spend.unit')}>
          <Input maxLength={200} />
        </Form.Item>
        <Form.Item name="keyword" label={t('campaigns.spend.keyword')}>
          <Input maxLength={200} />
        </Form.Item>
      </div>
      <Form.Item name="note" label={t('common.field.note')}>
        <Input.TextArea rows={2} maxLength={2000} />
      </Form.Item>
    </EditDrawer>
  );
}
