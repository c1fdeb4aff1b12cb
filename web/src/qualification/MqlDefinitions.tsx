import { PlusOutlined } from '../common/icons';
import { Alert, App, Button, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatMinute } from '../common/format/time';
import { SettingsPage } from '../common/templates/SettingsPage';
import { useFailure } from '../common/templates/useFailure';
import { type Condition } from '../rules/model';
import { useCatalogue, useFieldWords } from '../rules/rules';
import { RuleText } from '../rules/RuleText';
import { useCan, useUser } from '../workspace/session';
import { DefinitionForm } from './DefinitionForm';
import { type DefinitionDraft, type MqlDefinition, SIGNING_ROLES, type SigningRole, USUAL_RULE } from './model';
import { discardDefinition, signDefinition, unsignDefinition, useDefinitions } from './qualification';
import './qualification.css';

/** What an MQL is here: written by either head, in force when both have signed. */
export function MqlDefinitions() {
  const { t } = useTranslation();
  const mayEdit = useCan()('qualification.edit');
  const query = useDefinitions();
  const [writing, setWriting] = useState<{ id?: string; draft: DefinitionDraft }>();
  const all = query.data ?? [];
  const draft = all.find(({ state }) => state === 'draft');
  const inForce = all.find(({ state }) => state === 'in_force');
  const begin = () =>
    setWriting({
      draft: inForce ? { said: inForce.said, rule: inForce.rule, required: inForce.required } : { said: t('qualification.usual'), rule: USUAL_RULE, required: ['person.phone'] },
    });
  return (
    <SettingsPage
      title={t('qualification.define.title')}
      explain={t('qualification.define.explain')}
      loading={query.isPending}
      error={query.error}
      onRetry={() => void query.refetch()}
      actions={mayEdit && !draft && !writing && (
        <Button type="primary" icon={<PlusOutlined />} onClick={begin}>{t('qualification.define.new')}</Button>
      )}
    >
      {!inForce && !draft && !writing && <Alert type="info" showIcon title={t('qualification.define.none')} />}
      {writing && <DefinitionForm {...writing} onClose={() => setWriting(undefined)} />}
      {all
        .filter(({ id, state }) => state !== 'discarded' && id !== writing?.id)
        .map((definition) => (
          <Definition
            key={definition.id}
            definition={definition}
            onChange={() => setWriting({ id: definition.id, draft: { said: definition.said, rule: definition.rule, required: definition.required } })}
          />
        ))}
    </SettingsPage>
  );
}

const COLOURS = { draft: 'warning', in_force: 'success', replaced: 'default', discarded: 'default' } as const;

function Definition({ definition, onChange }: { definition: MqlDefinition; onChange: () => void }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const failed = useFailure();
  const mayEdit = useCan()('qualification.edit');
  const role = useUser().role;
  const { called } = useFieldWords();
  const fields = useCatalogue().data?.leads ?? [];
  const draft = definition.state === 'draft';
  const mine = SIGNING_ROLES.find((each) => each === role);
  const signed = definition.signatures.some((each) => each.role === mine);
  const required = definition.required.map((key) => {
    const field = fields.find((each) => each.key === key);
    return field ? called(field) : key;
  });
  const sign = () =>
    modal.confirm({
      title: t('qualification.define.signAsk', { version: definition.version }),
      content: t(definition.signatures.length === 1 ? 'qualification.define.signLast' : 'qualification.define.signFirst'),
      okText: t('qualification.define.sign'),
      cancelText: t('common.cancel'),
      onOk: () => signDefinition(definition.id).catch(failed),
    });
  const discard = () =>
    modal.confirm({
      title: t('qualification.define.discardAsk', { version: definition.version }),
      okText: t('qualification.define.discard'),
      cancelText: t('common.cancel'),
      onOk: () => discardDefinition(definition.id).catch(failed),
    });
  return (
    <article className="lw-mql" aria-label={t('qualification.define.version', { version: definition.version })}>
      <h2>
        {t('qualification.define.version', { version: definition.version })}{' '}
        <Tag color={COLOURS[definition.state]}>{t(`qualification.state.${definition.state}`)}</Tag>
      </h2>
      <p className="lw-mql-said">{definition.said}</p>
      {required.length > 0 && <div>{t('qualification.define.requiredAre', { fields: required.join(t('rules.or')) })}</div>}
      <RuleText condition={definition.rule as Condition} />
      <ul className="lw-mql-signatures">
        {SIGNING_ROLES.map((each) => <Signed key={each} role={each} definition={definition} />)}
      </ul>
      <div className="lw-muted">
        {definition.inForceAt && t('qualification.define.since', { at: formatMinute(definition.inForceAt) })}{' '}
        {definition.replacedAt && t('qualification.define.until', { at: formatMinute(definition.replacedAt) })}{' '}
        {definition.leads > 0 && (
          <Link to={`/leads?lead.mqlVersion=${definition.version}`}>{t('qualification.define.leads', { count: definition.leads })}</Link>
        )}
      </div>
      {draft && mayEdit && (
        <div className="lw-actions">
          {mine && !signed && <Button type="primary" onClick={sign}>{t('qualification.define.sign')}</Button>}
          {mine && signed && <Button onClick={() => void unsignDefinition(definition.id).catch(failed)}>{t('qualification.define.unsign')}</Button>}
          {definition.signatures.length === 0 && <Button onClick={onChange}>{t('common.edit')}</Button>}
          <Button type="text" danger onClick={discard}>{t('qualification.define.discard')}</Button>
        </div>
      )}
      {draft && mayEdit && !mine && <div className="lw-muted">{t('qualification.define.others')}</div>}
    </article>
  );
}

function Signed({ role, definition }: { role: SigningRole; definition: MqlDefinition }) {
  const { t } = useTranslation();
  const signature = definition.signatures.find((each) => each.role === role);
  return (
    <li>
      <span>{t(`common.role.${role}`)}</span>{' '}
      {signature ? <strong>{t('qualification.define.signedBy', { by: signature.by, at: formatMinute(signature.at) })}</strong> : <span className="lw-muted">{t('qualification.define.unsigned')}</span>}
    </li>
  );
}
