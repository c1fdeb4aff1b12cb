import { PlusOutlined } from '../common/icons';
import { Button, Dropdown, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { AttachmentFields } from './AttachmentFields';
import { fits } from './bytes';
import { ATTACHMENT_TYPES, type Attachment, type AttachmentType } from './model';

const MOST = 9;
const TEXT_BYTES = 4000;

/** The first words, said within twenty seconds of the addition. */
export function WelcomeFields({ withAttachments }: { withAttachments: boolean }) {
  const { t } = useTranslation();
  const form = Form.useFormInstance();
  return (
    <>
      <Form.Item
        name="welcomeText"
        label={t('wecom.welcome.title')}
        extra={t(withAttachments ? 'wecom.welcome.hint' : 'wecom.welcome.hintFollow')}
        rules={[{
          validator: (_rule, value?: string) =>
            fits(value ?? '', TEXT_BYTES) ? Promise.resolve() : Promise.reject(new Error(t('wecom.welcome.tooLong', { most: TEXT_BYTES }))),
        }]}
      >
        <Input.TextArea autoSize={{ minRows: 3, maxRows: 10 }} placeholder={t('wecom.welcome.example')} />
      </Form.Item>
      {withAttachments && (
        <Form.List name="attachments">
          {(fields, { add, remove }) => (
            <>
              {fields.map((field) => (
                <AttachmentFields
                  key={field.key}
                  index={field.name}
                  type={(form.getFieldValue(['attachments', field.name]) as Attachment | undefined)?.type ?? 'link'}
                  onRemove={() => remove(field.name)}
                />
              ))}
              {fields.length < MOST && (
                <Form.Item>
                  <Dropdown
                    trigger={['click']}
                    menu={{
                      items: ATTACHMENT_TYPES.map((type) => ({ key: type, label: t(`wecom.attachment.${type}`) })),
                      onClick: ({ key }) => add({ type: key as AttachmentType }),
                    }}
                  >
                    <Button icon={<PlusOutlined />}>{t('wecom.attachment.add')}</Button>
                  </Dropdown>
                </Form.Item>
              )}
            </>
          )}
        </Form.List>
      )}
    </>
  );
}
