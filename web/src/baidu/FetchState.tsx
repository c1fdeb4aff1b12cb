import { Alert, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { formatMinute } from '../common/format/time';
import { Money } from '../common/Money';
import { RelativeTime } from '../common/RelativeTime';
import { type Fetch, isOpen } from './baidu';

/** How far a fetch is, or what it brought, or why it brought nothing. */
export function FetchState({ fetch }: { fetch: Fetch }) {
  const { t } = useTranslation();
  const words = [fetch.code, fetch.message].filter(Boolean).join(' · ');
  return (
    <div className="lw-baidu-fetch">
      <div>
        <span className="lw-num">{fetch.from === fetch.to ? fetch.from : `${fetch.from} – ${fetch.to}`}</span>
        {' · '}
        {t(`baidu.status.${fetch.status}`)}
        {' · '}
        <span className="lw-muted">
          {fetch.scheduled ? t('baidu.byItself') : fetch.askedBy} <RelativeTime at={fetch.finishedAt ?? fetch.createdAt} />
        </span>
      </div>
      {isOpen(fetch) ? (
        <Progress percent={Math.floor((fetch.daysDone * 100) / fetch.days)} size="small" format={() => t('baidu.progress', { done: fetch.daysDone, days: fetch.days })} />
      ) : (
        <div className="lw-muted">
          {t('baidu.brought', { fresh: formatNumber(fetch.linesNew), changed: formatNumber(fetch.linesChanged), same: formatNumber(fetch.linesSame) })}
          {' · '}
          <Money fen={fetch.amountFen} withUnit />
        </div>
      )}
      {fetch.advice && (
        <Alert
          type={fetch.status === 'failed' ? 'error' : 'warning'}
          showIcon
          title={fetch.advice}
          description={[words, fetch.status === 'waiting' && t('baidu.again', { at: formatMinute(fetch.notBefore) })].filter(Boolean).join(' · ') || undefined}
        />
      )}
      {fetch.failedDays.length > 0 && (
        <div className="lw-warning">{t('baidu.failedDays', { days: fetch.failedDays.map((one) => one.day).join(t('baidu.comma')) })}</div>
      )}
      {fetch.otherLevelDays > 0 && <div className="lw-warning">{t('baidu.otherLevel', { count: fetch.otherLevelDays })}</div>}
    </div>
  );
}
