import { ArrowLeftOutlined } from '../common/icons';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { PageHead } from '../common/templates/PageHead';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { CheckedStep } from './CheckedStep';
import { DoneStep } from './DoneStep';
import { FailedStep } from './FailedStep';
import './imports.css';
import { refreshAll, useImport } from './imports';
import { ImportFacts } from './ImportFacts';
import { ImportStatusTag } from './ImportStatusTag';
import { MappingStep } from './MappingStep';
import { WORKING } from './model';
import { StepBar } from './StepBar';
import { canRemap, stepOf } from './steps';
import { WorkingStep } from './WorkingStep';

/** One batch, at the step its status says; leaving and coming back changes nothing. */
export function ImportWizard() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const [params, setParams] = useSearchParams();
  const query = useImport(id);
  const batch = query.data;
  const status = batch?.status;
  const before = useRef(status);

  useEffect(() => {
    // The work ended under our eyes: what it brought shows on every other page.
    if (before.current && status && WORKING.includes(before.current) && !WORKING.includes(status)) void refreshAll();
    before.current = status;
  }, [status]);

  if (query.isError && !batch) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!batch || !status) return <LoadingState />;

  const remapping = canRemap(status) && (status === 'mapping' || params.get('tab') === 'mapping');
  const remap = (on: boolean) => setParams(on ? { tab: 'mapping' } : {}, { replace: !on });
  const step = remapping ? 'mapping' : stepOf(status);

  return (
    <section className="lw-page">
      <div>
        <Link to="/imports"><ArrowLeftOutlined /> {t('imports.title')}</Link>
      </div>
      <PageHead title={<span className="lw-actions">{batch.fileName} <ImportStatusTag status={status} /></span>} hint={<ImportFacts batch={batch} />} />
      <StepBar step={step} failed={status === 'failed'} />
      {remapping ? (
        <MappingStep key={`${batch.sheet ?? ''} ${batch.headerRow ?? ''}`} batch={batch} onSent={() => remap(false)} />
      ) : WORKING.includes(status) ? (
        <WorkingStep batch={batch} unheard={query.isError} />
      ) : status === 'checked' ? (
        <CheckedStep batch={batch} onRemap={() => remap(true)} />
      ) : canRemap(status) ? (
        <FailedStep batch={batch} onRemap={() => remap(true)} />
      ) : (
        <DoneStep batch={batch} />
      )}
    </section>
  );
}
