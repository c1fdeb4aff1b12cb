import { App, Button, DatePicker, Form, Input, InputNumber, Select, TreeSelect } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { channelOptions, channelTree, useChannels } from '../campaigns/channels';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { departmentOptions } from '../workspace/departmentTree';
import { useDepartments, useUserOptions } from '../workspace/users';
import { type Item, ITEM_KINDS, PLAN_STATUSES, type PlanDraft, type PlanEntry, SERVED_STAGES } from './model';
import { useDeleteEntry, useSaveEntry } from './plan';

type EntryForm = Omit<PlanDraft, 'dueOn'> & { due?: Dayjs | null };

function formOf(entry: PlanEntry | null): EntryForm {
  if (!entry) return { topic: '', status: 'idea' };
  const { id: _id, place: _place, dueOn, ...rest } = entry;
  return { ...rest, due: dueOn ? dayjs(dueOn) : null };
}

interface PlanDrawerProps {
  entry: PlanEntry | 'new' | null;
  items: Item[];
  readOnly: boolean;
  onClose: () => void;
}

export function PlanDrawer({ entry, items, readOnly, onClose }: PlanDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<EntryForm>();
  const save = useSaveEntry();
  const remove = useDeleteEntry();
  const undoable = useUndoToast();
  const failed = useFailure();
  const users = useUserOptions().data ?? [];
  const departments = useDepartments().data ?? [];
  const channels = useChannels().data ?? [];
  const existing = entry === 'new' ? null : entry;

  const close = () => {
    save.reset();
    onClose();
  };
  const finish = ({ due, ...values }: EntryForm) => {
    if (readOnly) return;
    const draft: PlanDraft = { ...values, topic: values.topic.trim(), dueOn: due?.format('YYYY-MM-DD') ?? null };
    save.mutate(existing ? { id: existing.id, draft } : { draft }, {
      onSuccess: () => {
        void message.success(t('common.saved'));
        close();
      },
      onError: (error) => showFieldErrors(form, error),
    });
  };
  const drop = (gone: PlanEntry) =>
    remove.mutate(gone.id, {
      onSuccess: () => {
        const { id: _id, place: _place, ...draft } = gone;
        undoable(t('content.plan.deleted', { topic: gone.topic }), () => save.mutateAsync({ draft }));
        close();
      },
      onError: failed,
    });

  return (
    <EditDrawer<EntryForm>
      open={entry !== null}
      title={existing ? t('content.plan.edit') : t('content.plan.new')}
      onClose={close}
      form={form}
      initialValues={formOf(existing)}
      onFinish={finish}
      saving={save.isPending}
      error={save.error}
    >
      <Form.Item name="topic" label={t('content.plan.topic')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={200} autoFocus />
      </Form.Item>
      {!existing && (
        <Form.Item name="status" label={t('common.field.status')}>
          <Select options={PLAN_STATUSES.map((value) => ({ value, label: t(`content.planStatus.${value}`) }))} />
        </Form.Item>
      )}
      <div className="lw-form-row">
        <Form.Item name="kind" label={t('content.field.kind')}>
          <Select allowClear options={ITEM_KINDS.map((value) => ({ value, label: t(`content.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="due" label={t('content.plan.due')}>
          <DatePicker style={{ width: '100%' }} format="YYYY-MM-DD" />
        </Form.Item>
      </div>
      <div className="lw-form-row">
        <Form.Item name="audience" label={t('content.plan.audience')}><Input maxLength={200} /></Form.Item>
        <Form.Item name="serves" label={t('content.field.serves')}>
          <Select allowClear options={SERVED_STAGES.map((value) => ({ value, label: t(`content.serves.${value}`) }))} />
        </Form.Item>
      </div>
      <div className="lw-form-row">
        <Form.Item name="authorId" label={t('content.field.author')}>
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={users.map((user) => ({ value: user.id, label: user.name }))} />
        </Form.Item>
        <Form.Item name="departmentId" label={t('content.field.department')} extra={t('content.field.departmentHint')}>
          <TreeSelect allowClear treeDefaultExpandAll treeData={departmentOptions(departments)} />
        </Form.Item>
      </div>
      <Form.Item name="channelId" label={t('common.field.channel')}>
        <TreeSelect allowClear treeDefaultExpandAll treeData={channelOptions(channelTree(channels), existing?.channelId)} />
      </Form.Item>
      <div className="lw-form-row">
        <Form.Item name="expectedLeads" label={t('content.plan.expectedLeads')}>
          <InputNumber<number> min={0} precision={0} style={{ width: '100%' }} />
        </Form.Item>
        <Form.Item name="expectedReads" label={t('content.plan.expectedReads')}>
          <InputNumber<number> min={0} precision={0} style={{ width: '100%' }} />
        </Form.Item>
      </div>
      <Form.Item name="itemId" label={t('content.plan.item')} extra={existing?.itemId && <Link to={`/content/${existing.itemId}`}>{t('content.plan.openItem')}</Link>}>
        <Select allowClear showSearch={{ optionFilterProp: 'label' }} options={items.map((item) => ({ value: item.id, label: item.title }))} />
      </Form.Item>
      <Form.Item name="note" label={t('common.field.note')}><Input.TextArea rows={3} maxLength={2000} /></Form.Item>
      {existing && !readOnly && (
        <Button danger type="text" loading={remove.isPending} onClick={() => drop(existing)}>{t('common.delete')}</Button>
      )}
    </EditDrawer>
  );
}
