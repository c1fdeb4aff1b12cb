import { WarningOutlined } from '../common/icons';
import { useTranslation } from 'react-i18next';
import { DASH } from '../common/format/numbers';
import { stayLength } from './ledger';

/** How long a stage lasted; a negative one is a contradiction in the source and says so. */
export function StayLength({ milliseconds }: { milliseconds: number }) {
  const { t } = useTranslation();
  // An implied stage carries the time of the next one: it has no length of its own.
  if (milliseconds === 0) return <span className="lw-muted">{DASH}</span>;
  const { unit, value } = stayLength(milliseconds);
  const text = t(`leads.stay.${unit}`, { count: value });
  if (milliseconds >= 0) return <span className="lw-num">{text}</span>;
  return (
    <span className="lw-num lw-warning" title={t('leads.stay.negative')}>
      <WarningOutlined /> {text}
    </span>
  );
}
