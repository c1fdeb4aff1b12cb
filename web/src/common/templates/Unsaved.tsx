import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useBlocker } from 'react-router';

/** Holds whoever leaves a page with changes that are not saved, and lets them choose. */
export function Unsaved({ dirty }: { dirty: boolean }) {
  const { t } = useTranslation();
  const blocker = useBlocker(({ currentLocation, nextLocation }) => dirty && currentLocation.pathname !== nextLocation.pathname);
  if (blocker.state !== 'blocked') return null;
  return (
    <Alert
      type="warning"
      showIcon
      title={t('common.unsaved.title')}
      action={
        <div className="lw-actions">
          <Button size="small" onClick={() => blocker.reset()}>{t('common.unsaved.stay')}</Button>
          <Button size="small" danger onClick={() => blocker.proceed()}>{t('common.unsaved.leave')}</Button>
        </div>
      }
    />
  );
}
