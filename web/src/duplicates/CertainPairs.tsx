import { App, Button, Progress } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../common/templates/useFailure';
import { mergeCertain, useCertain } from './duplicates';

/** What a search of the pool is certain of, merged at one word, with progress and a way to stop. */
export function CertainPairs() {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const failed = useFailure();
  const count = useCertain().data ?? 0;
  const [run, setRun] = useState<{ of: number; merged: number } | null>(null);
  const stop = useRef(false);

  const merge = async () => {
    stop.current = false;
    setRun({ of: count, merged: 0 });
    try {
      const merged = await mergeCertain((done) => setRun({ of: count, merged: done }), () => stop.current);
      void message.success(t('duplicates.certain.done', { count: merged }));
    } catch (error) {
      failed(error as Error);
    } finally {
      setRun(null);
    }
  };
  const ask = () =>
    modal.confirm({
      title: t('duplicates.certain.ask', { count }),
      content: t('duplicates.certain.askHint'),
      okText: t('duplicates.certain.all'),
      cancelText: t('common.cancel'),
      onOk: () => void merge(),
    });

  if (run)
    return (
      <div className="lw-certain" role="status">
        <span>{t('duplicates.certain.running', { merged: run.merged, of: run.of })}</span>
        <Progress percent={Math.min(100, Math.round((100 * run.merged) / Math.max(1, run.of)))} size="small" />
        <Button size="small" onClick={() => { stop.current = true; }}>{t('duplicates.search.stop')}</Button>
      </div>
    );
  if (count === 0) return null;
  return (
    <div className="lw-certain">
      <span>{t('duplicates.certain.some', { count })}</span>
      <Button size="small" onClick={ask}>{t('duplicates.certain.all')}</Button>
    </div>
  );
}
