import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { useRouteError } from 'react-router';

/** The error boundary of every page. */
export function PageError() {
  const { t } = useTranslation();
  const error = useRouteError();
  return (
    <Result
      status="error"
      title={t('app.error.title')}
      subTitle={t('app.error.hint')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('app.error.reload')}
        </Button>
      }
    >
      <pre className="lw-error-detail">{error instanceof Error ? error.message : String(error)}</pre>
    </Result>
  );
}
