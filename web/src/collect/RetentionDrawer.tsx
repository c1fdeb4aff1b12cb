import { App, Form, InputNumber } from 'antd';
import { useTranslation } from 'react-i18next';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import type { Retention } from './model';
import { useSaveRetention } from './sites';

/** How long behaviour is kept; what is older is deleted for good. */
export function RetentionDrawer({ retention, open, onClose }: { retention: Retention; open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<Retention>();
  const save = useSaveRetention();
  return (
    <EditDrawer<Retention>
      open={open}
      title={t('collect.retention.title')}
      onClose={onClose}
      form={form}
      initialValues={retention}
      onFinish={(wanted) =>
        save.mutate(wanted, {
          onSuccess: () => {
            void message.success(t('common.saved'));
            onClose();
          },
          onError: (error) => showFieldErrors(form, error),
        })
      }
      saving={save.isPending}
      error={save.error}
    >
      <p className="lw-muted">{t('collect.retention.hint')}</p>
      <Form.Item name="hitDays" label={t('collect.retention.hits')} extra={t('collect.retention.hitsHint')} rules={[{ required: true, message: t('common.required') }]}>
        <InputNumber min={8} max={3650} precision={0} />
      </Form.Item>
      <Form.Item name="visitDays" label={t('collect.retention.visits')} extra={t('collect.retention.visitsHint')} rules={[{ required: true, message: t('common.required') }]}>
        <InputNumber min={30} max={3650} precision={0} />
      </Form.Item>
    </EditDrawer>
  );
}
