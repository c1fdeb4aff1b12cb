import { Tooltip } from 'antd';
import { DASH } from './format/numbers';
import { formatInstant, formatRelative, isJustNow } from './format/time';
import { useTranslation } from 'react-i18next';
import { usePreferences } from './preferences';

/** A distance to read, the exact Beijing time on hover. */
export function RelativeTime({ at }: { at: string | null | undefined }) {
  const { t } = useTranslation();
  const { language } = usePreferences();
  if (!at) return <span>{DASH}</span>;
  return (
    <Tooltip title={formatInstant(at)} mouseEnterDelay={0.3}>
      <time dateTime={at} className="lw-time">
        {isJustNow(at) ? t('common.justNow') : formatRelative(at, language)}
      </time>
    </Tooltip>
  );
}
