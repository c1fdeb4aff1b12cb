import { App, Checkbox, Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { useSavePurpose } from './consent';
import type { Purpose, PurposeDraft } from './model';

interface PurposeDrawerProps {
  purpose: Purpose | null;
  open: boolean;
  onClose: () => void;
}

const BLANK: PurposeDraft = { key: '', nameZh: '', nameEn: '', rule: 'opt_in', zh: '', en: '', archived: false };

/** Another text than the last one becomes another version; who agreed before agreed to the older words. */
export function PurposeDrawer({ purpose, open, onClose }: PurposeDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<PurposeDraft>();
  const save = useSavePurpose();
  const required = { required: true, whitespace: true, message: t('common.required') };
  const text = purpose?.texts[0];
  const initial = purpose
    ? { nameZh: purpose.nameZh, nameEn: purpose.nameEn, rule: purpose.rule, zh: text?.zh ?? '', en: text?.en ?? '', archived: purpose.archived }
    : BLANK;
  return (
    <EditDrawer<PurposeDraft>
      open={open}
      title={t(purpose ? 'consent.purposes.change' : 'consent.purposes.add')}
      onClose={onClose}
      form={form}
      initialValues={initial}
      saving={save.isPending}
      error={save.error}
      onFinish={(draft) =>
        save.mutate({ id: purpose?.id, draft }, {
          onSuccess: () => {
            void message.success(t('common.saved'));
            onClose();
          },
          onError: (error) => void showFieldErrors(form, error),
        })
      }
    >
      {!purpose && (
        <Form.Item name="key" label={t('consent.purposes.key')} extra={t('consent.purposes.keyHint')} rules={[required]}><Input maxLength={40} /></Form.Item>
      )}
      <Form.Item name="nameZh" label={t('consent.purposes.nameZh')} rules={[required]}><Input maxLength={40} /></Form.Item>
      <Form.Item name="nameEn" label={t('consent.purposes.nameEn')} rules={[required]}><Input maxLength={60} /></Form.Item>
      <Form.Item name="rule" label={t('consent.purposes.rule')}>
        <Radio.Group options={(['opt_in', 'opt_out'] as const).map((value) => ({ value, label: t(`consent.rule.${value}`) }))} />
      </Form.Item>
      <Form.Item name="zh" label={t('consent.purposes.zh')} extra={purpose ? t('consent.purposes.textHint') : undefined} rules={[required]}><Input.TextArea rows={4} maxLength={4000} /></Form.Item>
      <Form.Item name="en" label={t('consent.purposes.en')} rules={[required]}><Input.TextArea rows={4} maxLength={4000} /></Form.Item>
      <Form.Item name="archived" valuePropName="checked" hidden={!purpose}><Checkbox>{t('consent.purposes.archive')}</Checkbox></Form.Item>
    </EditDrawer>
  );
}
