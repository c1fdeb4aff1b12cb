import { Form, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import './forms.css';
import { useAddForm } from './forms';
import { PRESETS, type Preset } from './model';

interface Wanted {
  name: string;
  preset: Preset;
}

/** A form begins with a name and a model; the builder does the rest. */
export function NewForm({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [form] = Form.useForm<Wanted>();
  const add = useAddForm();

  const close = () => {
    add.reset();
    onClose();
  };
  return (
    <EditDrawer<Wanted>
      open={open}
      title={t('forms.list.new')}
      onClose={close}
      form={form}
      initialValues={{ name: '', preset: 'demo' }}
      onFinish={(values) =>
        add.mutate(values, {
          onSuccess: (made) => {
            close();
            void navigate(`/forms/${made.id}`);
          },
          onError: (error) => showFieldErrors(form, error),
        })
      }
      saving={add.isPending}
      error={add.error}
      saveText={t('forms.list.begin')}
    >
      <Form.Item name="name" label={t('forms.field.name')} extra={t('forms.field.nameHint')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={80} autoFocus />
      </Form.Item>
      <Form.Item name="preset" label={t('forms.field.preset')}>
        <Radio.Group className="forms-presets">
          {PRESETS.map((preset) => (
            <Radio key={preset} value={preset}>
              {t(`forms.preset.${preset}`)}
              <div className="lw-muted">{t(`forms.presetHint.${preset}`)}</div>
            </Radio>
          ))}
        </Radio.Group>
      </Form.Item>
    </EditDrawer>
  );
}
