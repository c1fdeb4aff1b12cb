import { Alert, Button } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDay } from '../common/format/time';
import { LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { DeleteBatch } from './DeleteBatch';
import { keptDraft, keepDraft } from './draft';
import { FixedValues } from './FixedValues';
import { useImportKinds, useSendMapping } from './imports';
import { ListRules } from './ListRules';
import { problemsOf, requestOf, startOf } from './mapping';
import { MappingOptionsForm } from './MappingOptionsForm';
import { MappingTable } from './MappingTable';
import type { Import, ImportMapping } from './model';
import { TableSource } from './TableSource';

interface MappingStepProps {
  batch: Import;
  onSent: () => void;
}

/** Says what each column means; the check starts from here. */
export function MappingStep({ batch, onSent }: MappingStepProps) {
  const { t } = useTranslation();
  const failed = useFailure();
  const kinds = useImportKinds();
  const send = useSendMapping(batch.id);
  const [mapping, setMapping] = useState<ImportMapping>(() => keptDraft(batch) ?? startOf(batch));
  const kind = kinds.data?.find((one) => one.kind === batch.kind);
  const fields = kind?.fields;

  useEffect(() => keepDraft(batch, mapping), [batch, mapping]);

  if (!kind || !fields) return <LoadingState />;
  const problems = problemsOf(mapping, fields);
  const change = (patch: Partial<ImportMapping>) => setMapping({ ...mapping, ...patch });
  const check = () => send.mutate(requestOf(mapping), { onSuccess: onSent, onError: failed });
  // Another sheet, or another row as the header, has other columns: the server reads it and guesses anew.
  const look = (where: Pick<ImportMapping, 'sheet' | 'headerRow'>) =>
    send.mutate({ columns: {}, defaults: {}, options: mapping.options, ...where }, { onError: failed });

  return (
    <>
      {batch.remembered && (
        <Alert
          type="info"
          showIcon
          title={t('imports.mapping.remembered', { name: batch.remembered.name, day: formatDay(batch.remembered.usedAt) })}
          action={<Button size="small" onClick={() => setMapping(startOf({ ...batch, mapping: null }))}>{t('imports.mapping.guessAgain')}</Button>}
        />
      )}
      {batch.recognised && (
        <Alert type="success" showIcon title={t('imports.mapping.recognised', { name: batch.recognised })} />
      )}
      <div className="lw-panel lw-panel-list">
        <TableSource batch={batch} busy={send.isPending} onSheet={(sheet) => look({ sheet })} onHeaderRow={(headerRow) => look({ headerRow })} />
        <MappingTable batch={batch} fields={fields} mapping={mapping} onChange={(columns) => change({ columns })} />
      </div>
      {kind.rules.length > 0 && (
        <ListRules rules={kind.rules} said={mapping.rules ?? {}} onChange={(rules) => change({ rules })} />
      )}
      <div className="lw-import-two">
        <FixedValues fields={fields} mapping={mapping} onChange={(defaults) => change({ defaults })} />
        <MappingOptionsForm options={mapping.options} onChange={(options) => change({ options })} />
      </div>
      <div className="lw-import-foot">
        <div role="status">
          {problems.map((problem) => (
            <div key={problem.kind === 'nothing' ? 'nothing' : `${problem.kind}${problem.field.field}`} className="lw-warning">
              {problem.kind === 'nothing' && t('imports.mapping.nothing')}
              {problem.kind === 'missing' && t('imports.mapping.missing', { field: problem.field.label })}
              {problem.kind === 'double' && t('imports.mapping.double', { field: problem.field.label, columns: problem.columns.join(t('imports.comma')) })}
            </div>
          ))}
        </div>
        <div className="lw-actions">
          <Button type="primary" disabled={problems.length > 0} loading={send.isPending} onClick={check}>
            {t('imports.mapping.check')}
          </Button>
          <DeleteBatch id={batch.id} />
          <span className="lw-muted">{t('imports.mapping.checkHint')}</span>
        </div>
      </div>
    </>
  );
}
