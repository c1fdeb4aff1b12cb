import { AutoComplete, Form, type FormInstance, Input, Select, Spin, Switch, TreeSelect } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { channelOptions, channelTree, useChannels } from '../campaigns/channels';
import { departmentOptions } from '../workspace/departmentTree';
import { useDepartments, useUserOptions } from '../workspace/users';
import { firstPage } from './cover';
import { CoverField } from './CoverField';
import { FileField } from './FileField';
import { uploadFile, useTags } from './items';
import { type Item, ITEM_KINDS, type ItemDraft, SERVED_STAGES, type StoredFile } from './model';

const RichTextEditor = lazy(() => import('./RichTextEditor').then((file) => ({ default: file.RichTextEditor })));

interface ItemFieldsProps {
  form: FormInstance<ItemDraft>;
  item: Item | null;
  disabled: boolean;
  onChange: () => void;
}

export function ItemFields({ form, item, disabled, onChange }: ItemFieldsProps) {
  const { t } = useTranslation();
  const kind = Form.useWatch('kind', form) ?? 'article';
  const author = Form.useWatch('authorId', form);
  const tags = useTags().data ?? [];
  const users = useUserOptions().data ?? [];
  const departments = useDepartments().data ?? [];
  const channels = useChannels().data ?? [];

  /** A chosen file names what is still nameless, and its first page is a cover until there is another. */
  const taken = async (file: File, found: StoredFile) => {
    onChange();
    const name = file.name.replace(/\.[a-z0-9]+$/i, '');
    if (!form.getFieldValue('fileName')) form.setFieldValue('fileName', name);
    if (!form.getFieldValue('title')) form.setFieldValue('title', name.slice(0, 120));
    if (found.kind === 'pdf' && !form.getFieldValue('cover')) {
      try {
        form.setFieldValue('cover', (await uploadFile(await firstPage(file), 'cover.jpg')).sha256);
      } catch {
        // A cover can be chosen by hand.
      }
    }
  };

  return (
    <div className="lw-item">
      <div className="lw-item-main">
        <Form.Item name="title" label={t('content.field.title')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
          <Input maxLength={120} showCount autoFocus={!item} />
        </Form.Item>
        <Form.Item name="summary" label={t('content.field.summary')} extra={t('content.field.summaryHint')}>
          <Input.TextArea autoSize={{ minRows: 2, maxRows: 6 }} maxLength={500} showCount />
        </Form.Item>
        {kind !== 'article' && (
          <>
            <Form.Item name="file" label={t('content.field.file')}>
              <FileField onTaken={(file, found) => void taken(file, found)} disabled={disabled} />
            </Form.Item>
            <div className="lw-form-row">
              <Form.Item name="fileName" label={t('content.field.fileName')}>
                <Input maxLength={120} />
              </Form.Item>
              <Form.Item name="downloadable" label={t('content.field.downloadable')} valuePropName="checked">
                <Switch />
              </Form.Item>
            </div>
          </>
        )}
        <Form.Item name="body" label={kind === 'article' ? t('content.field.body') : t('content.field.introduction')}>
          <Suspending disabled={disabled} />
        </Form.Item>
      </div>
      <div className="lw-item-side">
        <Form.Item name="kind" label={t('content.field.kind')}>
          <Select options={ITEM_KINDS.map((value) => ({ value, label: t(`content.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="cover" label={t('content.field.cover')}>
          <CoverField disabled={disabled} />
        </Form.Item>
        <Form.Item name="tags" label={t('content.field.tags')}>
          <Select mode="tags" tokenSeparators={[',', '，', '、']} options={tags.map((value) => ({ value, label: value }))} />
        </Form.Item>
        <Form.Item name="authorId" label={t('content.field.author')}>
          <Select allowClear showSearch={{ optionFilterProp: 'label' }} placeholder={t('content.field.guestOrMember')} options={users.filter((user) => user.active || user.id === item?.authorId).map((user) => ({ value: user.id, label: user.name }))} />
        </Form.Item>
        {!author && (
          <div className="lw-form-row">
            <Form.Item name="guestName" label={t('content.field.guestName')}><Input maxLength={80} /></Form.Item>
            <Form.Item name="guestTitle" label={t('content.field.guestTitle')}><Input maxLength={80} /></Form.Item>
          </div>
        )}
        <Form.Item name="departmentId" label={t('content.field.department')} extra={t('content.field.departmentHint')}>
          <TreeSelect allowClear treeDefaultExpandAll treeData={departmentOptions(departments)} />
        </Form.Item>
        <div className="lw-form-row">
          <Form.Item name="serves" label={t('content.field.serves')}>
            <Select allowClear options={SERVED_STAGES.map((value) => ({ value, label: t(`content.serves.${value}`) }))} />
          </Form.Item>
          <Form.Item name="businessLine" label={t('content.field.businessLine')}><AutoComplete maxLength={80} /></Form.Item>
        </div>
        <Form.Item name="channelId" label={t('common.field.channel')}>
          <TreeSelect allowClear showSearch={{ treeNodeFilterProp: 'title' }} treeDefaultExpandAll treeData={channelOptions(channelTree(channels), item?.channelId)} />
        </Form.Item>
        <div className="lw-form-row">
          <Form.Item name="language" label={t('content.field.language')}>
            <Select options={[{ value: 'zh-CN', label: '中文' }, { value: 'en', label: 'English' }]} />
          </Form.Item>
          <Form.Item name="slug" label={t('content.field.slug')} extra={t('content.field.slugHint')}>
            <Input prefix="/p/c/" maxLength={80} />
          </Form.Item>
        </div>
        <Form.Item name="actionText" label={t('content.field.actionText')} extra={t('content.field.actionHint')}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="actionLink" label={t('content.field.actionLink')}>
          <Input maxLength={1000} placeholder="https://" inputMode="url" />
        </Form.Item>
      </div>
    </div>
  );
}

/** The editor comes when a text is written, not with the list. */
function Suspending(props: { value?: string | null; onChange?: (html: string | null) => void; disabled: boolean }) {
  return (
    <Suspense fallback={<Spin />}>
      <RichTextEditor {...props} />
    </Suspense>
  );
}
