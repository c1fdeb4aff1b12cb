import { Popover, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import './scoring.css';
import { ScorePoints } from './ScorePoints';

const TONE: Record<string, string> = { A: 'green', B: 'blue', C: 'gold', D: 'default' };

/** The grade alone. */
export function Grade({ grade }: { grade: string }) {
  return <Tag color={TONE[grade.charAt(0)] ?? 'default'} variant="filled" className="lw-tag lw-num">{grade}</Tag>;
}

/** The grade of a lead; behind it stands why. */
export function GradeTag({ leadId, grade }: { leadId: string; grade: string | null | undefined }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!grade) return null;
  return (
    // In a list a click on the row opens the record; this one only explains.
    <span onClick={(event) => event.stopPropagation()}>
      <Popover trigger="click" open={open} onOpenChange={setOpen} destroyOnHidden content={<div className="lw-score-pop"><ScorePoints leadId={leadId} brief /></div>}>
        <button type="button" className="lw-score-open" aria-label={t('scoring.card.explain', { grade })} onKeyDown={(event) => event.stopPropagation()}>
          <Grade grade={grade} />
        </button>
      </Popover>
    </span>
  );
}
