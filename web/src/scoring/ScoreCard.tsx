import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../common/RelativeTime';
import { RecordSection } from '../common/templates/RecordSection';
import type { Change } from './model';
import { useLeadScore } from './scoring';
import { ScorePoints } from './ScorePoints';

/** The score of a lead on its record: why it is so, and how it came to be so. */
export function ScoreCard({ leadId }: { leadId: string }) {
  const { t } = useTranslation();
  const changes = useLeadScore(leadId).data?.changes ?? [];
  return (
    <RecordSection title={t('scoring.card.title')}>
      <ScorePoints leadId={leadId} />
      {changes.length > 1 && (
        <details className="lw-score-changes">
          <summary>{t('scoring.card.changes', { count: changes.length })}</summary>
          <ul>
            {changes.map((change, i) => (
              <li key={i}><ChangeText change={change} /> <span className="lw-fact-source"><RelativeTime at={change.at} /></span></li>
            ))}
          </ul>
        </details>
      )}
    </RecordSection>
  );
}

/** One change of grade or route, with its reason in short. */
export function ChangeText({ change }: { change: Change }) {
  const { t } = useTranslation();
  const routed = change.fromRoute !== change.toRoute;
  return (
    <span>
      {change.fromGrade ? `${change.fromGrade} → ${change.toGrade}` : change.toGrade}
      {routed && <> · {t('scoring.went', { route: t(`scoring.route.${change.toRoute}`) })}</>}
      <span className="lw-muted"> · {t(`scoring.why.${change.why}`)}</span>
    </span>
  );
}
