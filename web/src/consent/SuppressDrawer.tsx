import { App, Button, Checkbox, Form, Input, Select, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { UploadOutlined } from '../common/icons';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { useSuppress } from './consent';
import { HAND_REASONS, MEANS, type SuppressDraft, type Suppressed } from './model';

interface SuppressDrawerProps {
  open: boolean;
  onClose: () => void;
}

/** One address or a list of them: typed, pasted, or read from a file. */
export function SuppressDrawer({ open, onClose }: SuppressDrawerProps) {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const [form] = Form.useForm<SuppressDraft>();
  const suppress = useSuppress();
  const told = ({ added, known, unread, unreadable }: Suppressed) => {
    const done = t('consent.list.added', { added: formatNumber(added), known: formatNumber(known) });
    if (unreadable === 0) void message.success(done);
    else {
      modal.warning({
        title: done,
        content: (
          <>
            <p>{t('consent.list.unreadable', { count: unreadable, shown: formatNumber(unreadable) })}</p>
            <ul>{unread.map((line, index) => <li key={index}>{line}</li>)}</ul>
          </>
        ),
      });
    }
    onClose();
  };
  const required = { required: true, whitespace: true, message: t('common.required') };
  return (
    <EditDrawer<SuppressDraft>
      open={open}
      title={t('consent.list.add')}
      onClose={onClose}
      form={form}
      initialValues={{ text: '', means: [], reason: 'asked', note: '' }}
      saving={suppress.isPending}
      error={suppress.error}
      onFinish={(draft) => suppress.mutate(draft, { onSuccess: told, onError: (error) => void showFieldErrors(form, error) })}
    >
      <Form.Item name="text" label={t('consent.list.addresses')} extra={t('consent.list.addressesHint')} rules={[required]}>
        <Input.TextArea rows={6} placeholder={'wang@example.com\n13800138000'} />
      </Form.Item>
      <Form.Item>
        <Upload
          accept=".csv,.txt"
          showUploadList={false}
          beforeUpload={(file) => {
            void file.text().then((text) => form.setFieldValue('text', text));
            return false;
          }}
        >
          <Button icon={<UploadOutlined />}>{t('consent.list.file')}</Button>
        </Upload>
      </Form.Item>
      <Form.Item name="means" label={t('consent.say.means')} extra={t('consent.list.meansHint')}>
        <Checkbox.Group options={MEANS.map((value) => ({ value, label: t(`consent.means.${value}`) }))} />
      </Form.Item>
      <Form.Item name="reason" label={t('consent.list.reason')}>
        <Select options={HAND_REASONS.map((value) => ({ value, label: t(`consent.reason.${value}`) }))} />
      </Form.Item>
      <Form.Item name="note" label={t('consent.list.note')}><Input maxLength={500} /></Form.Item>
    </EditDrawer>
  );
}
