import { MergeCellsOutlined } from '../common/icons';
import { App, Button, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useList } from '../common/api/useList';
import { formatMinute } from '../common/format/time';
import { Parts } from '../common/Parts';
import { EmptyState, LoadingState } from '../common/templates/PageState';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { useCan } from '../workspace/session';
import { mergeCompany, unmergeCompany, useCompanyMerges } from './companies';
import type { CompanyRow } from './model';

const SHOWN = 8;

/** Other spellings that were made one with this company, and the way there and back. */
export function CompanyMerges({ company }: { company: CompanyRow }) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const can = useCan();
  const failed = useFailure();
  const toast = useUndoToast();
  const merges = useCompanyMerges(company.id).data ?? [];
  const [open, setOpen] = useState(false);
  const [words, setWords] = useState('');
  const found = useList<CompanyRow>('/companies', { q: words, limit: SHOWN + 1 }, open && words.trim() !== '');
  const others = found.rows.filter((row) => row.id !== company.id).slice(0, SHOWN);
  if (merges.length === 0 && !can('leads.merge')) return null;

  const choose = (other: CompanyRow) =>
    modal.confirm({
      title: t('companies.merge.ask', { one: other.name, other: company.name }),
      content: t('companies.merge.askHint', { name: company.name }),
      okText: t('companies.merge.apply'),
      cancelText: t('common.cancel'),
      onOk: () =>
        mergeCompany(company.id, other.id).then((id) => {
          setOpen(false);
          toast(t('companies.merge.done', { name: other.name }), () => unmergeCompany(id));
        }, failed),
    });
  const split = (id: string, name: string) =>
    modal.confirm({
      title: t('companies.merge.splitAsk', { name }),
      content: t('companies.merge.splitHint'),
      okText: t('companies.merge.split'),
      cancelText: t('common.cancel'),
      onOk: () => unmergeCompany(id).then(() => message.success(t('companies.merge.splitDone')), failed),
    });

  let body = null;
  if (words.trim() !== '') {
    if (found.isPending) body = <LoadingState rows={3} />;
    else if (others.length === 0) body = <EmptyState title={t('companies.merge.nobody')} />;
    else
      body = (
        <ul className="lw-related">
          {others.map((other) => (
            <li key={other.id}>
              <button type="button" className="lw-link" onClick={() => choose(other)}>
                <Parts of={[other.name, other.city, t('companies.merge.leads', { count: other.leads })]} />
              </button>
            </li>
          ))}
        </ul>
      );
  }

  return (
    <RecordSection
      title={t('companies.merge.title')}
      extra={can('leads.merge') && <Button size="small" icon={<MergeCellsOutlined />} onClick={() => setOpen(true)}>{t('companies.merge.with')}</Button>}
    >
      {merges.length === 0 && <p className="lw-muted">{t('companies.merge.none')}</p>}
      <ul className="lw-related">
        {merges.map((merge) => (
          <li key={merge.id}>
            <span>
              {merge.merged} <span className="lw-muted"><Parts of={[formatMinute(merge.at), merge.by]} /></span>
            </span>
            {can('leads.merge') && <Button size="small" onClick={() => split(merge.id, merge.merged)}>{t('companies.merge.split')}</Button>}
          </li>
        ))}
      </ul>
      <Modal open={open} title={t('companies.merge.withTitle', { name: company.name })} footer={null} onCancel={() => setOpen(false)} destroyOnHidden>
        <Input.Search autoFocus allowClear placeholder={t('companies.merge.search')} aria-label={t('companies.merge.search')} onSearch={setWords} enterButton />
        {body}
      </Modal>
    </RecordSection>
  );
}
