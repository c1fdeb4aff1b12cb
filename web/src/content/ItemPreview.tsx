import { CopyOutlined } from '../common/icons';
import { useQuery } from '@tanstack/react-query';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { api } from '../common/api/client';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import type { Item } from './model';

/** The item as it will be on a phone, by an address that can be sent to a colleague. */
export function ItemPreview({ item, dirty }: { item: Item; dirty: boolean }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const preview = useQuery({
    queryKey: ['/content', item.id, 'preview', item.version],
    queryFn: ({ signal }) => api.get<{ address: string }>(`/content/${item.id}/preview`, {}, signal),
  });
  if (preview.isPending) return <LoadingState />;
  if (preview.isError) return <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />;
  const { address } = preview.data;
  return (
    <div className="lw-preview">
      {dirty && <Alert type="info" showIcon title={t('content.previewDirty')} />}
      <div className="lw-actions">
        <Button
          icon={<CopyOutlined />}
          onClick={() => void navigator.clipboard.writeText(location.origin + address).then(() => message.success(t('common.copied')))}
        >
          {t('content.copyPreview')}
        </Button>
        <a href={address} target="_blank" rel="noopener">{t('content.openPreview')}</a>
      </div>
      <iframe key={item.version} src={address} title={t('content.tab.preview')} className="lw-phone" />
    </div>
  );
}
