import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { ErrorState } from '../common/templates/PageState';
import type { Condition } from '../rules/model';
import { RuleText } from '../rules/RuleText';
import { useTrial } from './segments';

/** What the rule says in sentences, how many leads that are now, and some of them. */
export function Trial({ rule }: { rule: Condition | null }) {
  const { t } = useTranslation();
  const trial = useTrial(rule);
  return (
    <aside className="lw-panel lw-segment-trial" aria-label={t('segments.trial')}>
      <h2 className="lw-section-title">{t('segments.trial')}</h2>
      {rule ? <RuleText condition={rule} /> : <div className="lw-muted">{t('segments.incomplete')}</div>}
      {trial.error && <ErrorState error={trial.error} />}
      {rule && trial.data && !trial.error && (
        <div className={trial.isPlaceholderData ? 'lw-segment-stale' : undefined} aria-live="polite">
          <div className="lw-segment-count">{t('segments.count', { count: trial.data.leads, shown: formatNumber(trial.data.leads) })}</div>
          <ul className="lw-segment-some">
            {trial.data.some.map((lead) => (
              <li key={lead.id}>
                <Link to={`/leads?open=${lead.id}`}>{lead.name ?? lead.company ?? t('leads.noName')}</Link>
                <span className="lw-muted"> {[lead.company, lead.title].filter(Boolean).join(' · ')}</span>
              </li>
            ))}
          </ul>
          {trial.data.leads > trial.data.some.length && <div className="lw-muted">{t('segments.andMore')}</div>}
        </div>
      )}
    </aside>
  );
}
