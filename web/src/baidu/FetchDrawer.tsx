import { Button, DatePicker, Drawer } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyState, ErrorState, LoadingState } from '../common/templates/PageState';
import { useFailure } from '../common/templates/useFailure';
import { useNarrow } from '../common/useNarrow';
import { useCan } from '../workspace/session';
import { type Account, isOpen, useCancelFetch, useFetches, useStartFetch } from './baidu';
import { FetchState } from './FetchState';

/** What was fetched, and any days fetched now. */
export function FetchDrawer({ account, onClose }: { account: Account | null; onClose: () => void }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const mayEdit = useCan()('settings.edit');
  const fetches = useFetches(account?.id ?? null);
  const start = useStartFetch(account?.id ?? '');
  const cancel = useCancelFetch();
  const failed = useFailure();
  const yesterday = dayjs().subtract(1, 'day');
  const [days, setDays] = useState<[Dayjs, Dayjs]>([yesterday.subtract(6, 'day'), yesterday]);
  const running = fetches.data?.find(isOpen);

  let body;
  if (fetches.isError) body = <ErrorState error={fetches.error} onRetry={() => void fetches.refetch()} />;
  else if (!fetches.data) body = <LoadingState />;
  else if (fetches.data.length === 0) body = <EmptyState title={t('baidu.noFetch')} hint={t('baidu.noFetchHint')} />;
  else
    body = fetches.data.map((fetch) => (
      <div key={fetch.id} className="lw-baidu-line">
        <FetchState fetch={fetch} />
        {mayEdit && isOpen(fetch) && (
          <Button size="small" loading={cancel.isPending} onClick={() => cancel.mutate(fetch.id, { onError: failed })}>{t('common.cancel')}</Button>
        )}
      </div>
    ));

  return (
    <Drawer open={account !== null} title={t('baidu.fetchesOf', { name: account?.userName ?? '' })} onClose={onClose} size={narrow ? '100%' : 560} destroyOnHidden>
      {mayEdit && (
        <div className="lw-actions lw-baidu-start">
          <DatePicker.RangePicker
            value={days}
            allowClear={false}
            format="YYYY-MM-DD"
            maxDate={dayjs()}
            aria-label={t('baidu.days')}
            onChange={(chosen) => chosen?.[0] && chosen[1] && setDays([chosen[0], chosen[1]])}
          />
          <Button
            type="primary"
            disabled={running !== undefined}
            loading={start.isPending}
            onClick={() => start.mutate({ from: days[0].format('YYYY-MM-DD'), to: days[1].format('YYYY-MM-DD') }, { onError: failed })}
          >
            {t('baidu.fetchNow')}
          </Button>
        </div>
      )}
      {body}
    </Drawer>
  );
}
