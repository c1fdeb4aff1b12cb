import { Tooltip } from 'antd';
import { auditText } from './auditText';

export function AuditDetail({ detail }: { detail: Record<string, unknown> | null | undefined }) {
  const text = auditText(detail);
  return (
    <Tooltip title={text.length > 60 ? text : ''}>
      <span className="lw-muted lw-audit-detail">{text}</span>
    </Tooltip>
  );
}
