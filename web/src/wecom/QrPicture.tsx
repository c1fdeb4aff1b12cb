import { DownloadOutlined } from '../common/icons';
import { Button, QRCode } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../common/api/client';
import { useFailure } from '../common/templates/useFailure';
import type { Code } from './model';

/** Printing needs more pixels than a screen. */
const PRINTED = 1000;

/** The QR code: as Tencent drew it, or drawn here from its address. */
export function QrPicture({ code }: { code: Code }) {
  const { t } = useTranslation();
  const failed = useFailure();
  const drawn = useRef<HTMLDivElement>(null);
  const text = code.kind === 'mini' ? (code.url ?? code.scheme) : code.url;

  if (code.hasPicture) {
    const path = `/wecom/codes/${code.id}/picture`;
    return (
      <div className="lw-wecom-code-picture">
        <img src={`/api/v1${path}`} alt={t('wecom.code.qrOf', { name: code.name })} />
        <Button icon={<DownloadOutlined />} onClick={() => void download(path, { download: true }, `${code.name}.png`).catch((error: Error) => failed(error))}>
          {t('wecom.code.download')}
        </Button>
      </div>
    );
  }
  if (!text) return null;
  const save = () => {
    const canvas = drawn.current?.querySelector('canvas');
    if (!canvas) return;
    const link = document.createElement('a');
    link.href = canvas.toDataURL('image/png');
    link.download = `${code.name}.png`;
    link.click();
  };
  return (
    <div className="lw-wecom-code-picture">
      <div ref={drawn} role="img" aria-label={t('wecom.code.qrOf', { name: code.name })}>
        <QRCode value={text} type="canvas" size={PRINTED} bordered={false} color="#000000" bgColor="#ffffff" />
      </div>
      <Button icon={<DownloadOutlined />} onClick={save}>
        {t('wecom.code.download')}
      </Button>
    </div>
  );
}
