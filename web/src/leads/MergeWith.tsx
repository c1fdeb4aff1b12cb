import { MergeCellsOutlined } from '../common/icons';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../common/api/useList';
import { formatDay } from '../common/format/time';
import { Parts } from '../common/Parts';
import { StageTag } from '../common/StageTag';
import { EmptyState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { unmerge, useMerge } from '../duplicates/duplicates';
import { leadCalled } from './leadCalled';
import type { LeadRow } from './model';

const SHOWN = 8;

/** Says that this person and another are one: search, look, decide. It can be taken back at any time. */
export function MergeWith({ lead }: { lead: LeadRow }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const failed = useFailure();
  const toast = useUndoToast();
  const merge = useMerge(lead.id);
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const found = useList<LeadRow>('/leads', { q: words, limit: SHOWN + 1 }, open && words.trim() !== '');
  const others = found.rows.filter((row) => row.personId !== lead.personId).slice(0, SHOWN);
  const one = leadCalled(lead, t);

  const choose = (other: LeadRow) =>
    modal.confirm({
      title: t('leads.merge.ask', { one, other: leadCalled(other, t) }),
      content: t('leads.merge.askHint'),
      okText: t('leads.merge.apply'),
      cancelText: t('common.cancel'),
      onOk: () =>
        merge.mutateAsync(other.id).then(({ id }) => {
          setOpen(false);
          toast(t('leads.merge.done', { one, other: leadCalled(other, t) }), () => unmerge(id));
        }, failed),
    });

  let body = null;
  if (words.trim() !== '') {
    if (found.isPending) body = <LoadingState rows={3} />;
    else if (others.length === 0) body = <EmptyState title={t('leads.merge.nobody')} />;
    else
      body = (
        <ul className="lw-related">
          {others.map((other) => (
            <li key={other.id}>
              <button type="button" className="lw-link" onClick={() => choose(other)}>
                <Parts of={[leadCalled(other, t), other.company, other.phone, other.email, formatDay(other.firstContactAt)]} />
              </button>
              <StageTag stage={other.stage} />
            </li>
          ))}
        </ul>
      );
  }

  return (
    <>
      <Button size="small" icon={<MergeCellsOutlined />} onClick={() => setOpen(true)}>{t('leads.merge.with')}</Button>
      <Modal open={open} title={t('leads.merge.withTitle', { name: one })} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Input.Search
          autoFocus
          allowClear
          placeholder={t('leads.search')}
          aria-label={t('leads.search')}
          onSearch={setWords}
          enterButton
        />
        {body}
      </Modal>
    </>
  );
}
