import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { useImportAction } from './imports';
import type { Import } from './model';
import { Problems } from './Problems';
import { Questions } from './Questions';
import { useQuestions } from './questions';
import { Tally } from './Tally';
import { UndoPreview } from './UndoPreview';
import { UndoResult } from './UndoResult';

/** What went in, where to see it, and the way back. */
export function DoneStep({ batch }: { batch: Import }) {
  const { t } = useTranslation();
  const can = useCan();
  const failed = useFailure();
  const action = useImportAction(batch.id);
  const [undoing, setUndoing] = useState(false);
  const stopped = batch.status === 'stopped';
  const undone = batch.status === 'undone' || batch.status === 'partlyUndone';
  const asks = !undone && batch.kind === 'leads' && (batch.result?.waiting ?? 0) > 0;
  // Of the rows that asked, those that still wait.
  const open = useQuestions(batch.id, asks).data?.counts;
  const waiting = open ? Object.values(open).reduce((sum, count) => sum + count, 0) : batch.result?.waiting;
  const spend = batch.kind === 'spend';
  const links = batch.kind === 'links';

  return (
    <>
      <div className="lw-panel lw-import-step">
        <Alert
          type={stopped || batch.status === 'partlyUndone' ? 'warning' : undone ? 'info' : 'success'}
          showIcon
          title={t(`imports.done.${batch.status}`)}
          {...(stopped ? { description: batch.error?.detail ?? t('imports.done.stoppedHint') } : {})}
        />
        {batch.result && !undone && <Tally counts={{ ...batch.result, ...(waiting === undefined ? {} : { waiting }) }} />}
        {undone && batch.undo && <UndoResult undo={batch.undo} />}
        {!undone && (
          <div className="lw-actions">
            {stopped && (
              <Button type="primary" loading={action.isPending} onClick={() => action.mutate('resume', { onError: failed })}>
                {t('imports.done.resume')}
              </Button>
            )}
            {can('leads.read') && !spend && !links && (
              <Link to={`/leads?import=${batch.id}`}>
                <Button type={stopped ? 'default' : 'primary'}>{t('imports.done.seeLeads')}</Button>
              </Link>
            )}
            {can('campaigns.read') && spend && (
              <Link to={`/spend?import=${batch.id}`}>
                <Button type={stopped ? 'default' : 'primary'}>{t('imports.done.seeSpend')}</Button>
              </Link>
            )}
            {can('campaigns.read') && links && (
              <Link to="/links"><Button type={stopped ? 'default' : 'primary'}>{t('imports.done.seeLinks')}</Button></Link>
            )}
            {can('reports.read') && !links && (
              <Link to={spend ? '/reports/channels' : '/reports/funnel'}>
                <Button>{spend ? t('imports.done.seeSheet') : t('imports.done.seeFunnel')}</Button>
              </Link>
            )}
            {batch.canUndo && (
              <Button danger onClick={() => setUndoing(true)}>
                {t('imports.undo.title')}
              </Button>
            )}
          </div>
        )}
      </div>
      {asks && <Questions batch={batch} />}
      {!undone && (batch.result?.bad ?? 0) + (batch.result?.remarked ?? 0) > 0 && <Problems id={batch.id} name={batch.fileName} />}
      <UndoPreview batch={undoing ? batch : null} onClose={() => setUndoing(false)} />
    </>
  );
}
