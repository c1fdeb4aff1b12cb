import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTopRows } from './imports';
import type { Import } from './model';

interface TableSourceProps {
  batch: Import;
  busy: boolean;
  onSheet: (sheet: string) => void;
  onHeaderRow: (row: number) => void;
}

/** Where in the file the table stands: its sheet, and the row that names the columns. */
export function TableSource({ batch, busy, onSheet, onHeaderRow }: TableSourceProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const top = useTopRows(batch.id, `${batch.sheet ?? ''}`, opened);
  const sheets = batch.sheets ?? [];
  const header = batch.headerRow;
  const row = (number: number, cells: readonly string[]) => t('imports.source.row', { row: number, cells: cells.join(t('imports.comma')) });
  const rows = top.data ?? (header ? [{ row: header, cells: batch.headers.slice(0, 12).map((one) => one.name) }] : []);

  return (
    <div className="lw-import-source">
      {sheets.length > 1 && (
        <label>
          <span className="lw-label">{t('imports.option.sheet')}</span>
          <Select
            aria-label={t('imports.option.sheet')}
            value={batch.sheet ?? null}
            loading={busy}
            disabled={busy}
            options={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
            onChange={onSheet}
          />
        </label>
      )}
      {header && (
        <label className="lw-import-header-row">
          <span className="lw-label">{t('imports.source.header')}</span>
          <Select
            aria-label={t('imports.source.header')}
            value={header}
            loading={busy || top.isFetching}
            disabled={busy}
            popupMatchSelectWidth
            options={rows.map((one) => ({ value: one.row, label: row(one.row, one.cells) }))}
            notFoundContent={top.error?.message}
            onOpenChange={(open) => setOpened(opened || open)}
            onChange={onHeaderRow}
          />
          <span className="lw-fact-source">{header > 1 ? t('imports.source.above', { count: header - 1 }) : t('imports.source.first')}</span>
        </label>
      )}
    </div>
  );
}
