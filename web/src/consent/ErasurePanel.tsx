import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { formatMinute } from '../common/format/time';
import { ErrorState } from '../common/templates/PageState';
import { useErasures } from './consent';
import type { Erasure } from './model';
import { useConsentWords } from './useConsentWords';

/** Who erased somebody, when and why; whom, nobody can say any more. */
export function ErasurePanel() {
  const { t } = useTranslation();
  const { countOf } = useConsentWords();
  const erasures = useErasures(true);
  if (erasures.error) return <ErrorState error={erasures.error} onRetry={() => void erasures.refetch()} />;
  return (
    <>
      <p className="lw-muted">{t('consent.erasures.hint')}</p>
      <Table<Erasure>
        rowKey="id"
        size="small"
        pagination={false}
        loading={erasures.isPending}
        dataSource={erasures.data ?? []}
        scroll={{ x: 'max-content' }}
        locale={{ emptyText: t('consent.erasures.empty') }}
        columns={[
          { title: t('consent.erasures.at'), render: (_, one) => formatMinute(one.at) },
          { title: t('consent.erasures.by'), dataIndex: 'by' },
          { title: t('consent.erasures.reason'), dataIndex: 'reason' },
          {
            title: t('consent.erasures.counts'),
            render: (_, one) => (
              <span className="lw-consent-sums">
                {Object.entries(one.counts).map(([what, count]) => `${countOf(what)} ${formatNumber(count)}`).join(t('consent.comma'))}
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
