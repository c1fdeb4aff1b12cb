import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ItemStatus } from './model';

const TONE: Record<ItemStatus, string> = { draft: 'default', published: 'green', archived: 'default' };
const MARK: Record<ItemStatus, string> = { draft: '○', published: '●', archived: '▪' };

export function ItemStatusTag({ status }: { status: ItemStatus }) {
  const { t } = useTranslation();
  return (
    <Tag color={TONE[status]} variant="filled" className="lw-tag">
      <span aria-hidden="true">{MARK[status]} </span>
      {t(`content.status.${status}`)}
    </Tag>
  );
}
