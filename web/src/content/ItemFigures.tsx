import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { FUNNEL_STAGES } from '../common/model';
import { Money } from '../common/Money';
import { EmptyState } from '../common/templates/PageState';
import { DrillDrawer } from '../reports/DrillDrawer';
import { useDrill } from '../reports/drill';
import { useContentOutcomes } from './items';
import type { Item } from './model';
import { ReadFigures } from './ReadFigures';

/** How it was read; leads whose first content this was, and how far they came; each figure opens to its leads. */
export function ItemFigures({ item }: { item: Item }) {
  const { t } = useTranslation();
  const outcome = useContentOutcomes()(item);
  const { drill, open, close } = useDrill();
  const read = item.readers && <ReadFigures readers={item.readers} />;
  if (!outcome) return <>{read}<EmptyState title={t('content.figures.closed')} /></>;
  return (
    <>
      {read}
      <p className="lw-muted">{t('content.figures.hint')}</p>
      <div className="lw-kpis">
        {FUNNEL_STAGES.map((stage) => {
          const figure = outcome[stage] ?? 0;
          const label = t(`common.stage.${stage}`);
          return (
            <div key={stage} className="lw-kpi">
              <span className="lw-kpi-label">{label}</span>
              <span className="lw-kpi-value">
                <button
                  type="button"
                  className="lw-figure"
                  disabled={figure === 0}
                  onClick={() =>
                    open({
                      title: `${item.title} · ${label}`,
                      figure,
                      query: { by: 'item', basis: 'cohort', row: item.id, stage },
                    })
                  }
                >
                  {formatNumber(figure)}
                </button>
              </span>
            </div>
          );
        })}
        <div className="lw-kpi">
          <span className="lw-kpi-label">{t('common.field.revenue')}</span>
          <span className="lw-kpi-value"><Money fen={outcome.revenueFen} withUnit /></span>
        </div>
      </div>
      <p><Link to="/content/ranking">{t('content.figures.report')}</Link></p>
      <DrillDrawer drill={drill} onClose={close} />
    </>
  );
}
