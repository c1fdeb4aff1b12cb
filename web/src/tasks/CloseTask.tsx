import { Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { type Closing, reopenTask, type Task, useCloseTask } from './tasks';

interface CloseTaskProps {
  task: Task;
  as: Closing;
  onClose: () => void;
}

/** What came of it, in a sentence; of what need not be done, why not. */
export function CloseTask({ task, as, onClose }: CloseTaskProps) {
  const { t } = useTranslation();
  const failed = useFailure();
  const offerUndo = useUndoToast();
  const close = useCloseTask();
  const [outcome, setOutcome] = useState('');
  const said = outcome.trim();
  const send = () =>
    close.mutate({ id: task.id, as, outcome: said }, {
      onSuccess: () => {
        offerUndo(t(`tasks.was.${as}`, { about: task.about }), () => reopenTask(task.id));
        onClose();
      },
      onError: failed,
    });

  return (
    <Modal
      open
      title={t(`tasks.closing.${as}`, { about: task.about })}
      okText={t(`tasks.${as}`)}
      okButtonProps={{ disabled: as === 'done' && said === '' }}
      cancelText={t('common.cancel')}
      confirmLoading={close.isPending}
      onOk={send}
      onCancel={onClose}
    >
      <Input.TextArea
        autoFocus
        rows={3}
        maxLength={2000}
        aria-label={t('tasks.outcome')}
        placeholder={t(`tasks.outcomeHint.${as}`)}
        value={outcome}
        onChange={(event) => setOutcome(event.target.value)}
      />
    </Modal>
  );
}
