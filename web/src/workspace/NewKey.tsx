import { CopyOutlined } from '../common/icons';
import { Alert, App, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CreatedApiKey } from './model';

/** The only time the whole key is seen; the server keeps its hash. */
export function NewKey({ apiKey, onDone }: { apiKey: CreatedApiKey; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  // The clipboard needs a secure page; on plain http the person copies by hand.
  const copy = () =>
    navigator.clipboard?.writeText(apiKey.key).then(
      () => void message.success(t('common.copied')),
      () => void message.warning(t('workspace.keys.copyByHand')),
    ) ?? void message.warning(t('workspace.keys.copyByHand'));
  return (
    <Alert
      type="success"
      showIcon
      title={t('workspace.keys.shownOnce', { name: apiKey.name })}
      description={
        <div className="lw-new-key">
          <code data-testid="api-key">{apiKey.key}</code>
          <span className="lw-actions">
            <Button type="primary" size="small" icon={<CopyOutlined />} onClick={() => void copy()}>
              {t('common.copy')}
            </Button>
            <Button size="small" onClick={onDone}>
              {t('workspace.keys.kept')}
            </Button>
          </span>
        </div>
      }
    />
  );
}
