import { Button, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeleteOutlined, PlusOutlined } from '../common/icons';
import { usePreferences } from '../common/preferences';
import { EditDrawer } from '../common/templates/EditDrawer';
import { AsksRow } from '../rules/AsksRow';
import { type Asks, type Condition, editable, EVERYBODY, isComplete, newAsks } from '../rules/model';
import { RuleBuilder } from '../rules/RuleBuilder';
import { useCatalogue } from '../rules/rules';
import { GROUPS, labelOf, type EngagementPart, type FitPart, type Group } from './model';

/** A rule that is edited; none of it is there yet of a new one. */
export type Edited = { kind: 'fit'; part: FitPart | null } | { kind: 'engagement'; part: EngagementPart | null };

interface RuleDrawerProps {
  edited: Edited;
  onClose: () => void;
  onSave: (edited: { kind: Edited['kind']; part: FitPart | EngagementPart }) => Promise<void>;
}

interface Values {
  label: string;
  group: Group;
  points: number;
  most: number;
}

/** A key that nobody reads; it names the rule from now on. */
const newKey = () => `r-${Math.random().toString(36).slice(2, 10)}`;

/** What a rule asks and what it is worth. */
export function RuleDrawer({ edited, onClose, onSave }: RuleDrawerProps) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  const [form] = Form.useForm<Values>();
  const catalogue = useCatalogue().data;
  const { kind, part } = edited;
  const [when, setWhen] = useState<Condition>(kind === 'fit' && edited.part ? edited.part.when : EVERYBODY);
  const [where, setWhere] = useState<Asks[]>(kind === 'engagement' && edited.part ? edited.part.where : []);
  const [saving, setSaving] = useState(false);
  const [error, setError] = useState<Error | null>(null);
  const deeds = catalogue?.deeds ?? [];
  const scene = deeds.find(({ key }) => key === 'deed.scene') ?? deeds[0];

  const complete = () => {
    if (!catalogue) return false;
    const asked = kind === 'fit' ? when : { did: where, least: 1, most: null, days: null };
    const empty = kind === 'fit' ? editable(when).of.length === 0 : where.length === 0;
    return !empty && isComplete(editable(asked), catalogue);
  };
  const save = async ({ label, group, points, most }: Values) => {
    if (!complete()) {
      setError(new Error(t('scoring.rule.incomplete')));
      return;
    }
    // A name that was changed is no longer what the other language says.
    const named = part && labelOf(part, language) === label ? { zh: part.zh ?? null, en: part.en ?? null } : { zh: null, en: null, [language === 'en' ? 'en' : 'zh']: label };
    const common = { key: part?.key ?? newKey(), ...named, points };
    setSaving(true);
    setError(null);
    try {
      await onSave({ kind, part: kind === 'fit' ? { ...common, group, when } : { ...common, where, most } });
      onClose();
    } catch (refused) {
      setError(refused as Error);
    } finally {
      setSaving(false);
    }
  };
  return (
    <EditDrawer<Values>
      open
      wide
      title={t(part ? 'scoring.rule.change' : `scoring.rule.new.${kind}`)}
      onClose={onClose}
      form={form}
      initialValues={{
        label: part ? labelOf(part, language) : '',
        group: kind === 'fit' ? edited.part?.group ?? 'other' : 'other',
        points: part?.points ?? 10,
        most: kind === 'engagement' ? edited.part?.most ?? 3 : 1,
      }}
      onFinish={(values) => void save(values)}
      saving={saving}
      error={error}
    >
      <Form.Item name="label" label={t('scoring.rule.label')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
        <Input maxLength={100} />
      </Form.Item>
      {kind === 'fit' && (
        <Form.Item name="group" label={t('scoring.rule.group')}>
          <Select options={GROUPS.map((value) => ({ value, label: t(`scoring.group.${value}`) }))} />
        </Form.Item>
      )}
      <Form.Item name="points" label={t('scoring.rule.points')} extra={t('scoring.rule.pointsHint')} rules={[{ required: true, message: t('common.required') }]}>
        <InputNumber min={-100} max={100} precision={0} />
      </Form.Item>
      {kind === 'engagement' && (
        <Form.Item name="most" label={t('scoring.rule.most')} extra={t('scoring.rule.mostHint')} rules={[{ required: true, message: t('common.required') }]}>
          <InputNumber min={1} max={50} precision={0} />
        </Form.Item>
      )}
      <Form.Item label={t(kind === 'fit' ? 'scoring.rule.when' : 'scoring.rule.where')}>
        {kind === 'fit' ? (
          <RuleBuilder value={when} onChange={setWhen} />
        ) : (
          <>
            {where.map((asks, index) => (
              // Rows have no name of their own; they are only ever added and removed.
              <div className="lw-rule-line" key={index}>
                <AsksRow asks={asks} fields={deeds} onChange={(next) => setWhere(where.map((each, at) => (at === index ? next : each)))} />
                <Button
                  type="text"
                  size="small"
                  icon={<DeleteOutlined />}
                  aria-label={t('scoring.rule.removeAsks')}
                  onClick={() => setWhere(where.filter((_, at) => at !== index))}
                />
              </div>
            ))}
            {scene && (
              <Button size="small" icon={<PlusOutlined />} onClick={() => setWhere([...where, newAsks(scene)])}>{t('scoring.rule.addAsks')}</Button>
            )}
          </>
        )}
      </Form.Item>
    </EditDrawer>
  );
}
