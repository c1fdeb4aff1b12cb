import { App, Form, Input, Modal, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UserOption } from '../workspace/model';
import { useMatchByPhone } from './wecom';

interface PhoneMatchProps {
  open: boolean;
  connectionId: string;
  members: UserOption[];
  onClose: () => void;
}

/** WeCom no longer tells new apps its people's phones, but still says whose a phone is. */
export function PhoneMatch({ open, connectionId, members, onClose }: PhoneMatchProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const [form] = Form.useForm<{ mobile: string; memberId: string }>();
  const match = useMatchByPhone();
  const close = () => {
    match.reset();
    onClose();
  };
  return (
    <Modal
      open={open}
      title={t('wecom.colleague.byPhone')}
      okText={t('wecom.colleague.find')}
      cancelText={t('common.cancel')}
      confirmLoading={match.isPending}
      onOk={() => form.submit()}
      onCancel={close}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        preserve={false}
        onFinish={({ mobile, memberId }) =>
          match.mutate(
            { connectionId, mobile: mobile.trim(), memberId },
            {
              onSuccess: (found) => {
                void message.success(t('wecom.colleague.found', { name: found.name ?? found.userId }));
                close();
              },
              onError: (error) => form.setFields([{ name: 'mobile', errors: [error.message] }]),
            },
          )
        }
      >
        <Form.Item name="memberId" label={t('wecom.colleague.member')} rules={[{ required: true, message: t('common.required') }]}>
          <Select showSearch={{ optionFilterProp: 'label' }} options={members.map((user) => ({ value: user.id, label: user.name }))} />
        </Form.Item>
        <Form.Item name="mobile" label={t('wecom.colleague.mobile')} rules={[{ required: true, message: t('common.required') }]}>
          <Input inputMode="tel" maxLength={20} autoComplete="off" />
        </Form.Item>
      </Form>
    </Modal>
  );
}
