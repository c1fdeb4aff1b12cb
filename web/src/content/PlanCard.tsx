import { MoreOutlined, WarningOutlined } from '../common/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { today } from '../common/format/time';
import { useUserOptions } from '../workspace/users';
import { type Brought, PLAN_STATUSES, type PlanEntry } from './model';
import type { Move } from './plan';
import { type Direction, stepped } from './planMoves';

const ARROWS: Record<string, Direction> = { ArrowUp: 'up', ArrowDown: 'down', ArrowLeft: 'left', ArrowRight: 'right' };

interface PlanCardProps {
  entry: PlanEntry;
  entries: PlanEntry[];
  brought: Brought;
  mayEdit: boolean;
  onMove: (move: Move) => void;
  onOpen: (entry: PlanEntry) => void;
}

/** A card is opened by Enter and moved by Alt and an arrow, or by its menu. */
export function PlanCard({ entry, entries, brought, mayEdit, onMove, onOpen }: PlanCardProps) {
  const { t } = useTranslation();
  const people = new Map((useUserOptions().data ?? []).map((user) => [user.id, user.name]));
  const author = entry.authorId ? people.get(entry.authorId) : entry.guestName;
  const late = Boolean(entry.dueOn && entry.dueOn < today() && entry.status !== 'published');
  const step = (direction: Direction) => {
    const move = stepped(entries, entry.id, direction);
    if (move) onMove(move);
  };
  return (
    <div className="lw-plan-card">
      <button
        type="button"
        className="lw-plan-open"
        aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown Alt+ArrowLeft Alt+ArrowRight"
        onClick={() => onOpen(entry)}
        onKeyDown={(event) => {
          const direction = ARROWS[event.key];
          if (!direction || !event.altKey || !mayEdit) return;
          event.preventDefault();
          step(direction);
        }}
      >
        <strong>{entry.topic}</strong>
        <span className="lw-muted">
          {[entry.kind && t(`content.kind.${entry.kind}`), entry.serves && t(`content.serves.${entry.serves}`), author].filter(Boolean).join(' · ')}
        </span>
        <span className="lw-plan-facts">
          {entry.dueOn && (
            <span className={late ? 'lw-warning' : 'lw-muted'}>
              {late && <WarningOutlined />} {entry.dueOn} {late && t('content.plan.late')}
            </span>
          )}
          {(entry.expectedLeads ?? 0) > 0 && (
            <span className="lw-num">
              {t('content.plan.broughtOf', { brought: formatNumber(brought.leads), expected: formatNumber(entry.expectedLeads) })}
            </span>
          )}
          {(entry.expectedReads ?? 0) > 0 && (
            <span className="lw-num">
              {t('content.plan.readOf', { brought: formatNumber(brought.reads), expected: formatNumber(entry.expectedReads) })}
            </span>
          )}
        </span>
      </button>
      {mayEdit && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: [
              ...PLAN_STATUSES.filter((status) => status !== entry.status).map((status) => ({
                key: status,
                label: t('content.plan.moveTo', { status: t(`content.planStatus.${status}`) }),
                onClick: () => onMove({ id: entry.id, status, before: null }),
              })),
              { key: 'up', label: t('content.plan.up'), disabled: !stepped(entries, entry.id, 'up'), onClick: () => step('up') },
              { key: 'down', label: t('content.plan.down'), disabled: !stepped(entries, entry.id, 'down'), onClick: () => step('down') },
            ],
          }}
        >
          <Button size="small" type="text" icon={<MoreOutlined />} aria-label={t('content.plan.move', { topic: entry.topic })} />
        </Dropdown>
      )}
    </div>
  );
}
