import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import type { DataProblem } from '../reports/model';
import { useProblemTitle } from '../reports/useProblemTitle';

interface ProblemAlarmProps {
  problems: DataProblem[];
  onDrill: (problem: DataProblem) => void;
}

/** Figures stand on data; what is wrong with the data is said beside them, never hidden. */
export function ProblemAlarm({ problems, onDrill }: ProblemAlarmProps) {
  const { t } = useTranslation();
  const titleOf = useProblemTitle();
  const present = problems.filter((problem) => problem.count > 0);
  if (present.length === 0) return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={
        <span className="lw-problems">
          <span>{t('cockpit.problemTitle')}</span>
          {present.map((problem) => (
            <Button key={problem.code} type="link" size="small" className="lw-problem" onClick={() => onDrill(problem)}>
              {titleOf(problem)} {formatNumber(problem.count)}
            </Button>
          ))}
        </span>
      }
      action={<Link to="/reports/problems">{t('cockpit.all')}</Link>}
    />
  );
}
