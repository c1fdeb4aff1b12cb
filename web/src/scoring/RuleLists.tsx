import { Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DeleteOutlined, EditOutlined, PlusOutlined } from '../common/icons';
import { usePreferences } from '../common/preferences';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import type { Asks } from '../rules/model';
import { useCatalogue } from '../rules/rules';
import { RuleText, useAsksWords } from '../rules/RuleText';
import { GROUPS, labelOf, signed, type Definition, type EngagementPart, type FitPart } from './model';
import { RuleDrawer, type Edited } from './RuleDrawer';

interface RuleListsProps {
  definition: Definition;
  broken: string[];
  mayEdit: boolean;
  onChange: (change: (before: Definition) => Definition) => Promise<void>;
}

/** All rules of a model: what leads are, and what they did. */
export function RuleLists({ definition, broken, mayEdit, onChange }: RuleListsProps) {
  const { t } = useTranslation();
  const failed = useFailure();
  const toast = useUndoToast();
  const { language } = usePreferences();
  const [edited, setEdited] = useState<Edited | null>(null);

  const into = <P extends { key: string }>(parts: P[], one: P) =>
    parts.some(({ key }) => key === one.key) ? parts.map((each) => (each.key === one.key ? one : each)) : [...parts, one];
  const put = ({ kind, part }: { kind: Edited['kind']; part: FitPart | EngagementPart }) =>
    onChange((before) =>
      kind === 'fit'
        ? { ...before, fit: into(before.fit, part as FitPart) }
        : { ...before, engagement: into(before.engagement, part as EngagementPart) },
    );
  const remove = (kind: Edited['kind'], part: FitPart | EngagementPart) =>
    void onChange((before) => ({ ...before, [kind]: before[kind].filter(({ key }) => key !== part.key) })).then(
      () => toast(t('scoring.rule.removed', { name: labelOf(part, language) }), () => put({ kind, part })),
      failed,
    );
  const row = (kind: Edited['kind'], part: FitPart | EngagementPart) => (
    <li key={part.key}>
      <span className="lw-num">{signed(part.points)}</span>
      <div>
        {labelOf(part, language)}
        {'most' in part && <span className="lw-fact-source"> {t('scoring.rule.times', { count: part.most })}</span>}
        {broken.includes(part.key) && <> <Tag color="red">{t('scoring.rule.broken')}</Tag></>}
        <div className="lw-fact-source">{'when' in part ? <RuleText condition={part.when} /> : <DeedText where={part.where} />}</div>
      </div>
      {mayEdit ? (
        <span className="lw-actions">
          <Button type="text" icon={<EditOutlined />} aria-label={t('scoring.rule.edit', { name: labelOf(part, language) })} onClick={() => setEdited({ kind, part } as Edited)} />
          <Button type="text" icon={<DeleteOutlined />} aria-label={t('scoring.rule.remove', { name: labelOf(part, language) })} onClick={() => remove(kind, part)} />
        </span>
      ) : (
        <span />
      )}
    </li>
  );
  const add = (kind: Edited['kind']) =>
    mayEdit && <Button size="small" icon={<PlusOutlined />} onClick={() => setEdited({ kind, part: null })}>{t('scoring.rule.add')}</Button>;
  return (
    <>
      <section className="lw-panel">
        <div className="lw-scoring-bar">
          <span><strong>{t('scoring.fit')}</strong> <span className="lw-muted">{t('scoring.fitHint')}</span></span>
          {add('fit')}
        </div>
        {GROUPS.filter((group) => definition.fit.some((part) => part.group === group)).map((group) => (
          <div key={group}>
            <h3 className="lw-scoring-group">{t(`scoring.group.${group}`)}</h3>
            <ul className="lw-scoring-rules">{definition.fit.filter((part) => part.group === group).map((part) => row('fit', part))}</ul>
          </div>
        ))}
      </section>
      <section className="lw-panel">
        <div className="lw-scoring-bar">
          <span><strong>{t('scoring.engagement')}</strong> <span className="lw-muted">{t('scoring.engagementHint', { days: definition.halfLifeDays })}</span></span>
          {add('engagement')}
        </div>
        <ul className="lw-scoring-rules">{definition.engagement.map((part) => row('engagement', part))}</ul>
      </section>
      {edited && <RuleDrawer edited={edited} onClose={() => setEdited(null)} onSave={put} />}
    </>
  );
}

/** What is asked of a deed, in a sentence. */
function DeedText({ where }: { where: Asks[] }) {
  const { t } = useTranslation();
  const words = useAsksWords();
  const deeds = useCatalogue().data?.deeds;
  return deeds ? <>{where.map((asks) => words(asks, deeds)).join(t('rules.and'))}</> : null;
}
