import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { DeleteBatch } from './DeleteBatch';
import type { Import } from './model';

/** Nothing went in: why, and the two ways on. */
export function FailedStep({ batch, onRemap }: { batch: Import; onRemap: () => void }) {
  const { t } = useTranslation();
  const failed = batch.status === 'failed';
  return (
    <div className="lw-panel lw-import-step">
      <Alert
        type={failed ? 'error' : 'info'}
        showIcon
        title={failed ? t('imports.failed.title') : t('imports.failed.cancelled')}
        description={batch.error?.detail ?? t('imports.failed.nothingIn')}
      />
      <div className="lw-actions">
        <Button type="primary" onClick={onRemap}>{t('imports.remap')}</Button>
        <DeleteBatch id={batch.id} />
      </div>
    </div>
  );
}
