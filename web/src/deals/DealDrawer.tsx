import { Form, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../common/api/ApiError';
import { EditDrawer } from '../common/templates/EditDrawer';
import { fieldPath, showFieldErrors } from '../common/templates/fieldErrors';
import { useUndoToast } from '../common/templates/useUndoToast';
import type { Opportunity } from '../leads/model';
import { ContractFields } from './ContractFields';
import { DealFields } from './DealFields';
import { type DealForm, type DealMode, draftOf, formField, formOf } from './dealForm';
import { undoDeal, useSaveDeal } from './deals';
import { LossFields } from './LossFields';
import { OUTCOMES } from './model';
import { PocFields } from './PocFields';

export interface DealTarget {
  mode: DealMode;
  /** Null for a new one. */
  opportunity: Opportunity | null;
}

interface DealDrawerProps {
  target: DealTarget | null;
  /** Leads a new opportunity may belong to; one is taken without asking. */
  leads: { id: string; label: string; ownerId?: string | null }[];
  onClose: () => void;
}

/** Opens, corrects, wins or loses an opportunity; winning and losing ask only for what they need. */
export function DealDrawer({ target, leads, onClose }: DealDrawerProps) {
  const { t } = useTranslation();
  const toast = useUndoToast();
  const [form] = Form.useForm<DealForm>();
  const save = useSaveDeal();
  const mode = target?.mode ?? 'new';
  const opportunity = target?.opportunity ?? null;
  const outcome = Form.useWatch('outcome', form) ?? formOf(opportunity, mode).outcome;
  const whole = mode === 'new' || mode === 'edit';
  const start = formOf(opportunity, mode);

  const close = () => {
    save.reset();
    onClose();
  };
  const finish = (values: DealForm) => {
    const leadId = opportunity?.leadId ?? values.leadId ?? leads[0]?.id;
    if (!leadId) return;
    const draft = draftOf(values, opportunity, mode);
    save.mutate(opportunity ? { leadId, id: opportunity.id, draft } : { leadId, draft }, {
      onSuccess: ({ opportunity: saved, undo }) => {
        close();
        toast(t(`deals.done.${mode}`, { name: saved.name }), () => undoDeal(saved.id, undo));
      },
      onError: (error) => {
        if (error instanceof ApiError) showFieldErrors(form, named(error));
      },
    });
  };

  return (
    <EditDrawer<DealForm>
      open={target !== null}
      title={t(`deals.title.${mode}`)}
      onClose={close}
      form={form}
      initialValues={opportunity ? start : { ...start, ownerId: leads[0]?.ownerId ?? null, ...(leads[0] ? { leadId: leads[0].id } : {}) }}
      onFinish={finish}
      saving={save.isPending}
      error={unseen(save.error, form.getFieldsValue(true) as object)}
      saveText={t(`deals.save.${mode}`)}
    >
      {!opportunity && leads.length > 1 && (
        <Form.Item name="leadId" label={t('deals.field.lead')} rules={[{ required: true, message: t('common.required') }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={leads.map(({ id, label }) => ({ value: id, label }))} />
        </Form.Item>
      )}
      {whole && (
        <>
          <DealFields />
          <PocFields />
          <Form.Item name="outcome" label={t('deals.field.outcome')}>
            <Radio.Group optionType="button" options={OUTCOMES.map((value) => ({ value, label: t(`deals.outcome.${value}`) }))} />
          </Form.Item>
        </>
      )}
      {outcome === 'won' && <ContractFields />}
      {outcome === 'lost' && <LossFields />}
    </EditDrawer>
  );
}

function named(error: ApiError): ApiError {
  return new ApiError(error.status, error.code, error.message, error.errors.map((one) => ({ ...one, field: formField(one.field) })));
}

/** What is wrong with a field that is not in sight is said above the form. */
function unseen(error: Error | null, values: object): Error | null {
  if (!(error instanceof ApiError)) return error;
  const hidden = error.errors.filter((one) => !(String(fieldPath(formField(one.field))[0]) in values));
  return hidden.length === 0 ? error : new Error(hidden.map((one) => one.message).join(' '));
}
