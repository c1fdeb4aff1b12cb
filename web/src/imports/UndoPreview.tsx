import { Alert, Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { useImportAction, useUndoPreview } from './imports';
import type { Import } from './model';
import { UNDO_NOUNS } from './model';

interface UndoPreviewProps {
  batch: Import | null;
  onClose: () => void;
}

/** Before a batch is taken back: what goes, what stays, and why. */
export function UndoPreview({ batch, onClose }: UndoPreviewProps) {
  const { t } = useTranslation();
  const failed = useFailure();
  const preview = useUndoPreview(batch?.id ?? '', batch !== null);
  const action = useImportAction(batch?.id ?? '');
  const undo = preview.data;
  const shared = undo?.shared ?? [];
  const removed = UNDO_NOUNS.filter((noun) => (undo?.[noun] ?? 0) > 0);

  let body;
  if (preview.isError) body = <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  else if (!undo) body = <LoadingState rows={4} />;
  else
    body = (
      <>
        <p>{t('imports.undo.explain', { file: batch?.fileName })}</p>
        <h4>{t('imports.undo.removed')}</h4>
        {removed.length === 0 ? (
          <p className="lw-muted">{t('imports.undo.nothing')}</p>
        ) : (
          <dl className="lw-pairs">
            {removed.map((noun) => [
              <dt key={noun}>{t(`imports.noun.${noun}`)}</dt>,
              <dd key={`${noun}-count`} className="lw-num">{formatNumber(undo[noun] ?? 0)}</dd>,
            ])}
          </dl>
        )}
        {undo.kept.length + shared.length > 0 && (
          <>
            <h4>{t('imports.undo.kept')}</h4>
            {undo.kept.map((kept) => (
              <Alert key={kept.reason} type="info" showIcon title={kept.message} className="lw-import-notice" />
            ))}
            {shared.map((kept) => (
              <p key={kept.reason}>{kept.message}</p>
            ))}
          </>
        )}
      </>
    );
  return (
    <Modal
      open={batch !== null}
      title={t('imports.undo.title')}
      okText={t('imports.undo.apply')}
      okButtonProps={{ danger: true, disabled: !undo }}
      cancelText={t('common.cancel')}
      confirmLoading={action.isPending}
      onCancel={onClose}
      onOk={() => action.mutate('undo', { onSuccess: onClose, onError: failed })}
      destroyOnHidden
    >
      {body}
    </Modal>
  );
}
