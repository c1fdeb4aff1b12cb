import { FilterOutlined } from '../../icons';
import { Badge, Button, Drawer } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Filters } from '../../urlFilters';
import { useNarrow } from '../../useNarrow';
import { FilterControl } from './FilterControl';
import type { FilterDef } from './model';

interface FilterBarProps {
  defs: FilterDef[];
  filters: Filters;
  onChange: (patch: Record<string, string | undefined>, replace?: boolean) => void;
}

function isSet(def: FilterDef, filters: Filters): boolean {
  return def.kind === 'period' ? Boolean(filters.from ?? filters.to) : Boolean(filters[def.key]);
}

/** Filters in a row; on a phone only the search stays and the rest opens from below. */
export function FilterBar({ defs, filters, onChange }: FilterBarProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const [more, setMore] = useState(false);
  const active = defs.filter((def) => def.kind !== 'search' && isSet(def, filters));

  const clearAll = () => {
    const keys = defs.flatMap((def) => (def.kind === 'period' ? ['from', 'to'] : [def.key]));
    onChange(Object.fromEntries(keys.map((key) => [key, undefined])));
  };
  const clear = (active.length > 0 || filters.q) && (
    <Button type="link" size="small" onClick={clearAll}>
      {t('common.filter.clear')}
    </Button>
  );
  const control = (def: FilterDef) => <FilterControl key={def.key} def={def} filters={filters} onChange={onChange} />;

  if (narrow) {
    const rest = defs.filter((def) => def.kind !== 'search');
    return (
      <div className="lw-filters">
        {defs.filter((def) => def.kind === 'search').map(control)}
        {rest.length > 0 && (
          <Badge count={active.length} size="small">
            <Button icon={<FilterOutlined />} aria-label={t('common.filter.open')} title={t('common.filter.open')} onClick={() => setOpen(true)} />
          </Badge>
        )}
        <Drawer
          open={open}
          onClose={() => setOpen(false)}
          placement="bottom"
          size="80%"
          title={t('common.filter.open')}
          extra={clear}
          footer={
            <Button type="primary" block onClick={() => setOpen(false)}>
              {t('common.filter.show')}
            </Button>
          }
        >
          <div className="lw-filters-stacked">
            {rest.map((def) => (
              <div key={def.key}>
                <div className="lw-label">{def.label}</div>
                {control(def)}
              </div>
            ))}
          </div>
        </Drawer>
      </div>
    );
  }

  const shown = defs.filter((def) => more || !def.secondary || isSet(def, filters));
  const hidden = defs.length - shown.length;
  return (
    <div className="lw-filters">
      {shown.map(control)}
      {(hidden > 0 || more) && (
        <Button type="text" onClick={() => setMore(!more)}>
          {more ? t('common.filter.less') : t('common.filter.more')}
        </Button>
      )}
      {clear}
    </div>
  );
}
