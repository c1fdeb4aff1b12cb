import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../common/useNarrow';
import { type Brought, PLAN_STATUSES, type PlanEntry, type PlanStatus } from './model';
import type { Move } from './plan';
import { PlanCard } from './PlanCard';
import { column } from './planMoves';

interface PlanBoardProps {
  entries: PlanEntry[];
  brought: (entry: PlanEntry) => Brought;
  mayEdit: boolean;
  onMove: (move: Move) => void;
  onOpen: (entry: PlanEntry) => void;
}

/** Columns to drag cards between; on a phone the columns follow one another as lists. */
export function PlanBoard({ entries, brought, mayEdit, onMove, onOpen }: PlanBoardProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<PlanStatus | null>(null);

  const drop = (status: PlanStatus, before: string | null) => {
    if (dragged && dragged !== before) onMove({ id: dragged, status, before });
    setDragged(null);
    setOver(null);
  };
  return (
    <div className={narrow ? 'lw-plan lw-plan-list' : 'lw-plan'}>
      {PLAN_STATUSES.map((status) => {
        const cards = column(entries, status);
        return (
          <section
            key={status}
            className={over === status ? 'lw-plan-column lw-plan-over' : 'lw-plan-column'}
            aria-label={t(`content.planStatus.${status}`)}
            onDragOver={(event) => {
              if (!dragged) return;
              event.preventDefault();
              setOver(status);
            }}
            onDragLeave={() => setOver(null)}
            onDrop={(event) => {
              event.preventDefault();
              drop(status, null);
            }}
          >
            <h2>
              {t(`content.planStatus.${status}`)} <span className="lw-muted">{cards.length}</span>
            </h2>
            <ul>
              {cards.map((entry) => (
                <li
                  key={entry.id}
                  draggable={mayEdit && !narrow}
                  onDragStart={(event) => {
                    event.dataTransfer.effectAllowed = 'move';
                    event.dataTransfer.setData('text/plain', entry.topic);
                    setDragged(entry.id);
                  }}
                  onDragEnd={() => setDragged(null)}
                  onDrop={(event) => {
                    event.preventDefault();
                    event.stopPropagation();
                    drop(status, entry.id);
                  }}
                >
                  <PlanCard entry={entry} entries={entries} brought={brought(entry)} mayEdit={mayEdit} onMove={onMove} onOpen={onOpen} />
                </li>
              ))}
            </ul>
            {cards.length === 0 && <p className="lw-muted">{t('content.plan.emptyColumn')}</p>}
          </section>
        );
      })}
    </div>
  );
}
