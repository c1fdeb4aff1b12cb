import { Tooltip } from 'antd';
import { auditText } from './auditText';
import { useAuditWords } from './useAuditWords';

export function AuditDetail({ detail }: { detail: Record<string, unknown> | null | undefined }) {
  const text = auditText(detail, useAuditWords());
  return (
    <Tooltip title={text.length > 60 ? text : ''}>
      <span className="lw-muted lw-audit-detail">{text}</span>
    </Tooltip>
  );
}
