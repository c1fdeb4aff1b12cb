import { App, Form, Input, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { useSay } from './consent';
import { MEANS, type Purpose, type Word } from './model';
import { useConsentWords } from './useConsentWords';

interface SayDrawerProps {
  leadId: string;
  purposes: Purpose[];
  open: boolean;
  onClose: () => void;
}

/** What somebody said on the phone or in person; how it is known is the proof. */
export function SayDrawer({ leadId, purposes, open, onClose }: SayDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { nameOf } = useConsentWords();
  const [form] = Form.useForm<Word>();
  const say = useSay(leadId);
  const required = { required: true, message: t('common.required') };
  return (
    <EditDrawer<Word>
      open={open}
      title={t('consent.say.title')}
      onClose={onClose}
      form={form}
      initialValues={{ ...(purposes[0] ? { purposeId: purposes[0].id } : {}), means: 'phone', given: false, note: '' }}
      saving={say.isPending}
      error={say.error}
      onFinish={(word) =>
        say.mutate(word, {
          onSuccess: () => {
            void message.success(t('common.saved'));
            onClose();
          },
          onError: (error) => void showFieldErrors(form, error),
        })
      }
    >
      <Form.Item name="purposeId" label={t('consent.say.purpose')} rules={[required]}>
        <Select options={purposes.map((purpose) => ({ value: purpose.id, label: nameOf(purpose) }))} />
      </Form.Item>
      <Form.Item name="means" label={t('consent.say.means')} rules={[required]}>
        <Select options={MEANS.map((value) => ({ value, label: t(`consent.means.${value}`) }))} />
      </Form.Item>
      <Form.Item name="given" label={t('consent.say.word')}>
        <Radio.Group options={[{ value: true, label: t('consent.given') }, { value: false, label: t('consent.withdrawn') }]} />
      </Form.Item>
      <Form.Item name="note" label={t('consent.say.note')} extra={t('consent.say.noteHint')} rules={[{ ...required, whitespace: true }]}>
        <Input.TextArea rows={3} maxLength={1000} showCount />
      </Form.Item>
    </EditDrawer>
  );
}
