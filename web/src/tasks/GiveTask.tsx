import { Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../common/templates/useFailure';
import { useUserOptions } from '../workspace/users';
import { type Task, useGiveTask } from './tasks';

/** Another member takes it; who may be given it, the server says by the scope. */
export function GiveTask({ task, onClose }: { task: Task; onClose: () => void }) {
  const { t } = useTranslation();
  const failed = useFailure();
  const people = useUserOptions().data ?? [];
  const give = useGiveTask();
  const [member, setMember] = useState<string | null>(null);

  return (
    <Modal
      open
      title={t('tasks.giving', { about: task.about })}
      okText={t('tasks.give')}
      okButtonProps={{ disabled: member === null }}
      cancelText={t('common.cancel')}
      confirmLoading={give.isPending}
      onOk={() => member && give.mutate({ id: task.id, member }, { onSuccess: onClose, onError: failed })}
      onCancel={onClose}
    >
      <Select
        className="lw-task-member"
        aria-label={t('tasks.member')}
        placeholder={t('tasks.member')}
        showSearch={{ optionFilterProp: 'label' }}
        value={member}
        options={people.filter((one) => one.id !== task.memberId).map((one) => ({ value: one.id, label: one.name }))}
        onChange={setMember}
      />
    </Modal>
  );
}
