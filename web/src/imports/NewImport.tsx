import { FileExcelOutlined, InboxOutlined } from '../common/icons';
import { Alert, Button, Drawer, Progress, Radio, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { download } from '../common/api/client';
import { useFailure } from '../common/templates/useFailure';
import { useNarrow } from '../common/useNarrow';
import { useUploadImport } from './imports';
import { IMPORT_KINDS, type ImportKind } from './model';

/** What the server takes; a larger file is refused before half a gigabyte has gone over the wire. */
const LARGEST = 512 * 1024 * 1024;

interface NewImportProps {
  open: boolean;
  /** What the link that led here was about. */
  kind: ImportKind;
  onClose: () => void;
}

/** The first step: what is in the file, and the file. It goes up as soon as it is chosen. */
export function NewImport({ open, kind: initialKind, onClose }: NewImportProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const failed = useFailure();
  const send = useUploadImport();
  const [chosen, setChosen] = useState<ImportKind>();
  const kind = chosen ?? initialKind;
  const [share, setShare] = useState(0);
  const [tooBig, setTooBig] = useState(false);
  const refusal = tooBig ? t('imports.file.tooBig') : send.error?.message;

  const start = (file: File) => {
    setShare(0);
    setTooBig(file.size > LARGEST);
    if (file.size > LARGEST) return;
    send.mutate({ file, kind, onProgress: setShare }, { onSuccess: (batch) => void navigate(`/imports/${batch.id}`) });
  };
  const template = (format: 'xlsx' | 'csv') =>
    download('/imports/template', { kind, format }, `${t(`imports.kind.${kind}`)}.${format}`).catch((error: Error) => failed(error));

  return (
    <Drawer open={open} onClose={onClose} size={narrow ? '100%' : 560} title={t('imports.new')} destroyOnHidden closable={!send.isPending}>
      <div className="lw-import-new">
        <div>
          <div className="lw-label">{t('imports.file.kind')}</div>
          <Radio.Group value={kind} disabled={send.isPending} onChange={(event) => setChosen(event.target.value as ImportKind)} className="lw-import-kinds">
            {IMPORT_KINDS.map((value) => (
              <Radio key={value} value={value}>
                <strong>{t(`imports.kind.${value}`)}</strong>
                <div className="lw-muted">{t(`imports.kindHint.${value}`)}</div>
              </Radio>
            ))}
          </Radio.Group>
        </div>
        {refusal && <Alert type="error" showIcon title={t('imports.file.refused')} description={refusal} />}
        <Upload.Dragger
          accept=".csv,.xlsx,.xls,.txt,.tsv"
          multiple={false}
          showUploadList={false}
          disabled={send.isPending}
          beforeUpload={(file) => {
            start(file);
            return false;
          }}
        >
          {send.isPending ? (
            <div className="lw-import-going">
              <Progress percent={Math.round(share * 100)} />
              <span className="lw-muted">{share < 1 ? t('imports.file.sending') : t('imports.file.reading')}</span>
            </div>
          ) : (
            <>
              <p className="ant-upload-drag-icon"><InboxOutlined /></p>
              <p className="ant-upload-text">{t('imports.file.drop')}</p>
              <p className="ant-upload-hint">{t('imports.file.dropHint')}</p>
            </>
          )}
        </Upload.Dragger>
        <div className="lw-actions">
          <span className="lw-muted">{t('imports.file.template')}</span>
          <Button size="small" icon={<FileExcelOutlined />} onClick={() => void template('xlsx')}>xlsx</Button>
          <Button size="small" onClick={() => void template('csv')}>csv</Button>
        </div>
      </div>
    </Drawer>
  );
}
