import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ShortLink } from './links';

export function LinkState({ link }: { link: ShortLink }) {
  const { t } = useTranslation();
  const word = link.leads ? 'on' : link.enabled ? 'expired' : 'off';
  return (
    <Tag className="lw-tag" variant="filled" color={link.leads ? 'green' : 'default'}>{t(`links.state.${word}`)}</Tag>
  );
}
