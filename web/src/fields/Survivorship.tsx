import { ArrowDownOutlined, ArrowUpOutlined } from '../common/icons';
import { Alert, Button, Progress, Select, Table } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { RecordSection } from '../common/templates/RecordSection';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useFailure } from '../common/templates/useFailure';
import { RelativeTime } from '../common/RelativeTime';
import { sourceWord } from '../leads/sourceWord';
import { useCan } from '../workspace/session';
import './fields.css';
import { useWords } from './fields';
import { PreviewResult } from './PreviewResult';
import { changeRules, previewRules, type Rule, RULES, stopRun, type SurvivorshipPreview, type SurvivorshipSettings, useSurvivorship } from './survivorship';

type FieldRule = SurvivorshipSettings['fields'][number];

/** Which of several values of a field is shown: explained, previewed, changed, and how far the change is. */
export function Survivorship() {
  const { t } = useTranslation();
  const words = useWords();
  const mayEdit = useCan()('settings.edit');
  const query = useSurvivorship();
  const failed = useFailure();
  const [rules, setRules] = useState<Record<string, Rule>>({});
  const [order, setOrder] = useState<string[] | null>(null);
  const [preview, setPreview] = useState<SurvivorshipPreview | null>(null);
  const [busy, setBusy] = useState<'preview' | 'save' | null>(null);
  const settings = query.data;
  const fields = settings?.fields ?? [];
  const sources = order ?? settings?.sources ?? [];
  const ruleOf = (row: FieldRule): Rule => rules[row.field] ?? row.rule;
  const changed = order !== null || fields.some((row) => ruleOf(row) !== row.rule);
  const bySource = fields.some((row) => ruleOf(row) === 'source');
  const run = settings?.run;

  const edit = (change: () => void) => {
    setPreview(null);
    change();
  };
  const act = (what: 'preview' | 'save') => {
    setBusy(what);
    const wanted = { rules, sources };
    const done = what === 'preview' ? previewRules(wanted).then(setPreview) : changeRules(wanted).then(reset);
    done.catch(failed).finally(() => setBusy(null));
  };
  const reset = () => {
    setRules({});
    setOrder(null);
    setPreview(null);
  };
  const move = (index: number, by: number) =>
    edit(() => {
      const next = [...sources];
      const [source] = next.splice(index, 1);
      if (source) next.splice(index + by, 0, source);
      setOrder(next);
    });

  return (
    <SettingsPage
      title={t('fields.survivorship.title')}
      explain={t('fields.survivorship.explain')}
      loading={query.isPending}
      error={query.error}
      onRetry={() => void query.refetch()}
    >
      {run && (
        <Alert
          type={run.state === 'running' ? 'info' : run.state === 'done' ? 'success' : 'warning'}
          style={{ marginBottom: 12 }}
          title={
            <>
              {t(`fields.survivorship.run.${run.state}`, { by: run.startedBy, changed: formatNumber(run.changed) })}{' '}
              <RelativeTime at={run.endedAt ?? run.startedAt} />
            </>
          }
          description={
            run.state === 'running' && (
              <>
                <Progress percent={run.total ? Math.floor((100 * run.done) / run.total) : 0} size="small" aria-label={t('fields.survivorship.progress')} />
                {mayEdit && <Button size="small" onClick={() => void stopRun().catch(failed)}>{t('fields.survivorship.stop')}</Button>}
              </>
            )
          }
        />
      )}
      <ul className="lw-rule-words">
        {RULES.map((rule) => (
          <li key={rule}><strong>{t(`fields.survivorship.rule.${rule}`)}</strong> {t(`fields.survivorship.means.${rule}`)}</li>
        ))}
      </ul>
      <Table<FieldRule>
        rowKey="field"
        size="small"
        pagination={false}
        dataSource={fields}
        columns={[
          { title: t('fields.name'), render: (_, row) => <>{words(row.label)} <span className="lw-muted">{t(`fields.entity.${row.entity}`)}</span></> },
          {
            title: t('fields.survivorship.ruleTitle'),
            render: (_, row) => (
              <Select<Rule>
                disabled={!mayEdit}
                value={ruleOf(row)}
                aria-label={t('fields.survivorship.ruleOf', { name: words(row.label) })}
                onChange={(rule) => edit(() => setRules({ ...rules, [row.field]: rule }))}
                options={RULES.map((value) => ({ value, label: t(`fields.survivorship.rule.${value}`) }))}
                popupMatchSelectWidth={false}
                style={{ minWidth: 130 }}
              />
            ),
          },
        ]}
      />
      {bySource && (
        <RecordSection title={t('fields.survivorship.sources')}>
          <p className="lw-muted">{t('fields.survivorship.sourcesHint')}</p>
          {sources.length === 0 && <p className="lw-muted">{t('fields.survivorship.noSources')}</p>}
          <ol className="lw-sources">
            {sources.map((source, index) => {
              const word = sourceWord({ source }, t);
              return (
                <li key={source}>
                  <span>{word}</span>
                  {mayEdit && (
                    <span className="lw-actions">
                      <Button type="text" size="small" icon={<ArrowUpOutlined />} disabled={index === 0} aria-label={t('fields.up', { name: word })} onClick={() => move(index, -1)} />
                      <Button type="text" size="small" icon={<ArrowDownOutlined />} disabled={index === sources.length - 1} aria-label={t('fields.down', { name: word })} onClick={() => move(index, 1)} />
                    </span>
                  )}
                </li>
              );
            })}
          </ol>
        </RecordSection>
      )}
      {mayEdit && (
        <div className="lw-actions lw-rule-actions">
          <Button disabled={!changed} loading={busy === 'preview'} onClick={() => act('preview')}>{t('fields.survivorship.preview')}</Button>
          <Button type="primary" disabled={!changed || !preview} loading={busy === 'save'} onClick={() => act('save')}>{t('fields.survivorship.apply')}</Button>
          {changed && <Button type="text" onClick={reset}>{t('common.cancel')}</Button>}
        </div>
      )}
      {preview && <PreviewResult preview={preview} labels={new Map(fields.map((row) => [row.field, words(row.label)]))} />}
    </SettingsPage>
  );
}
