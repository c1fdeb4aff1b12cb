import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { formatDay } from '../common/format/time';
import { StageTag } from '../common/StageTag';
import { RecordSection } from '../common/templates/RecordSection';
import { duration } from './behaviour';
import { leadCalled } from './leadCalled';
import { usePortrait } from './leads';

interface PortraitProps {
  of: `/leads/${string}` | `/companies/${string}`;
  /** Who shares a number or a browser: of a person only. */
  connected?: boolean;
}

/** What was read, where somebody took part, and who else is connected by more than the company. */
export function PersonPortrait({ of, connected = true }: PortraitProps) {
  const { t, i18n } = useTranslation();
  const portrait = usePortrait(of).data;
  const scene = (word: string) => (i18n.exists(`leads.scene.${word}`) ? t(`leads.scene.${word}`) : word);
  const span = (first: string, last: string) => (formatDay(first) === formatDay(last) ? formatDay(last) : `${formatDay(first)} – ${formatDay(last)}`);
  if (!portrait) return null;
  const sharing = portrait.related.filter((one) => one.by.length > 0);
  return (
    <>
      {connected && sharing.length > 0 && (
        <RecordSection title={t('leads.portrait.related')}>
          <ul className="lw-related">
            {sharing.map((one) => (
              <li key={one.personId}>
                <span>
                  <Link to={`/leads?open=${one.leadId}`}>{leadCalled({ name: one.name, key: one.leadKey }, t)}</Link>
                  {one.company && <span className="lw-muted"> · {one.company}</span>}
                  {one.by.map((same) => (
                    <div key={same.kind + same.value} className="lw-muted">
                      {t('leads.portrait.same', { kind: t(`leads.identity.kind.${same.kind}`) })}
                      {same.kind !== 'cookie' && <> <span className="lw-num">{same.value}</span></>}
                    </div>
                  ))}
                  {one.colleague && <div className="lw-muted">{t('leads.portrait.colleague')}</div>}
                </span>
                <StageTag stage={one.stage} />
              </li>
            ))}
          </ul>
        </RecordSection>
      )}
      {portrait.read.length > 0 && (
        <RecordSection title={t('leads.portrait.read')}>
          <ul className="lw-related">
            {portrait.read.map((item) => (
              <li key={item.content}>
                <span>
                  {item.content}
                  <div className="lw-muted">
                    {[t('leads.portrait.times', { count: item.times }), item.seconds > 0 && duration(item.seconds, t), span(item.firstAt, item.lastAt)].filter(Boolean).join(' · ')}
                  </div>
                </span>
              </li>
            ))}
          </ul>
        </RecordSection>
      )}
      {portrait.tookPart.length > 0 && (
        <RecordSection title={t('leads.portrait.tookPart')}>
          <ul className="lw-related">
            {portrait.tookPart.map((part) => (
              <li key={part.campaignId}>
                <span>
                  {part.campaign}
                  <div className="lw-muted">{[...part.scenes.map(scene), formatNumber(part.touches), span(part.firstAt, part.lastAt)].join(' · ')}</div>
                </span>
              </li>
            ))}
          </ul>
        </RecordSection>
      )}
    </>
  );
}
