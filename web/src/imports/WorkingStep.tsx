import { Alert, Button, Popconfirm, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { formatDuration } from '../common/format/time';
import { useFailure } from '../common/templates/useFailure';
import { useImportAction } from './imports';
import type { Import } from './model';

interface WorkingStepProps {
  batch: Import;
  /** The last question had no answer: what is shown is how it was before. */
  unheard: boolean;
}

/** The server is at work: how far, how fast, how long still, and the way to stop it. */
export function WorkingStep({ batch, unheard }: WorkingStepProps) {
  const { t } = useTranslation();
  const failed = useFailure();
  const action = useImportAction(batch.id);
  const progress = batch.progress;
  const total = progress?.total || null;
  const share = progress && total ? Math.min(1, progress.done / total) : null;
  const committing = batch.status === 'committing';

  return (
    <div className="lw-panel lw-import-step" role="status">
      <h3>{t(`imports.work.${batch.status}`)}</h3>
      <Progress percent={share === null ? 0 : Math.floor(share * 100)} status="active" showInfo={share !== null} aria-label={t(`imports.work.${batch.status}`)} />
      <div className="lw-card-figures">
        <span className="lw-num">
          {t('imports.work.rows', {
            done: formatNumber(progress?.done ?? 0),
            total: total ? formatNumber(total) : t('imports.work.unknownTotal'),
          })}
        </span>
        {progress?.ratePerSecond ? (
          <span className="lw-num">{t('imports.work.rate', { rate: formatNumber(Math.round(progress.ratePerSecond)) })}</span>
        ) : null}
        {typeof progress?.etaSeconds === 'number' && (
          <span className="lw-num">{t('imports.work.left', { time: formatDuration(progress.etaSeconds) })}</span>
        )}
      </div>
      {unheard && <Alert type="warning" showIcon title={t('imports.work.unheard')} />}
      <p className="lw-muted">{t('imports.work.leave')}</p>
      {batch.status !== 'undoing' && (
        <div>
          <Popconfirm
            title={committing ? t('imports.work.cancelCommit') : t('imports.work.cancelCheck')}
            okText={t('imports.work.stop')}
            cancelText={t('imports.work.goOn')}
            onConfirm={() => action.mutate('cancel', { onError: failed })}
          >
            <Button loading={action.isPending}>{t('imports.work.stop')}</Button>
          </Popconfirm>
        </div>
      )}
    </div>
  );
}
