import { useTranslation } from 'react-i18next';
import type { Evidence } from './model';
import { shares } from './sides';

/** Why: each reason with its weight, what speaks for it to the right and what speaks against it to the left. */
export function EvidenceList({ evidence }: { evidence: Evidence[] }) {
  const { t, i18n } = useTranslation();
  if (evidence.length === 0) return null;
  const bars = shares(evidence.map((one) => one.weight));
  const word = (prefix: string, key: string) => (i18n.exists(`${prefix}.${key}`) ? t(`${prefix}.${key}`) : key);
  return (
    <ul className="lw-evidence" aria-label={t('duplicates.why')}>
      {evidence.map((one, index) => (
        <li key={`${one.field}${index}`}>
          <span>{word('duplicates.evidence.field', one.field)}</span>
          <span className="lw-muted">{word('duplicates.evidence.level', one.level)}</span>
          <span className={`lw-evidence-bar ${one.weight < 0 ? 'lw-against' : 'lw-for'}`} aria-hidden>
            <i style={{ width: `${Math.abs(bars[index] ?? 0) * 100}%` }} />
          </span>
          <span className="lw-number">{one.weight > 0 ? '+' : ''}{one.weight.toFixed(1)}</span>
        </li>
      ))}
    </ul>
  );
}
