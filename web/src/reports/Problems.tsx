import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { ListCard } from '../common/templates/list/ListCard';
import { ListCards } from '../common/templates/list/ListCards';
import { ReportPage } from '../common/templates/ReportPage';
import { useUrlFilters } from '../common/urlFilters';
import { useNarrow } from '../common/useNarrow';
import { useDrill } from './drill';
import { DrillDrawer } from './DrillDrawer';
import { Figure } from './Figure';
import type { DataProblem } from './model';
import { problemDrill, questionOf } from './question';
import './reports.css';
import { useProblemTitle } from './useProblemTitle';
import { useReport } from './useReport';
import { useReportFilters } from './useReportFilters';

/** What is wrong with the data, how many leads it touches, and what to do about it. */
export function Problems() {
  const { t, i18n } = useTranslation();
  const narrow = useNarrow();
  const titleOf = useProblemTitle();
  const { filters } = useUrlFilters();
  const defs = useReportFilters();
  const { drill, open, close } = useDrill();
  const question = questionOf(filters, {});
  const { data, ...state } = useReport<DataProblem[]>('/reports/problems', question);
  const present = (data ?? []).filter((problem) => problem.count > 0);
  const advice = (problem: DataProblem) =>
    i18n.exists(`reports.problem.advice.${problem.code}`) ? t(`reports.problem.advice.${problem.code}`) : '';
  const openProblem = (problem: DataProblem) => open(problemDrill(question, { ...problem, message: titleOf(problem) }));
  const figure = (problem: DataProblem) => (
    <Figure value={problem.count} label={titleOf(problem)} onOpen={() => openProblem(problem)} />
  );

  return (
    <ReportPage
      question={t('reports.problem.question')}
      hint={t('reports.problem.hint')}
      filters={defs}
      {...state}
      table={
        narrow ? (
          <ListCards
            rows={present}
            rowKey={(problem) => problem.code}
            onOpen={openProblem}
            card={(problem) => <ListCard title={titleOf(problem)} mark={figure(problem)} lines={[advice(problem)]} />}
          />
        ) : (
          <Table<DataProblem>
            size="small"
            className="lw-table"
            rowKey="code"
            dataSource={present}
            pagination={false}
            columns={[
              { title: t('reports.problem.what'), key: 'what', render: (_value, problem) => titleOf(problem) },
              { title: t('reports.problem.count'), key: 'count', align: 'right', width: 120, render: (_value, problem) => figure(problem) },
              { title: t('reports.problem.adviceTitle'), key: 'advice', render: (_value, problem) => <span className="lw-wrap lw-muted">{advice(problem)}</span> },
            ]}
          />
        )
      }
      name={t('reports.problem.name')}
      empty={data && present.length === 0 ? { title: t('reports.problem.none'), hint: t('reports.problem.noneHint') } : null}
    >
      <DrillDrawer drill={drill} onClose={close} />
    </ReportPage>
  );
}
