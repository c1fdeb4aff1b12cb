import { Button, Input, Select, Space, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { type Meaning, MEANINGS, useParameterNames, usePutParameter, useRemoveParameter } from './sources';

/** Which parameter of an address means what; names of one's own come before those everybody knows. */
export function ParameterList() {
  const { t } = useTranslation();
  const mayEdit = useCan()('campaigns.edit');
  const names = useParameterNames();
  const put = usePutParameter();
  const remove = useRemoveParameter();
  const failed = useFailure();
  const [name, setName] = useState('');
  const [meaning, setMeaning] = useState<Meaning>('keyword');

  if (names.isPending) return <LoadingState rows={4} />;
  if (names.isError) return <ErrorState error={names.error} onRetry={() => void names.refetch()} />;

  return (
    <div className="lw-source-parameters">
      {names.data.map((one) => (
        <div key={one.meaning} className="lw-source-parameter">
          <strong>{t(`campaigns.source.meaning.${one.meaning}`)}</strong>
          <div className="lw-source-tags">
            {one.own.map((own) => (
              <Tag
                key={own} color="blue" variant="filled" className="lw-tag" closable={mayEdit}
                closeIcon={<span aria-label={t('campaigns.source.removeOne', { name: own })}>×</span>}
                onClose={(event) => {
                  event.preventDefault();
                  remove.mutate(own, { onError: failed });
                }}
              >
                {own}
              </Tag>
            ))}
            {one.names.map((known) => <Tag key={known} variant="filled" className="lw-tag">{known}</Tag>)}
          </div>
        </div>
      ))}
      {mayEdit && (
        <Space.Compact className="lw-source-new">
          <Input value={name} maxLength={60} placeholder={t('campaigns.source.parameterExample')} aria-label={t('campaigns.source.parameter')} onChange={(event) => setName(event.target.value)} />
          <Select<Meaning>
            value={meaning} onChange={setMeaning} aria-label={t('campaigns.source.means')} popupMatchSelectWidth={false}
            options={MEANINGS.map((value) => ({ value, label: t(`campaigns.source.meaning.${value}`) }))}
          />
          <Button
            type="primary" loading={put.isPending} disabled={!name.trim()}
            onClick={() => put.mutate({ name: name.trim(), meaning }, { onSuccess: () => setName(''), onError: failed })}
          >
            {t('common.add')}
          </Button>
        </Space.Compact>
      )}
    </div>
  );
}
