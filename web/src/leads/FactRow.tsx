import { ClockCircleOutlined, EditOutlined } from '../common/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { DASH } from '../common/format/numbers';

interface FactRowProps {
  label: string;
  /** "from 导入 leads.csv, 2026-03-12". */
  source: string | undefined;
  /** What stands above all facts already; a fact from there only says so on hover. */
  usual: string | undefined;
  onEdit: (() => void) | undefined;
  /** Opens every value the field ever had. */
  onStory?: (() => void) | undefined;
  children: ReactNode;
}

export function FactRow({ label, source, usual, onEdit, onStory, children }: FactRowProps) {
  const { t } = useTranslation();
  return (
    <div className="lw-fact">
      <dt>{label}</dt>
      <dd>
        <div className="lw-fact-value">
          <span style={{ minWidth: 0, flex: 1 }} title={children && source === usual ? source : undefined}>{children ?? <span className="lw-muted">{DASH}</span>}</span>
          {onStory && (
            <Button type="text" size="small" icon={<ClockCircleOutlined />} aria-label={t('fields.story.open', { field: label })} onClick={onStory} />
          )}
          {onEdit && (
            <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('leads.fact.edit', { field: label })} onClick={onEdit} />
          )}
        </div>
        {source && source !== usual && children && <div className="lw-fact-source">{source}</div>}
      </dd>
    </div>
  );
}
