import { App, Button, Form, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { useFailure } from '../common/templates/useFailure';
import { editable, isComplete } from '../rules/model';
import { RuleBuilder } from '../rules/RuleBuilder';
import { useCatalogue, useFieldWords } from '../rules/rules';
import type { DefinitionDraft } from './model';
import { useSaveDefinition } from './qualification';

interface DefinitionFormProps {
  id?: string;
  draft: DefinitionDraft;
  onClose: () => void;
}

/** The words and the rule of a version that nobody has signed yet. */
export function DefinitionForm({ id, draft, onClose }: DefinitionFormProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const failed = useFailure();
  const save = useSaveDefinition();
  const { called } = useFieldWords();
  const catalogue = useCatalogue().data;
  const [form] = Form.useForm<{ said: string; required: string[] }>();
  const [rule, setRule] = useState(draft.rule);
  const complete = catalogue !== undefined && isComplete(editable(rule), catalogue);
  const keep = (values: { said: string; required: string[] }) =>
    save.mutate(
      { id, draft: { ...values, rule } },
      {
        onSuccess: () => {
          void message.success(t('common.saved'));
          onClose();
        },
        onError: (error) => showFieldErrors(form, error) || failed(error),
      },
    );
  return (
    <Form className="lw-mql" form={form} layout="vertical" initialValues={draft} onFinish={keep}>
      <Form.Item name="said" label={t('qualification.define.said')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input.TextArea maxLength={4000} autoSize={{ minRows: 3, maxRows: 12 }} />
      </Form.Item>
      <Form.Item name="required" label={t('qualification.define.required')}>
        <Select
          mode="multiple"
          options={(catalogue?.leads ?? []).filter(({ operators }) => operators.includes('known')).map((field) => ({ value: field.key, label: called(field) }))}
          showSearch={{ optionFilterProp: 'label' }}
        />
      </Form.Item>
      <Form.Item label={t('qualification.define.rule')}>
        <RuleBuilder value={rule} onChange={setRule} />
      </Form.Item>
      <div className="lw-actions">
        <Button type="primary" htmlType="submit" disabled={!complete} loading={save.isPending}>{t('common.save')}</Button>
        <Button onClick={onClose}>{t('common.cancel')}</Button>
      </div>
    </Form>
  );
}
