import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import type { CaseFound, Difference, ImportKind } from './model';
import { useRuleWords } from './useRuleWords';

/** How many rows each rule meets, and a few of them, before anything is written. */
export function CasesFound({ kind, cases }: { kind: ImportKind; cases: CaseFound[] }) {
  const { t } = useTranslation();
  const words = useRuleWords(kind);
  const difference = (one: Difference) =>
    one.owner
      ? t('imports.case.owner', { field: words.field(one.field), says: one.says, owner: one.owner })
      : t('imports.case.change', { field: words.field(one.field), have: one.have, says: one.says });

  if (cases.length === 0) return null;
  return (
    <section aria-label={t('imports.case.title')} className="lw-cases">
      <h3>{t('imports.case.title')}</h3>
      {cases.map((found) => (
        <details key={found.name}>
          <summary>
            <span>{words.rule(found.name)}</span>
            <span className="lw-muted">{words.choice(found.name, found.action)}</span>
            <strong className="lw-num">{formatNumber(found.count)}</strong>
          </summary>
          <ul>
            {found.samples.map((sample) => (
              <li key={sample.row}>
                {t('imports.case.sample', { row: sample.row, who: sample.who ?? '' })}
                {sample.differences.map((one) => (
                  <span key={one.field} className="lw-muted"> · {difference(one)}</span>
                ))}
              </li>
            ))}
          </ul>
        </details>
      ))}
    </section>
  );
}
