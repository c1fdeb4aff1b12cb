import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../format/numbers';

interface BulkBarProps {
  count: number;
  total: number;
  totalCapped: boolean;
  everything: boolean;
  onEverything: () => void;
  onClear: () => void;
  children: ReactNode;
}

export function BulkBar({ count, total, totalCapped, everything, onEverything, onClear, children }: BulkBarProps) {
  const { t } = useTranslation();
  return (
    <div className="lw-bulk" role="toolbar" aria-label={t('common.select.bar')}>
      <strong>{t('common.select.count', {
          count,
          shown: formatNumber(count) + (everything && totalCapped ? '+' : ''),
        })}</strong>
      {!everything && (total > count || totalCapped) && (
        <Button type="link" size="small" onClick={onEverything}>
          {t('common.select.everything', { total: formatNumber(total) + (totalCapped ? '+' : '') })}
        </Button>
      )}
      <span className="lw-actions">{children}</span>
      <Button type="link" size="small" onClick={onClear}>
        {t('common.select.clear')}
      </Button>
    </div>
  );
}
