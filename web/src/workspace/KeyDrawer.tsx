import { DatePicker, Form, Input, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import { type Role, ROLES } from '../common/model';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { useCreateKey } from './keys';
import type { CreatedApiKey } from './model';

interface KeyForm {
  name: string;
  role: Role;
  expires?: Dayjs | null;
}

interface KeyDrawerProps {
  open: boolean;
  onClose: () => void;
  onCreated: (key: CreatedApiKey) => void;
}

export function KeyDrawer({ open, onClose, onCreated }: KeyDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<KeyForm>();
  const create = useCreateKey();
  const close = () => {
    create.reset();
    onClose();
  };
  return (
    <EditDrawer<KeyForm>
      open={open}
      title={t('workspace.keys.new')}
      onClose={close}
      form={form}
      initialValues={{ name: '', role: 'marketer' }}
      saveText={t('workspace.keys.create')}
      onFinish={({ name, role, expires }) =>
        create.mutate(
          // The key is good to the end of the day chosen, in Beijing time.
          { name: name.trim(), role, ...(expires ? { expiresAt: `${expires.format('YYYY-MM-DD')}T15:59:59Z` } : {}) },
          {
            onSuccess: (key) => {
              close();
              onCreated(key);
            },
            onError: (error) => showFieldErrors(form, error),
          },
        )
      }
      saving={create.isPending}
      error={create.error}
    >
      <Form.Item name="name" label={t('workspace.keys.name')} extra={t('workspace.keys.nameHint')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={60} autoFocus />
      </Form.Item>
      <Form.Item name="role" label={t('workspace.field.role')} extra={t('workspace.keys.roleHint')}>
        <Select options={ROLES.map((value) => ({ value, label: t(`common.role.${value}`) }))} />
      </Form.Item>
      <Form.Item name="expires" label={t('workspace.keys.expires')} extra={t('workspace.keys.expiresHint')}>
        <DatePicker style={{ width: '100%' }} minDate={dayjs()} />
      </Form.Item>
    </EditDrawer>
  );
}
