import { App, DatePicker, Form, Input, InputNumber, Select, TreeSelect } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { yuanToFen } from '../common/format/money';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { useUserOptions } from '../workspace/users';
import { channelOptions, channelTree, useChannels } from './channels';
import { useSaveCampaign } from './campaigns';
import { type Campaign, CAMPAIGN_KINDS, CAMPAIGN_STATUSES, type CampaignKind, type CampaignStatus } from './model';

interface CampaignForm {
  name: string;
  kind: CampaignKind;
  status: CampaignStatus;
  channelId?: string | null;
  days?: [Dayjs | null, Dayjs | null] | null;
  budget?: number | null;
  ownerId?: string | null;
  note?: string | null;
  code?: string | null;
}

function formOf(campaign: Campaign | null): CampaignForm {
  if (!campaign) return { name: '', kind: 'digital', status: 'planned' };
  const { name, kind, status, channelId, ownerId, note, code, startsOn, endsOn, budgetFen } = campaign;
  return {
    name, kind, status, channelId: channelId ?? null, ownerId: ownerId ?? null, note: note ?? null, code: code ?? null,
    days: [startsOn ? dayjs(startsOn) : null, endsOn ? dayjs(endsOn) : null],
    budget: budgetFen === null || budgetFen === undefined ? null : budgetFen / 100,
  };
}

interface CampaignDrawerProps {
  campaign: Campaign | 'new' | null;
  onClose: () => void;
}

export function CampaignDrawer({ campaign, onClose }: CampaignDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<CampaignForm>();
  const channels = useChannels().data ?? [];
  const users = useUserOptions().data ?? [];
  const save = useSaveCampaign();
  const existing = campaign === 'new' ? null : campaign;

  const close = () => {
    save.reset();
    onClose();
  };
  const finish = (values: CampaignForm) => {
    const { days, budget, ...rest } = values;
    const draft = {
      ...rest,
      name: values.name.trim(),
      channelId: values.channelId ?? null,
      ownerId: values.ownerId ?? null,
      note: values.note?.trim() || null,
      code: values.code?.trim() || null,
      startsOn: days?.[0]?.format('YYYY-MM-DD') ?? null,
      endsOn: days?.[1]?.format('YYYY-MM-DD') ?? null,
      budgetFen: typeof budget === 'number' ? yuanToFen(budget) : null,
    };
    save.mutate(existing ? { id: existing.id, draft } : { draft }, {
      onSuccess: () => {
        void message.success(t('campaigns.campaign.saved'));
        close();
      },
      onError: (error) => showFieldErrors(form, error),
    });
  };

  return (
    <EditDrawer<CampaignForm>
      open={campaign !== null}
      title={existing ? t('campaigns.campaign.edit') : t('campaigns.campaign.new')}
      onClose={close}
      form={form}
      initialValues={formOf(existing)}
      onFinish={finish}
      saving={save.isPending}
      error={save.error}
    >
      <Form.Item name="name" label={t('campaigns.campaign.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="kind" label={t('campaigns.campaign.kindLabel')}>
          <Select options={CAMPAIGN_KINDS.map((value) => ({ value, label: t(`campaigns.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="status" label={t('common.field.status')}>
          <Select options={CAMPAIGN_STATUSES.map((value) => ({ value, label: t(`campaigns.status.${value}`) }))} />
        </Form.Item>
      </div>
      <Form.Item name="channelId" label={t('common.field.channel')}>
        <TreeSelect
          allowClear
          showSearch={{ treeNodeFilterProp: 'title' }}
          treeDefaultExpandAll
          treeData={channelOptions(channelTree(channels), existing?.channelId)}
        />
      </Form.Item>
      <Form.Item name="code" label={t('campaigns.campaign.code')} extra={t('campaigns.campaign.codeHint')}>
        <Input maxLength={100} />
      </Form.Item>
      <Form.Item name="days" label={t('campaigns.campaign.days')}>
        <DatePicker.RangePicker allowEmpty={[true, true]} style={{ width: '100%' }} format="YYYY-MM-DD" />
      </Form.Item>
      <Form.Item name="budget" label={`${t('common.field.budget')} (${t('common.unit.yuan')})`}>
        <InputNumber<number> min={0} precision={2} style={{ width: '100%' }} />
      </Form.Item>
      <Form.Item name="ownerId" label={t('common.field.owner')}>
        <Select
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={users.filter((user) => user.active || user.id === existing?.ownerId).map((user) => ({ value: user.id, label: user.name }))}
        />
      </Form.Item>
      <Form.Item name="note" label={t('common.field.note')}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
    </EditDrawer>
  );
}
