import { Button, Result } from 'antd';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Navigate, Outlet, useLocation } from 'react-router';
import { storedLanguage } from '../common/language';
import { usePreferences } from '../common/preferences';
import { LoadingState } from '../common/templates/PageState';
import { useSession } from '../workspace/session';

/** Sends strangers to the login page, which brings them back to where they wanted to go. */
export function RequireSession() {
  const session = useSession();
  const location = useLocation();
  const { t } = useTranslation();
  const { language, setLanguage } = usePreferences();
  const accountLanguage = session.data?.user?.locale;

  useEffect(() => {
    if (accountLanguage && !storedLanguage() && accountLanguage !== language) setLanguage(accountLanguage);
  }, [accountLanguage, language, setLanguage]);

  if (session.isPending) return <LoadingState />;
  if (session.isError)
    return (
      <Result
        status="warning"
        title={t('app.error.unreachable')}
        subTitle={session.error.message}
        extra={
          <Button type="primary" onClick={() => void session.refetch()}>
            {t('common.retry')}
          </Button>
        }
      />
    );
  if (session.data.state === 'setup') return <Navigate to={`/setup${location.search}`} replace />;
  if (session.data.state === 'anonymous') {
    const wanted = location.pathname + location.search;
    return <Navigate to={wanted === '/' ? '/login' : `/login?return=${encodeURIComponent(wanted)}`} replace />;
  }
  return <Outlet />;
}
