import { App } from 'antd';
import { useTranslation } from 'react-i18next';
import { ApiError } from '../api/ApiError';

/** Says why the server refused; the session's end is said by the login page instead. */
export function useFailure(): (error: Error) => void {
  const { message } = App.useApp();
  const { t } = useTranslation();
  return (error) => {
    if (error instanceof ApiError && error.code === 'signedOut') return;
    // Where no form shows what is wrong with a field, its sentence says more than that of the whole.
    const fields = error instanceof ApiError ? error.errors.map((entry) => entry.message).join(' ') : '';
    void message.error(fields || error.message || t('common.error.title'));
  };
}
