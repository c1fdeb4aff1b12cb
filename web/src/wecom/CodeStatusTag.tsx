import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CodeStatus } from './model';

const TONE: Record<CodeStatus, string> = { making: 'blue', live: 'green', failed: 'red', ended: 'default' };

export function CodeStatusTag({ status }: { status: CodeStatus }) {
  const { t } = useTranslation();
  return <Tag color={TONE[status]} variant="filled" className="lw-tag">{t(`wecom.status.${status}`)}</Tag>;
}
