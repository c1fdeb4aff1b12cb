import { Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { useNarrow } from '../common/useNarrow';
import type { LeadRow } from '../leads/model';
import type { Drill } from './drill';
import { DrillBody } from './DrillBody';
import { DrillLeads } from './DrillLeads';
import { DrillTouches } from './DrillTouches';
import type { TouchEntry } from './model';

/** The people or touches behind a figure. */
export function DrillDrawer({ drill, onClose }: { drill: Drill | null; onClose: () => void }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  return (
    <Drawer
      open={drill !== null}
      onClose={onClose}
      size={narrow ? '100%' : 'min(980px, 92vw)'}
      title={drill ? `${drill.title} · ${formatNumber(drill.figure)}` : ''}
      styles={{ body: { padding: narrow ? 12 : 20 } }}
      destroyOnHidden
    >
      {drill && drill.of === 'touches' && (
        <DrillBody<TouchEntry> drill={drill} empty={t('reports.drill.noTouches')}>{(rows) => <DrillTouches rows={rows} />}</DrillBody>
      )}
      {drill && drill.of !== 'touches' && (
        <DrillBody<LeadRow> drill={drill} empty={t('reports.drill.empty')}>{(rows) => <DrillLeads rows={rows} />}</DrillBody>
      )}
    </Drawer>
  );
}
