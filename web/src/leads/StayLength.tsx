import { WarningOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { stayLength } from './ledger';

/** How long a stage lasted; a negative one is a contradiction in the source and says so. */
export function StayLength({ milliseconds }: { milliseconds: number }) {
  const { t } = useTranslation();
  const { unit, value } = stayLength(milliseconds);
  const text = t(`leads.stay.${unit}`, { count: value });
  if (milliseconds >= 0) return <span className="lw-num">{text}</span>;
  return (
    <span className="lw-num lw-warning" title={t('leads.stay.negative')}>
      <WarningOutlined /> {text}
    </span>
  );
}
