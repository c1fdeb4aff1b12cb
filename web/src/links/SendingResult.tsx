import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { formatDay } from '../common/format/time';
import { ExportButton } from '../common/templates/ExportButton';
import { useCan } from '../workspace/session';
import { LEFT_OUT_REASONS, leftOutOf, type Sending } from './sendings';

/** Who got a link and who did not, and the file with them. */
export function SendingResult({ linkId, sending }: { linkId: string; sending: Sending }) {
  const { t } = useTranslation();
  const mayExport = useCan()('leads.export');
  const out = leftOutOf(sending);
  return (
    <div className="lw-sending-result">
      <Alert
        type={sending.readers > 0 ? 'success' : 'warning'}
        showIcon
        title={t('links.sending.made', { count: sending.readers, shown: formatNumber(sending.readers) })}
        description={sending.readers > 0 ? t('links.sending.knownUntil', { day: formatDay(sending.knownUntil) }) : undefined}
      />
      {out > 0 && (
        <div>
          <strong>{t('links.sending.leftOut', { count: out, shown: formatNumber(out) })}</strong>
          <ul>
            {LEFT_OUT_REASONS.filter((reason) => sending.leftOut[reason]).map((reason) => (
              <li key={reason}>{t(`links.leftOut.${reason}`)} <span className="lw-num">{formatNumber(sending.leftOut[reason])}</span></li>
            ))}
          </ul>
        </div>
      )}
      {sending.readers > 0 && (mayExport ? (
        <ExportButton path={`/links/${linkId}/sendings/${sending.id}/export`} query={{ which: 'all' }} name={sending.name} label={t('links.sending.file')} />
      ) : (
        <p className="lw-muted">{t('links.sending.fileForbidden')}</p>
      ))}
      {sending.readers > 0 && <p className="lw-muted">{t('links.sending.fileHint')}</p>}
    </div>
  );
}
