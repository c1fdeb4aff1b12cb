import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import type { Spend } from './model';
import { draftOf, useDeleteSpend, useSaveSpend } from './spend';

/** Typed rows go at once and can be brought back; imported rows ask first, for a row written back would no longer belong to its batch. */
export function useDeleteWithUndo(): (row: Spend) => void {
  const { t } = useTranslation();
  const { message, modal } = App.useApp();
  const remove = useDeleteSpend();
  const restore = useSaveSpend();
  const failed = useFailure();
  const undoable = useUndoToast();

  return (row) => {
    if (!row.importId) {
      remove.mutate(row.id, {
        onSuccess: () => undoable(t('campaigns.spend.deleted'), () => restore.mutateAsync({ draft: draftOf(row) })),
        onError: failed,
      });
      return;
    }
    modal.confirm({
      title: t('campaigns.spend.deleteImported'),
      content: t('campaigns.spend.deleteImportedHint'),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      onOk: () =>
        remove.mutateAsync(row.id).then(() => void message.success(t('campaigns.spend.deleted')), failed),
    });
  };
}
