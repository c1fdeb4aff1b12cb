import { Alert } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import type { DataProblem } from './model';
import { useProblemTitle } from './useProblemTitle';

interface ProblemNoticeProps {
  problems: DataProblem[];
  onOpen: (problem: DataProblem) => void;
  /** Where all of them are listed. */
  action?: ReactNode;
}

/** What in the data may mislead, said beside the figures. */
export function ProblemNotice({ problems, onOpen, action }: ProblemNoticeProps) {
  const { t } = useTranslation();
  const titleOf = useProblemTitle();
  const present = problems.filter((problem) => problem.count > 0);
  if (present.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      className="lw-report-notice"
      action={action}
      title={
        <span className="lw-problems">
          <span>{t('reports.problemNotice')}</span>
          {present.map((problem) => (
            <button key={problem.code} type="button" className="lw-figure" onClick={() => onOpen(problem)}>
              {titleOf(problem)} {formatNumber(problem.count)}
            </button>
          ))}
        </span>
      }
    />
  );
}
