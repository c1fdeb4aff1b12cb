import { Button, Popconfirm } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFailure } from '../common/templates/useFailure';
import { useDeleteImport } from './imports';

/** Throws the file away; only where nothing of it is in. */
export function DeleteBatch({ id }: { id: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const failed = useFailure();
  const remove = useDeleteImport();
  return (
    <Popconfirm
      title={t('imports.deleteAsk')}
      okText={t('common.delete')}
      cancelText={t('common.cancel')}
      onConfirm={() => remove.mutate(id, { onSuccess: () => void navigate('/imports'), onError: failed })}
    >
      <Button loading={remove.isPending}>{t('imports.discard')}</Button>
    </Popconfirm>
  );
}
