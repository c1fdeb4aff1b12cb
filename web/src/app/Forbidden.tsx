import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

export function Forbidden() {
  const { t } = useTranslation();
  return (
    <Result
      status="403"
      title={t('app.error.forbidden')}
      subTitle={t('app.error.forbiddenHint')}
      extra={
        <Link to="/">
          <Button type="primary">{t('app.error.home')}</Button>
        </Link>
      }
    />
  );
}
