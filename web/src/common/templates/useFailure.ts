import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/ApiError';

/** Says why the server refused; the session's end is said by the login page instead. */
export function useFailure(): (error: Error) => void {
  const { message } = App.useApp();
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof ApiError && error.code === 'signedOut') return;
    void message.error(error.message || t('common.error.title'));
  };
}
