import { CopyOutlined } from '../common/icons';
import { App, Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface CopyLineProps {
  text: string;
  /** What is copied, for those who hear the page. */
  label: string;
}

/** A text to be taken elsewhere. The clipboard needs a secure page; on plain http it is selected by hand. */
export function CopyLine({ text, label }: CopyLineProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const copy = () =>
    navigator.clipboard?.writeText(text).then(
      () => void message.success(t('common.copied')),
      () => void message.warning(t('wecom.copyByHand')),
    ) ?? void message.warning(t('wecom.copyByHand'));
  return (
    <span className="lw-wecom-copy">
      <code>{text}</code>
      <Button size="small" icon={<CopyOutlined />} aria-label={`${t('common.copy')} ${label}`} onClick={() => void copy()} />
    </span>
  );
}
