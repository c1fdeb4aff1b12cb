import { AppstoreOutlined, LinkOutlined } from '../common/icons';
import { useTranslation } from 'react-i18next';
import type { WelcomeMessage } from './model';

/** The first words as the customer reads them. */
export function WelcomePreview({ message }: { message: WelcomeMessage }) {
  const { t } = useTranslation();
  return (
    <div className="lw-chat">
      {message.text && <div className="lw-bubble">{message.text}</div>}
      {message.attachments.map((one, index) => (
        // Attachments have no identity of their own and never move.
        <div key={index} className="lw-bubble">
          {one.type === 'image' ? (
            one.pictureId && <img src={`/api/v1/wecom/pictures/${one.pictureId}`} alt={t('wecom.attachment.image')} />
          ) : (
            <>
              <strong>{one.type === 'link' ? <LinkOutlined /> : <AppstoreOutlined />} {one.title}</strong>
              <div className="lw-muted">{one.description ?? one.address}</div>
            </>
          )}
        </div>
      ))}
    </div>
  );
}
