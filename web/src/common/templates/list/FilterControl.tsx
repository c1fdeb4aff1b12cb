import { Select, TreeSelect } from 'antd';
import type { Filters } from '../../urlFilters';
import type { FilterDef } from './model';
import { PeriodPicker } from './PeriodPicker';
import { SearchBox } from './SearchBox';

interface FilterControlProps {
  def: FilterDef;
  filters: Filters;
  onChange: (patch: Record<string, string | undefined>, replace?: boolean) => void;
}

function joined(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value.join(',') : value;
}

/** One filter of the bar; all of them write to the address only. */
export function FilterControl({ def, filters, onChange }: FilterControlProps) {
  const value = filters[def.key];
  switch (def.kind) {
    case 'search':
      return (
        <SearchBox
          value={value ?? ''}
          placeholder={def.label}
          onSearch={(text) => onChange({ [def.key]: text || undefined }, true)}
        />
      );
    case 'period':
      return (
        <PeriodPicker
          label={def.label}
          value={{ ...(filters.from ? { from: filters.from } : {}), ...(filters.to ? { to: filters.to } : {}) }}
          onChange={(period) => onChange({ from: period.from, to: period.to })}
        />
      );
    case 'select':
      return (
        <Select<string | string[]>
          allowClear
          showSearch={{
            optionFilterProp: 'label',
            ...(def.onSearch ? { filterOption: false, onSearch: def.onSearch } : {}),
          }}
          mode={def.multiple ? 'multiple' : undefined}
          maxTagCount="responsive"
          placeholder={def.label}
          aria-label={def.label}
          loading={def.loading ?? false}
          value={def.multiple ? (value ? value.split(',') : []) : (value ?? null)}
          onChange={(next) => onChange({ [def.key]: joined(next) })}
          options={def.options}
          popupMatchSelectWidth={false}
          className={def.multiple ? 'lw-filter lw-filter-wide' : 'lw-filter'}
        />
      );
    case 'tree':
      return (
        <TreeSelect<string | string[]>
          allowClear
          showSearch={{ treeNodeFilterProp: 'title' }}
          multiple={def.multiple ?? false}
          maxTagCount="responsive"
          placeholder={def.label}
          aria-label={def.label}
          value={def.multiple ? (value ? value.split(',') : []) : value}
          onChange={(next: string | string[] | undefined) => onChange({ [def.key]: joined(next) })}
          treeData={def.options}
          treeDefaultExpandAll
          popupMatchSelectWidth={false}
          className={def.multiple ? 'lw-filter lw-filter-wide' : 'lw-filter'}
        />
      );
  }
}
