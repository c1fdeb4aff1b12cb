import { App, Button, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatInstant } from '../common/format/time';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { useNarrow } from '../common/useNarrow';
import { useCan } from '../workspace/session';
import { useDecide, useSubmission } from './forms';
import { FormStatusTag } from './FormStatusTag';

/** One submission: every answer, what was agreed to, where it came from. */
export function SubmissionDrawer({ id, onClose }: { id: string | null; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const narrow = useNarrow();
  const failed = useFailure();
  const mayDecide = useCan()('campaigns.edit');
  const query = useSubmission(id);
  const decide = useDecide();
  const left = query.data;
  const say = (release: boolean) =>
    id &&
    decide.mutate(
      { id, release },
      { onSuccess: () => void message.success(t(release ? 'forms.submission.released' : 'forms.submission.discarded')), onError: failed },
    );
  const pair = (label: string, value: React.ReactNode) =>
    value ? (
      <>
        <dt>{label}</dt>
        <dd className="forms-answer">{value}</dd>
      </>
    ) : null;

  return (
    <Drawer open={id !== null} onClose={onClose} size={narrow ? '100%' : 520} destroyOnHidden title={t('forms.submission.one')}>
      {query.isError ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : !left ? (
        <LoadingState rows={10} />
      ) : (
        <>
          <p className="lw-actions">
            <FormStatusTag status={left.row.status} />
            <span className="lw-muted">{formatInstant(left.row.at)}</span>
            {left.row.leadId && <Link to={`/leads?open=${left.row.leadId}`}>{t('forms.submission.seeLead')}</Link>}
          </p>
          {left.row.status === 'held' && (
            <div className="lw-panel">
              <p>{t('forms.submission.heldBecause', { reason: t(`forms.reason.${left.row.reason}`) })}</p>
              {mayDecide && (
                <span className="lw-actions">
                  <Button type="primary" loading={decide.isPending} onClick={() => say(true)}>{t('forms.submission.release')}</Button>
                  <Button disabled={decide.isPending} onClick={() => say(false)}>{t('forms.submission.discard')}</Button>
                </span>
              )}
            </div>
          )}
          <RecordSection title={t('forms.submission.answers')}>
            <dl className="lw-pairs">{left.answers.map((one) => <FragmentPair key={one.key} label={one.label} value={one.answer} />)}</dl>
          </RecordSection>
          {left.consent && (
            <RecordSection title={t('forms.submission.consent', { number: left.consent.number })}>
              <p className="forms-answer">{left.consent.text}</p>
            </RecordSection>
          )}
          <RecordSection title={t('forms.submission.origin')}>
            <dl className="lw-pairs">
              {pair(t('forms.submission.landing'), left.landingUrl)}
              {pair(t('forms.submission.referrer'), left.referrer)}
              {pair(t('forms.submission.version'), left.row.version)}
              {pair('IP', left.ip)}
              {pair(t('forms.submission.agent'), left.agent)}
              {pair(t('forms.submission.decidedBy'), left.decidedBy && `${left.decidedBy} · ${formatInstant(left.decidedAt)}`)}
            </dl>
          </RecordSection>
        </>
      )}
    </Drawer>
  );
}

function FragmentPair({ label, value }: { label: string; value: string }) {
  return (
    <>
      <dt>{label}</dt>
      <dd className="forms-answer">{value}</dd>
    </>
  );
}
