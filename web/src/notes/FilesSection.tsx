import { DeleteOutlined, UploadOutlined } from '../common/icons';
import { Button, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../common/RelativeTime';
import { RecordSection } from '../common/templates/RecordSection';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { useCan } from '../workspace/session';
import { fileSize } from './fileSize';
import { deleteFile, keepFile, type KeptFile, type Place, restoreFile, saveFile, useFiles } from './notes';
import './notes.css';

const ACCEPTED = '.pdf,.png,.jpg,.jpeg,.gif,.webp,.docx,.xlsx,.pptx,.doc,.xls,.ppt,.txt,.csv,.md';

/** Files beside a lead or a company: uploaded, saved, deleted with undo. */
export function FilesSection({ at }: { at: Place }) {
  const { t } = useTranslation();
  const mayEdit = useCan()('leads.edit');
  const files = useFiles(at).data ?? [];
  const failed = useFailure();
  const toast = useUndoToast();
  const [busy, setBusy] = useState(false);
  const keep = (file: File) => {
    setBusy(true);
    keepFile(at, file).catch(failed).finally(() => setBusy(false));
  };
  const remove = (file: KeptFile) => deleteFile(file.id).then(() => toast(t('notes.fileDeleted', { name: file.name }), () => restoreFile(file.id)), failed);
  if (!mayEdit && files.length === 0) return null;
  return (
    <RecordSection
      title={t('notes.files')}
      extra={
        mayEdit && (
          <Upload accept={ACCEPTED} showUploadList={false} beforeUpload={(file) => { keep(file); return false; }}>
            <Button size="small" icon={<UploadOutlined />} loading={busy} title={t('notes.uploadHint')}>{t('notes.upload')}</Button>
          </Upload>
        )
      }
    >
      {files.length === 0 ? (
        <p className="lw-muted">{t('notes.noFiles')}</p>
      ) : (
        <ul className="lw-related">
          {files.map((file) => (
            <li key={file.id}>
              <span>
                <button type="button" className="lw-link" onClick={() => void saveFile(file).catch(failed)}>{file.name}</button>
                <span className="lw-muted"> · {fileSize(file.bytes)} · {file.author} · <RelativeTime at={file.uploadedAt} /></span>
              </span>
              {mayEdit && file.mine && (
                <Button type="text" size="small" icon={<DeleteOutlined />} aria-label={t('notes.deleteFile', { name: file.name })} onClick={() => void remove(file)} />
              )}
            </li>
          ))}
        </ul>
      )}
    </RecordSection>
  );
}
