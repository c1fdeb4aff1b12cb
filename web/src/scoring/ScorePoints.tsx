import { useTranslation } from 'react-i18next';
import { formatRate } from '../common/format/numbers';
import { formatDay, formatMinute } from '../common/format/time';
import { Parts } from '../common/Parts';
import { usePreferences } from '../common/preferences';
import { RelativeTime } from '../common/RelativeTime';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { Grade } from './GradeTag';
import { labelOf, signed, type LeadScore } from './model';
import { useLeadScore } from './scoring';
import './scoring.css';

const BRIEF = 5;

/** Where every point of a score comes from. */
export function ScorePoints({ leadId, brief = false }: { leadId: string; brief?: boolean }) {
  const query = useLeadScore(leadId);
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <LoadingState rows={3} />;
  return <Points score={query.data} brief={brief} />;
}

function Points({ score, brief }: { score: LeadScore; brief: boolean }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const fit = brief ? score.fitPoints.slice(0, BRIEF) : score.fitPoints;
  const deeds = brief ? score.deedPoints.slice(0, BRIEF) : score.deedPoints;
  const more = score.fitPoints.length - fit.length + score.deedPoints.length - deeds.length;
  return (
    <div className="lw-score">
      <div className="lw-score-head">
        <Grade grade={score.grade} />
        <strong>{t(`scoring.route.${score.route}`)}</strong>
        <span className="lw-muted">
          {score.version === 0 ? t('scoring.shippedModel') : t('scoring.version', { version: score.version })}
          {score.line && ` · ${score.line}`}
        </span>
      </div>
      <Sum title={t('scoring.fit')} value={score.fit} from={score.fitFrom} letters="ABCD" />
      <ul className="lw-score-points">
        {fit.map((each) => (
          <li key={each.key}>
            <span className="lw-num">{signed(each.points)}</span>
            <span>{labelOf(each, language)} <span className="lw-fact-source">{t(`scoring.group.${each.group}`)}</span></span>
          </li>
        ))}
        {score.fitPoints.length === 0 && <li className="lw-muted">{t('scoring.card.noFit')}</li>}
        {score.fitSum !== score.fit && <li className="lw-muted">{t('scoring.card.clamped', { sum: score.fitSum })}</li>}
      </ul>
      {score.objects && <p className="lw-muted">{t('scoring.card.objects')}</p>}
      <Sum title={t('scoring.engagement')} value={Math.round(score.engagement)} from={score.engagementFrom} letters="1234" />
      <ul className="lw-score-points">
        {deeds.map((each) => (
          <li key={`${each.key} ${each.at} ${each.content ?? ''}`}>
            <span className="lw-num">{signed(each.points)}</span>
            <span>
              {labelOf(each, language)}
              {(each.content ?? each.page) && <> “{each.content ?? each.page}”</>}
              <span className="lw-fact-source"> <RelativeTime at={each.at} />{t('scoring.card.worth', { worth: signed(each.worth) })}</span>
            </span>
          </li>
        ))}
        {score.deedPoints.length === 0 && <li className="lw-muted">{t('scoring.card.noDeeds')}</li>}
      </ul>
      {more > 0 && <p className="lw-fact-source">{t('scoring.card.more', { count: more })}</p>}
      {score.chance && <Chance chance={score.chance} />}
      {!brief && (
        <p className="lw-fact-source">
          {t('scoring.card.halfLife', { days: score.halfLifeDays })}
          {score.next && t('scoring.card.next', { at: formatMinute(score.next) })}
        </p>
      )}
    </div>
  );
}

/** The sum and where the next grades begin. */
function Sum({ title, value, from, letters }: { title: string; value: number; from: number[]; letters: string }) {
  const reached = from.findIndex((least) => value >= least);
  const at = reached < 0 ? letters.length - 1 : reached;
  return (
    <div className="lw-score-sum">
      <span><strong>{title} <span className="lw-num">{value}</span></strong></span>
      <span className="lw-fact-source lw-num">
        <Parts of={from.map((least, i) => (i === at ? <strong key={i}>{letters[i]} ≥ {least}</strong> : <span key={i}>{letters[i]} ≥ {least}</span>))} />
      </span>
    </div>
  );
}

/** What a score learned from our own wins says, beside the rules. */
function Chance({ chance }: { chance: NonNullable<LeadScore['chance']> }) {
  const { t } = useTranslation();
  return (
    <>
      <div className="lw-score-sum">
        <strong>{t('scoring.learned.chance')} <span className="lw-num">{formatRate(chance.chance)}</span></strong>
        <span className="lw-fact-source">{t('scoring.learned.of', { version: chance.version, day: formatDay(chance.learnedAt) })}</span>
      </div>
      <ul className="lw-score-points">
        {chance.reasons.map((reason) => (
          <li key={reason.column}>
            <span className="lw-num">{signed(reason.points)}</span>
            <span>{t(`scoring.learned.column.${reason.column}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
