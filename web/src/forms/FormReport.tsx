import { Table } from 'antd';
import type { EChartsOption } from 'echarts';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { channelPath, useChannels } from '../campaigns/channels';
import { PALETTE } from '../common/charts/palette';
import { formatNumber, formatRate, ratio } from '../common/format/numbers';
import { useUsualFilters } from '../common/templates/list/useUsualFilters';
import { ReportPage } from '../common/templates/ReportPage';
import { useUrlFilters } from '../common/urlFilters';
import { useForm, useFormReport } from './forms';
import './forms.css';
import type { FigureLine, Figures } from './model';

interface Row {
  key: string;
  label: string;
  figures: Figures;
  query: string;
}

/** How many who see a form leave it, by day, channel and place. */
export function FormReport() {
  const { t } = useTranslation();
  const { id = '' } = useParams();
  const form = useForm(id);
  const usual = useUsualFilters();
  const channels = useChannels().data ?? [];
  const { filters } = useUrlFilters();
  const report = useFormReport(id, { from: filters.from, to: filters.to });
  const data = report.data;

  const option = useMemo<EChartsOption>(() => {
    const days = data?.days ?? [];
    const series = (name: string, color: string, of: (figures: Figures) => number) => ({
      type: 'line' as const, name, color, showSymbol: days.length < 40, data: days.map((line) => of(line.figures)),
    });
    return {
      grid: { left: 8, right: 16, top: 34, bottom: 4, outerBoundsMode: 'same' },
      legend: { top: 0, left: 0 },
      tooltip: { trigger: 'axis' },
      xAxis: { type: 'category', data: days.map((line) => line.day ?? '') },
      yAxis: { type: 'value', minInterval: 1 },
      series: [
        series(t('forms.figure.views'), PALETTE[0], (figures) => figures.views),
        series(t('forms.figure.starts'), PALETTE[2], (figures) => figures.starts),
        series(t('forms.figure.submissions'), PALETTE[1], (figures) => figures.submissions),
      ],
    };
  }, [data, t]);

  const row = (line: FigureLine, key: string, label: string, query: string): Row => ({ key, label, figures: line.figures, query });
  const table = (title: string, rows: Row[]) => (
    <Table<Row>
      size="small" className="lw-table" rowKey="key" dataSource={rows} pagination={false} scroll={{ x: 900 }} tableLayout="fixed"
      columns={[
        { key: 'label', title, render: (_v, one) => one.label },
        ...(['views', 'starts'] as const).map((word) => ({ key: word, title: t(`forms.figure.${word}`), align: 'right' as const, render: (_v: unknown, one: Row) => formatNumber(one.figures[word]) })),
        {
          key: 'submissions', title: t('forms.figure.submissions'), align: 'right',
          render: (_v, one) => <Link to={`/forms/${id}/submissions?status=taken${one.query}`}>{formatNumber(one.figures.submissions)}</Link>,
        },
        { key: 'rate', title: t('forms.figure.rate'), align: 'right', render: (_v, one) => formatRate(ratio(one.figures.submissions, one.figures.views)) },
        { key: 'finish', title: t('forms.figure.finish'), align: 'right', render: (_v, one) => formatRate(ratio(one.figures.submissions, one.figures.starts)) },
        ...(['newLeads', 'held', 'refused'] as const).map((word) => ({ key: word, title: t(`forms.figure.${word}`), align: 'right' as const, render: (_v: unknown, one: Row) => formatNumber(one.figures[word]) })),
      ]}
    />
  );
  const period = (filters.from ? `&from=${filters.from}` : '') + (filters.to ? `&to=${filters.to}` : '');
  const nothing = data && data.all.views + data.all.submissions + data.all.held + data.all.refused === 0;

  return (
    <ReportPage
      question={form.data ? t('forms.report.question', { name: form.data.name }) : t('forms.tab.report')}
      hint={t('forms.report.hint')}
      filters={[usual.period()]}
      controls={<Link to={`/forms/${id}`}>{t('forms.tab.builder')}</Link>}
      loading={report.isPending}
      error={report.error}
      onRetry={() => void report.refetch()}
      chart={data && data.days.length > 0 ? { option, label: t('forms.report.chart') } : null}
      table={
        data && (
          <>
            {table(t('common.total'), [row({ figures: data.all }, 'all', t('common.total'), period)])}
            {table(t('common.field.channel'), data.channels.map((line) =>
              row(line, line.channelId ?? 'none', channelPath(channels, line.channelId) ?? t('common.unknown'), `&channel=${line.channelId ?? 'none'}${period}`)))}
            {table(t('forms.submission.way'), data.ways.map((line) => row(line, line.way ?? '', t(`forms.way.${line.way}`), `&way=${line.way}${period}`)))}
            {table(t('common.period.label'), data.days.map((line) => row(line, line.day ?? '', line.day ?? '', `&from=${line.day}&to=${line.day}`)))}
          </>
        )
      }
      name="form"
      empty={nothing ? { title: t('forms.report.emptyTitle'), hint: t('forms.report.emptyHint') } : null}
    />
  );
}
