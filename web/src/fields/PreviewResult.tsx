import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DASH, formatNumber } from '../common/format/numbers';
import type { SurvivorshipPreview } from './survivorship';

/** How many would show something else, and some of them. */
export function PreviewResult({ preview, labels }: { preview: SurvivorshipPreview; labels: Map<string, string> }) {
  const { t } = useTranslation();
  const part = preview.looked < preview.people && preview.looked > 0;
  return (
    <Alert
      type="info"
      title={t('fields.survivorship.wouldChange', { people: formatNumber(preview.changed), companies: formatNumber(preview.companiesChanged) })}
      description={
        <>
          <p className="lw-muted">
            {t(part ? 'fields.survivorship.lookedPart' : 'fields.survivorship.looked', { looked: formatNumber(preview.looked), people: formatNumber(preview.people) })}
          </p>
          <ul className="lw-rule-words">
            {Object.entries(preview.byField).map(([field, count]) => (
              <li key={field}>{labels.get(field) ?? field}{t('leads.colon')}{formatNumber(count)}</li>
            ))}
          </ul>
          {preview.examples.map((example, index) => (
            <div key={index}>
              {example.leadId ? <Link to={`/leads/${example.leadId}`}>{example.name ?? t('leads.noName')}</Link> : (example.name ?? t('leads.noName'))}
              {' · '}{labels.get(example.field) ?? example.field}{t('leads.colon')}<s>{example.before || DASH}</s> → {example.after || DASH}
            </div>
          ))}
        </>
      }
    />
  );
}
