import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ImportStatus } from './model';

const TONE: Record<ImportStatus, string> = {
  mapping: 'default', checking: 'cyan', checked: 'blue', committing: 'cyan', done: 'green', cancelled: 'default',
  stopped: 'gold', failed: 'red', undoing: 'cyan', undone: 'default', partlyUndone: 'gold',
};
const MARK: Record<ImportStatus, string> = {
  mapping: '○', checking: '◔', checked: '◑', committing: '◕', done: '●', cancelled: '✕', stopped: '❙❙', failed: '✕',
  undoing: '↺', undone: '↺', partlyUndone: '↺',
};

export function ImportStatusTag({ status }: { status: ImportStatus }) {
  const { t } = useTranslation();
  return (
    <Tag variant="filled" color={TONE[status]} className="lw-tag">
      <span aria-hidden="true">{MARK[status]} </span>
      {t(`imports.status.${status}`)}
    </Tag>
  );
}
