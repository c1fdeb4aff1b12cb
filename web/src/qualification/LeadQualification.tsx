import { CheckCircleOutlined, EditOutlined } from '../common/icons';
import { App, Button, Form, Input, Modal, Radio, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../common/RelativeTime';
import { ErrorState } from '../common/templates/PageState';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { RuleText } from '../rules/RuleText';
import { useCan } from '../workspace/session';
import { type Answer, ANSWERS, type Bant, type Letter, LETTERS } from './model';
import { useAnswer, useStanding } from './qualification';
import './qualification.css';

const COLOURS: Record<Answer, string> = { yes: 'success', no: 'error', unclear: 'warning' };

/** BANT of a lead, what it lacks for an MQL, and under which version it became one. */
export function LeadQualification({ lead }: { lead: string }) {
  const { t } = useTranslation();
  const mayEdit = useCan()('leads.edit');
  const query = useStanding(lead);
  const [editing, setEditing] = useState(false);
  if (query.error) return <RecordSection title={t('qualification.title')}><ErrorState error={query.error} /></RecordSection>;
  const standing = query.data;
  if (!standing) return null;
  const { bant, became } = standing;
  const edit = mayEdit && (
    <Button type="text" size="small" icon={<EditOutlined />} aria-label={t('qualification.edit')} onClick={() => setEditing(true)} />
  );
  return (
    <RecordSection title={<>{t('qualification.title')} {edit}</>}>
      <dl className="lw-bant">
        {LETTERS.map((letter) => (
          <div key={letter}>
            <dt>{t(`qualification.letter.${letter}`)}</dt>
            <dd>
              {bant[letter] ? <Tag color={COLOURS[bant[letter]]}>{t(`qualification.answer.${bant[letter]}`)}</Tag> : <span className="lw-muted">{t('qualification.notAsked')}</span>}
              {letter === 'authority' && bant.contact && <strong>{bant.contact} </strong>}
              {noteOf(bant, letter)}
            </dd>
          </div>
        ))}
      </dl>
      {bant.changedAt && <div className="lw-fact-source">{bant.changedBy} <RelativeTime at={bant.changedAt} /></div>}
      {became && (
        <div className="lw-muted">
          {became.version ? t('qualification.became', { version: became.version }) : t('qualification.becameWithout')}
          {became.met === false && ` ${t('qualification.notMet')}`}
        </div>
      )}
      {!became && standing.condition && standing.reasons && (
        <div className="lw-mql-check">
          <div>
            {standing.reasons.holds
              ? <><CheckCircleOutlined /> {t('qualification.meets', { version: standing.version })}</>
              : t('qualification.lacks', { version: standing.version })}
          </div>
          <RuleText condition={standing.condition} reasons={standing.reasons} />
        </div>
      )}
      {editing && <BantForm lead={lead} bant={bant} onClose={() => setEditing(false)} />}
    </RecordSection>
  );
}

const noteOf = (bant: Bant, letter: Letter) => bant[`${letter}Note`];

function BantForm({ lead, bant, onClose }: { lead: string; bant: Bant; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const failed = useFailure();
  const answer = useAnswer(lead);
  const [form] = Form.useForm<Bant>();
  const finish = (values: Bant) =>
    answer.mutate(
      { ...values, version: bant.version },
      {
        onSuccess: () => {
          onClose();
          void message.success(t('common.saved'));
        },
        onError: failed,
      },
    );
  return (
    <Modal open title={t('qualification.title')} okText={t('common.save')} cancelText={t('common.cancel')} confirmLoading={answer.isPending} onOk={form.submit} onCancel={onClose}>
      <Form form={form} layout="vertical" initialValues={bant} onFinish={finish}>
        {LETTERS.map((letter) => (
          <div key={letter} className="lw-bant-edit">
            <Form.Item name={letter} label={t(`qualification.letter.${letter}`)} extra={t(`qualification.asks.${letter}`)}>
              {/* Not Segmented: without a value it shows the first as chosen, and to choose it changes nothing. */}
              <Radio.Group optionType="button" options={ANSWERS.map((value) => ({ value, label: t(`qualification.answer.${value}`) }))} />
            </Form.Item>
            {letter === 'authority' && (
              <Form.Item name="contact" label={t('qualification.contact')}><Input maxLength={80} /></Form.Item>
            )}
            <Form.Item name={`${letter}Note`}>
              <Input.TextArea maxLength={500} autoSize={{ minRows: 1, maxRows: 4 }} placeholder={t('qualification.note')} aria-label={`${t(`qualification.letter.${letter}`)} ${t('qualification.note')}`} />
            </Form.Item>
          </div>
        ))}
      </Form>
    </Modal>
  );
}
