import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFailure } from './useFailure';

const SECONDS = 8;

/** One at a time: an older offer below a newer one would take back what somebody did before. */
const KEY = 'undo';

/** Says what was done and offers to take it back while the words are in sight. */
export function useUndoToast(): (text: string, undo: () => Promise<unknown>) => void {
  const { message } = App.useApp();
  const { t } = useTranslation();
  const failed = useFailure();
  return (text, undo) => {
    const close = message.open({
      key: KEY,
      type: 'success',
      duration: SECONDS,
      content: (
        <>
          {text}
          <Button
            type="link"
            size="small"
            onClick={() => {
              close();
              undo().then(() => message.success(t('common.undone')), failed);
            }}
          >
            {t('common.undo')}
          </Button>
        </>
      ),
    });
  };
}
