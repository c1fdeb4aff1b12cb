import { DeleteOutlined, PictureOutlined } from '../common/icons';
import { Alert, Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { drawn } from './cover';
import { uploadFile } from './items';

interface CoverFieldProps {
  value?: string | null;
  onChange?: (sha256: string | null) => void;
  disabled: boolean;
}

export function CoverField({ value, onChange, disabled }: CoverFieldProps) {
  const { t } = useTranslation();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<string | null>(null);

  const take = async (file: File) => {
    setError(null);
    setSending(true);
    try {
      const picture = await drawn(file).catch(() => {
        throw new Error(t('content.cover.unreadable'));
      });
      onChange?.((await uploadFile(picture, 'cover.jpg')).sha256);
    } catch (failure) {
      setError((failure as Error).message);
    } finally {
      setSending(false);
    }
  };

  return (
    <div className="lw-file">
      {value && <img className="lw-cover" src={`/p/i/${value}`} alt={t('content.field.cover')} />}
      {!disabled && (
        <div className="lw-actions">
          <Upload
            accept="image/*"
            showUploadList={false}
            beforeUpload={(file) => {
              void take(file);
              return false;
            }}
          >
            <Button icon={<PictureOutlined />} loading={sending}>
              {value ? t('content.cover.replace') : t('content.cover.choose')}
            </Button>
          </Upload>
          {value && (
            <Button type="text" icon={<DeleteOutlined />} aria-label={t('content.cover.remove')} onClick={() => onChange?.(null)} />
          )}
        </div>
      )}
      {error && <Alert type="error" showIcon title={error} />}
    </div>
  );
}
