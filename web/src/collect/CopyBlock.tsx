import { CopyOutlined } from '../common/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Text to be pasted elsewhere, with a button that takes it along. */
export function CopyBlock({ text, label }: { text: string; label: string }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  // The clipboard needs a secure page; on plain http the person copies by hand.
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => void message.success(t('common.copied')),
      () => void message.warning(t('collect.copyByHand')),
    ) ?? void message.warning(t('collect.copyByHand'));
  return (
    <div className="lw-copy">
      <pre aria-label={label}>{text}</pre>
      <Button size="small" icon={<CopyOutlined />} onClick={() => void copy()}>
        {t('common.copy')}
      </Button>
    </div>
  );
}
