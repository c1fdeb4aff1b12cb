import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { formatDuration } from '../common/format/time';
import { READ_FIGURES, type Readers } from './model';

/** How often an item was read, and how long one view lasted. */
export function ReadFigures({ readers }: { readers: Readers }) {
  const { t } = useTranslation();
  const mean = readers.views > 0 ? readers.dwellMs / 1000 / readers.views : undefined;
  const figures: [string, string][] = READ_FIGURES.map((key) => [t(`content.readers.${key}`), formatNumber(readers[key])]);
  figures.splice(2, 0, [t('content.readers.dwell'), formatDuration(mean)]);
  return (
    <>
      <p className="lw-muted">{t('content.readers.hint')}</p>
      <div className="lw-kpis">
        {figures.map(([label, figure]) => (
          <div key={label} className="lw-kpi">
            <span className="lw-kpi-label">{label}</span>
            <span className="lw-kpi-value">{figure}</span>
          </div>
        ))}
      </div>
    </>
  );
}
