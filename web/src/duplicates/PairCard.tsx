import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDay } from '../common/format/time';
import { Parts } from '../common/Parts';
import { StageTag } from '../common/StageTag';
import '../leads/leads.css';
import { EvidenceList } from './EvidenceList';
import type { Pair, Side } from './model';
import { sideValues } from './sides';

const KINDS = ['phone', 'email', 'wecom', 'unionid', 'openid', 'crm'] as const;

/** Two people side by side; what both say is marked, so that the eye finds what differs. */
export function PairCard({ pair }: { pair: Pair }) {
  const { t } = useTranslation();
  const rows: [string, (side: Side) => string[]][] = [
    [t('leads.field.name'), (side) => sideValues(side.name)],
    [t('leads.field.company'), (side) => sideValues(side.company)],
    [t('leads.field.title'), (side) => sideValues(side.title)],
    ...KINDS.map((kind): [string, (side: Side) => string[]] => [
      t(`leads.identity.kind.${kind}`),
      (side) => side.identifiers.filter((one) => one.kind === kind).map((one) => one.value),
    ]),
  ];
  const shown = rows.filter(([, of]) => of(pair.one).length + of(pair.other).length > 0);
  return (
    <div className="lw-panel lw-pair">
      <header>
        <strong>{t('duplicates.likely', { percent: Math.min(99, Math.round(pair.probability * 100)) })}</strong>
        <span className="lw-muted">{t(`duplicates.found.${pair.foundBy}`, { day: formatDay(pair.foundAt) })}</span>
      </header>
      <table className="lw-pair-sides">
        <thead>
          <tr>
            <th>{t('duplicates.field')}</th>
            <th>{t('duplicates.one')}</th>
            <th>{t('duplicates.other')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(([label, of]) => (
            <Line key={label} label={label} one={of(pair.one)} other={of(pair.other)} />
          ))}
          <Row label={t('duplicates.leads')} one={<Leads of={pair.one} />} other={<Leads of={pair.other} />} />
          <Row label={t('duplicates.since')} one={formatDay(pair.one.since)} other={formatDay(pair.other.since)} />
        </tbody>
      </table>
      <EvidenceList evidence={pair.evidence} />
    </div>
  );
}

function Line({ label, one, other }: { label: string; one: string[]; other: string[] }) {
  const mark = (mine: string[], theirs: string[]) =>
    mine.length === 0 ? <span className="lw-muted">—</span> : mine.map((value) => (
      <div key={value}>{theirs.includes(value) ? <mark>{value}</mark> : value}</div>
    ));
  return <Row label={label} one={mark(one, other)} other={mark(other, one)} />;
}

function Row({ label, one, other }: { label: string; one: ReactNode; other: ReactNode }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td>{one}</td>
      <td>{other}</td>
    </tr>
  );
}

function Leads({ of }: { of: Side }) {
  const { t } = useTranslation();
  if (of.leads.length === 0) return <span className="lw-muted">{t('duplicates.noLead')}</span>;
  return (
    <ul className="lw-related">
      {of.leads.map((lead) => (
        <li key={lead.id}>
          <Link to={`/leads/${lead.id}`}><Parts of={[lead.channel ?? t('common.unknown'), formatDay(lead.firstContactAt), lead.owner]} /></Link>
          <StageTag stage={lead.stage} />
        </li>
      ))}
    </ul>
  );
}
