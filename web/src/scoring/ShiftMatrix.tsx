import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { LeadName } from '../leads/LeadName';
import type { Shift } from './model';

interface ShiftMatrixProps {
  caption: string;
  shifts: Shift[];
  /** In which order rows and columns stand. */
  order: readonly string[];
  label: (value: string) => string;
}

/** From where to where leads go: rows are today, columns are the draft. A number opens to some of the people it counts. */
export function ShiftMatrix({ caption, shifts, order, label }: ShiftMatrixProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const rows = order.filter((from) => shifts.some((shift) => shift.from === from));
  const columns = order.filter((to) => shifts.some((shift) => shift.to === to));
  const of = (from: string, to: string) => shifts.find((shift) => shift.from === from && shift.to === to);
  const open = shifts.find((shift) => `${shift.from} ${shift.to}` === chosen);
  return (
    <div>
      <h3 className="lw-scoring-group">{caption}</h3>
      <div className="lw-shifts">
        <table aria-label={caption}>
          <thead>
            <tr>
              <th scope="col">{t('scoring.simulation.nowThen')}</th>
              {columns.map((to) => <th key={to} scope="col">{label(to)}</th>)}
            </tr>
          </thead>
          <tbody>
            {rows.map((from) => (
              <tr key={from}>
                <th scope="row">{label(from)}</th>
                {columns.map((to) => {
                  const shift = of(from, to);
                  const key = `${from} ${to}`;
                  return (
                    <td key={to} className={[from === to ? 'lw-stays' : '', key === chosen ? 'lw-chosen' : ''].join(' ')}>
                      {shift && shift.examples.length > 0 ? (
                        <button
                          type="button"
                          className="lw-figure"
                          aria-label={t('scoring.simulation.cell', { from: label(from), to: label(to), count: shift.leads })}
                          onClick={() => setChosen(key === chosen ? null : key)}
                        >
                          {formatNumber(shift.leads)}
                        </button>
                      ) : (
                        shift && formatNumber(shift.leads)
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {open && (
        <>
          <p className="lw-muted">{t('scoring.simulation.examples', { from: label(open.from), to: label(open.to), shown: open.examples.length, count: open.leads })}</p>
          <ul className="lw-score-list">
            {open.examples.map((lead) => (
              <li key={lead.id}>
                <span>
                  <Link to={`/leads/${lead.id}`}><LeadName lead={lead} /></Link>
                  {lead.company && <span className="lw-muted"> · {lead.company}</span>}
                  {lead.title && <span className="lw-muted"> · {lead.title}</span>}
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
