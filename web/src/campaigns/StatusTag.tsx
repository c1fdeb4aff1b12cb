import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CampaignStatus } from './model';

const TONE: Record<CampaignStatus, string> = { planned: 'default', running: 'cyan', done: 'green' };
const MARK: Record<CampaignStatus, string> = { planned: '○', running: '◐', done: '●' };

export function StatusTag({ status }: { status: CampaignStatus }) {
  const { t } = useTranslation();
  return (
    <Tag color={TONE[status]} variant="filled" className="lw-tag">
      <span aria-hidden="true">{MARK[status]} </span>
      {t(`campaigns.status.${status}`)}
    </Tag>
  );
}
