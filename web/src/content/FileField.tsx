import { DeleteOutlined, FilePdfOutlined, UploadOutlined, VideoCameraOutlined } from '../common/icons';
import { Alert, Button, Progress, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatBytes } from '../common/format/numbers';
import { uploadFile, useStoredFile } from './items';
import type { StoredFile } from './model';

interface FileFieldProps {
  value?: string | null;
  onChange?: (sha256: string | null) => void;
  /** Told with the file as chosen, for its name and its first page. */
  onTaken: (file: File, stored: StoredFile) => void;
  disabled: boolean;
}

/** A PDF or a video: chosen or dropped, sent with progress, and what the server found in it. */
export function FileField({ value, onChange, onTaken, disabled }: FileFieldProps) {
  const { t } = useTranslation();
  const [share, setShare] = useState<number | null>(null);
  const [error, setError] = useState<string | null>(null);
  const stored = useStoredFile(value).data;

  const take = async (file: File) => {
    setError(null);
    setShare(0);
    try {
      const taken = await uploadFile(file, file.name, setShare);
      if (taken.kind === 'picture') {
        setError(t('content.file.wantsPdfOrVideo'));
        return;
      }
      onChange?.(taken.sha256);
      onTaken(file, taken);
    } catch (failure) {
      setError((failure as Error).message);
    } finally {
      setShare(null);
    }
  };
  const facts = stored && [
    stored.pages ? t('content.file.pages', { count: stored.pages }) : '',
    stored.seconds ? t('content.file.minutes', { count: Math.ceil(stored.seconds / 60) }) : '',
    formatBytes(stored.bytes),
  ].filter(Boolean).join(' · ');

  return (
    <div className="lw-file">
      {stored && (
        <div className="lw-file-taken">
          {stored.kind === 'pdf' ? <FilePdfOutlined /> : <VideoCameraOutlined />}
          <span>{t(`content.file.${stored.kind}`)}</span>
          <span className="lw-muted">{facts}</span>
          {!disabled && (
            <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={t('content.file.remove')} onClick={() => onChange?.(null)} />
          )}
        </div>
      )}
      {!disabled && (
        <Upload.Dragger
          accept="application/pdf,.pdf,video/mp4,video/webm,.mp4,.webm"
          showUploadList={false}
          disabled={share !== null}
          beforeUpload={(file) => {
            void take(file);
            return false;
          }}
        >
          <UploadOutlined /> {stored ? t('content.file.replace') : t('content.file.choose')}
          <div className="lw-muted">{t('content.file.limits')}</div>
        </Upload.Dragger>
      )}
      {share !== null && <Progress percent={Math.round(share * 100)} status="active" format={(percent) => (percent === 100 ? t('content.file.reading') : `${percent}%`)} />}
      {error && <Alert type="error" showIcon title={error} />}
    </div>
  );
}
