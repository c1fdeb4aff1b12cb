import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { ListCards } from '../common/templates/list/ListCards';
import { useNarrow } from '../common/useNarrow';
import { FieldPicker } from './FieldPicker';
import { GuessMark } from './GuessMark';
import { columnsOf } from './mapping';
import type { Import, ImportField, ImportHeader, ImportMapping } from './model';

interface MappingTableProps {
  batch: Import;
  fields: ImportField[];
  mapping: ImportMapping;
  onChange: (columns: Record<string, string[]>) => void;
}

/** One row per column of the file: its name, what stands in it, what it means. */
export function MappingTable({ batch, fields, mapping, onChange }: MappingTableProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const uses = columnsOf(mapping);

  const samples = (header: ImportHeader) => {
    const filled = header.samples.filter(Boolean);
    if (filled.length === 0) return <span className="lw-muted">{t('imports.mapping.blankColumn')}</span>;
    return (
      <span className="lw-samples">
        {filled.map((sample, index) => (
          // Samples repeat and never move.
          <span key={index} title={sample}>{sample}</span>
        ))}
      </span>
    );
  };
  const picker = (header: ImportHeader) => (
    <FieldPicker
      column={header.name}
      fields={fields}
      chosen={mapping.columns[header.name] ?? []}
      uses={uses}
      onChange={(chosen) => onChange({ ...mapping.columns, [header.name]: chosen })}
    />
  );
  const mark = (header: ImportHeader) => <GuessMark header={header} chosen={mapping.columns[header.name] ?? []} />;

  if (narrow)
    return (
      <ListCards
        rows={batch.headers}
        rowKey={(header) => header.name}
        onOpen={undefined}
        card={(header) => (
          <>
            <div className="lw-card-head">
              <strong>{header.name}</strong>
              {mark(header)}
            </div>
            <div className="lw-card-line">{samples(header)}</div>
            {picker(header)}
          </>
        )}
      />
    );
  return (
    <Table<ImportHeader>
      size="small"
      className="lw-table"
      rowKey="name"
      dataSource={batch.headers}
      pagination={false}
      scroll={{ x: 900 }}
      columns={[
        { title: t('imports.mapping.column'), key: 'name', width: 200, render: (_value, header) => <strong className="lw-wrap">{header.name}</strong> },
        { title: t('imports.mapping.samples'), key: 'samples', render: (_value, header) => samples(header) },
        { title: t('imports.mapping.target'), key: 'target', width: 340, render: (_value, header) => picker(header) },
        { title: t('imports.mapping.confidence'), key: 'confidence', width: 110, render: (_value, header) => mark(header) },
      ]}
    />
  );
}
