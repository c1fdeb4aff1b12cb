import { DeleteOutlined, UploadOutlined } from '../common/icons';
import { Button, Form, Input, Upload } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../common/templates/useFailure';
import { fits } from './bytes';
import type { AttachmentType } from './model';
import { useUploadPicture } from './wecom';

interface AttachmentFieldsProps {
  index: number;
  type: AttachmentType;
  onRemove: () => void;
}

/** One thing below the words: a link, a picture, a page of a mini-program. */
export function AttachmentFields({ index, type, onRemove }: AttachmentFieldsProps) {
  const { t } = useTranslation();
  const at = (field: string) => [index, field];
  const required = { required: true, whitespace: true, message: t('common.required') };
  const within = (most: number) => ({
    validator: (_rule: unknown, value?: string | null) =>
      fits(value ?? '', most) ? Promise.resolve() : Promise.reject(new Error(t('wecom.welcome.tooLong', { most }))),
  });
  return (
    <div className="lw-attachment">
      <header>
        <strong>{t(`wecom.attachment.${type}`)}</strong>
        <Button size="small" type="text" icon={<DeleteOutlined />} aria-label={`${t('common.delete')} ${t(`wecom.attachment.${type}`)}`} onClick={onRemove} />
      </header>
      {type !== 'image' && (
        <Form.Item name={at('title')} label={t('wecom.attachment.title')} rules={[required, within(type === 'link' ? 128 : 64)]}>
          <Input />
        </Form.Item>
      )}
      {type === 'link' && (
        <>
          <Form.Item name={at('description')} label={t('wecom.attachment.description')} rules={[within(512)]}>
            <Input />
          </Form.Item>
          <Form.Item name={at('address')} label={t('wecom.attachment.url')} rules={[required, { type: 'url', message: t('wecom.attachment.urlWrong') }]}>
            <Input inputMode="url" placeholder="https://" />
          </Form.Item>
        </>
      )}
      {type === 'miniprogram' && (
        <div className="lw-form-row">
          <Form.Item name={at('appId')} label={t('wecom.attachment.appId')} rules={[required]}>
            <Input placeholder="wx…" />
          </Form.Item>
          <Form.Item name={at('address')} label={t('wecom.attachment.page')} rules={[required]}>
            <Input placeholder="pages/index/index" />
          </Form.Item>
        </div>
      )}
      <Form.Item
        name={at('pictureId')}
        label={t(type === 'link' ? 'wecom.attachment.cover' : 'wecom.attachment.picture')}
        rules={type === 'link' ? [] : [{ required: true, message: t('common.required') }]}
      >
        <PictureField />
      </Form.Item>
    </div>
  );
}

/** Holds the id of an uploaded picture; a form gives value and onChange. */
function PictureField({ value, onChange }: { value?: string | null; onChange?: (id: string) => void }) {
  const { t } = useTranslation();
  const failed = useFailure();
  const send = useUploadPicture();
  return (
    <span className="lw-actions">
      {value && <img src={`/api/v1/wecom/pictures/${value}`} alt={t('wecom.attachment.picture')} width={48} height={48} style={{ objectFit: 'cover' }} />}
      <Upload
        accept="image/png,image/jpeg"
        showUploadList={false}
        beforeUpload={(file) => {
          send.mutate(file, { onSuccess: ({ id }) => onChange?.(id), onError: failed });
          return false;
        }}
      >
        <Button size="small" icon={<UploadOutlined />} loading={send.isPending}>{t(value ? 'wecom.attachment.replace' : 'wecom.attachment.upload')}</Button>
      </Upload>
      <span className="lw-muted">{t('wecom.attachment.limit')}</span>
    </span>
  );
}
