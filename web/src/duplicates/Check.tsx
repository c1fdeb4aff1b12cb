import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Parts } from '../common/Parts';
import { RelativeTime } from '../common/RelativeTime';
import { StageTag } from '../common/StageTag';
import { PageHead } from '../common/templates/PageHead';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useCheck } from './duplicates';
import './duplicates.css';
import type { CheckAnswer } from './model';

/** The search box of sales: is somebody, or a company, taken, and by whom. */
export function Check() {
  const { t } = useTranslation();
  const check = useCheck();
  const ask = (typed: string) => typed.trim() && check.mutate(typed.trim());

  let body;
  if (check.isPending) body = <LoadingState rows={3} />;
  else if (check.isError) body = <ErrorState error={check.error} />;
  else if (check.data?.length === 0) body = <EmptyState title={t('duplicates.check.none')} />;
  else if (check.data) body = <div className="lw-checks">{check.data.map((answer) => <CheckCard key={answer.subject} answer={answer} />)}</div>;
  else body = <EmptyState title={t('duplicates.check.empty')} hint={t('duplicates.check.emptyHint')} />;

  return (
    <section className="lw-page">
      <PageHead title={t('duplicates.check.title')} hint={t('duplicates.check.hint')} />
      <Input.Search
        className="lw-check-box"
        size="large"
        autoFocus
        allowClear
        maxLength={200}
        placeholder={t('duplicates.check.placeholder')}
        aria-label={t('duplicates.check.placeholder')}
        enterButton={t('duplicates.check.ask')}
        onSearch={ask}
      />
      {body}
    </section>
  );
}

function CheckCard({ answer }: { answer: CheckAnswer }) {
  const { t } = useTranslation();
  const ground = (of: CheckAnswer['grounds'][number]) => t(`duplicates.check.ground.${of.field}`, { value: of.value });
  return (
    <article className={`lw-panel lw-check lw-check-${answer.kind}`} aria-label={answer.subject}>
      <header>
        <strong>{answer.subject}</strong>
        <span className="lw-check-kind">{t(`duplicates.check.kind.${answer.kind}`)}</span>
      </header>
      <p>{t(`duplicates.check.route.${answer.kind}`, { owner: answer.owner ?? t('leads.noOwner') })}</p>
      {answer.stage && (
        <div>
          <StageTag stage={answer.stage} />{' '}
          <Parts of={[answer.company !== answer.subject && answer.company, answer.owner ?? t('leads.noOwner')]} />{' '}
          {answer.lastTouchAt && <span className="lw-muted">{t('leads.field.lastTouchAt')} <RelativeTime at={answer.lastTouchAt} /></span>}{' '}
          {answer.leadId && <Link to={`/leads/${answer.leadId}`}>{t('duplicates.check.open')}</Link>}
        </div>
      )}
      {answer.note && <p className="lw-muted">{answer.note}</p>}
      {answer.grounds.length > 0 && (
        <p className="lw-muted">
          {t('duplicates.check.because')} {answer.grounds.map(ground).join(t('leads.semicolon'))} · {t('duplicates.check.sure', { percent: Math.round(answer.confidence * 100) })}
        </p>
      )}
    </article>
  );
}
