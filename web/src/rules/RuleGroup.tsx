import { DeleteOutlined, PlusOutlined } from '../common/icons';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { AsksRow } from './AsksRow';
import { DidRow } from './DidRow';
import { type Catalogue, type Group, isDid, isGroup, type Item, type Mode, newAsks } from './model';

interface RuleGroupProps {
  group: Group;
  catalogue: Catalogue;
  depth?: number;
  onChange: (group: Group) => void;
}

/** Deeper than this nobody follows what is meant. */
const DEEPEST = 3;

export function RuleGroup({ group, catalogue, depth = 1, onChange }: RuleGroupProps) {
  const { t } = useTranslation();
  const put = (index: number, item: Item) => onChange({ ...group, of: group.of.map((each, at) => (at === index ? item : each)) });
  const remove = (index: number) => onChange({ ...group, of: group.of.filter((_, at) => at !== index) });
  const add = (item: Item) => onChange({ ...group, of: [...group.of, item] });
  const usual = catalogue.leads.find(({ key }) => key === 'person.title') ?? catalogue.leads[0];
  const scene = catalogue.deeds.find(({ key }) => key === 'deed.scene') ?? catalogue.deeds[0];

  const row = (item: Item, index: number) => {
    if (isGroup(item)) return <RuleGroup group={item} catalogue={catalogue} depth={depth + 1} onChange={(next) => put(index, next)} />;
    if (isDid(item)) return <DidRow did={item} fields={catalogue.deeds} onChange={(next) => put(index, next)} />;
    return (
      <div className="lw-rule-line">
        <AsksRow asks={item} fields={catalogue.leads} onChange={(next) => put(index, next)} />
      </div>
    );
  };

  return (
    <div className="lw-rule-group" role="group" aria-label={t(`rules.mode.${group.mode}`)}>
      <Segmented<Mode>
        size="small"
        value={group.mode}
        onChange={(mode) => onChange({ ...group, mode })}
        options={(['all', 'any', 'none'] as const).map((value) => ({ value, label: t(`rules.mode.${value}`) }))}
      />
      {group.of.map((item, index) => (
        // Rows have no name of their own; they are only ever added and removed.
        <div className="lw-rule-item" key={index}>
          {row(item, index)}
          <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('rules.remove')} onClick={() => remove(index)} />
        </div>
      ))}
      <div className="lw-actions">
        {usual && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => add(newAsks(usual))}>
            {t('rules.addField')}
          </Button>
        )}
        {scene && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => add({ did: [newAsks(scene)], least: 1, most: null, days: 30 })}>
            {t('rules.addDid')}
          </Button>
        )}
        {depth < DEEPEST && (
          <Button size="small" icon={<PlusOutlined />} onClick={() => add({ mode: 'any', of: [] })}>
            {t('rules.addGroup')}
          </Button>
        )}
      </div>
    </div>
  );
}
