import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { useFailure } from '../common/templates/useFailure';
import { CasesFound } from './CasesFound';
import { DeleteBatch } from './DeleteBatch';
import { useImportAction } from './imports';
import type { Import } from './model';
import { Problems } from './Problems';
import { Tally } from './Tally';

/** What would happen, before anything does. */
export function CheckedStep({ batch, onRemap }: { batch: Import; onRemap: () => void }) {
  const { t } = useTranslation();
  const failed = useFailure();
  const action = useImportAction(batch.id);
  const check = batch.check;
  if (!check) return null;
  const nothingNew = check.good > 0 && check.new + check.changed + (check.waiting ?? 0) === 0;

  return (
    <>
      <div className="lw-panel lw-import-step">
        <Tally counts={check} rows={check.rows} />
        {nothingNew && <Alert type="info" showIcon title={t('imports.check.nothingNew')} />}
        {check.bad > 0 && (
          <Alert type="warning" showIcon title={t('imports.check.bad', { count: check.bad, shown: formatNumber(check.bad) })} description={t('imports.check.badHint')} />
        )}
        <CasesFound kind={batch.kind} cases={check.cases ?? []} />
        {(check.remarked ?? 0) > 0 && (
          <Alert type="warning" showIcon title={t('imports.check.remarked', { count: check.remarked, shown: formatNumber(check.remarked) })} />
        )}
        {check.notices.map((notice) => (
          <Alert
            key={notice.code}
            type="info"
            showIcon
            title={notice.message}
            className="lw-import-notice"
            {...(notice.examples.length > 0 ? { description: t('imports.check.examples', { list: notice.examples.join(t('imports.comma')) }) } : {})}
          />
        ))}
        <div className="lw-actions">
          <Button
            type="primary"
            disabled={check.good === 0}
            loading={action.isPending}
            onClick={() => action.mutate('commit', { onError: failed })}
          >
            {check.bad > 0
              ? t('imports.check.commitGood', { count: check.good, shown: formatNumber(check.good) })
              : t('imports.check.commit', { count: check.good, shown: formatNumber(check.good) })}
          </Button>
          <Button onClick={onRemap}>{t('imports.remap')}</Button>
          <DeleteBatch id={batch.id} />
          {(check.waiting ?? 0) > 0 && (
            <span className="lw-muted">{t('imports.check.waiting', { count: check.waiting, shown: formatNumber(check.waiting ?? 0) })}</span>
          )}
        </div>
      </div>
      {check.bad + (check.remarked ?? 0) > 0 && <Problems id={batch.id} name={batch.fileName} />}
    </>
  );
}
