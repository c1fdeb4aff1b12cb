import { DeleteOutlined, PushpinOutlined, SaveOutlined } from '../../icons';
import { App, Button, Checkbox, Dropdown, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDeleteView, useSaveView, useViews } from '../../../workspace/views';
import type { Filters } from '../../urlFilters';
import { useNarrow } from '../../useNarrow';
import { useFailure } from '../useFailure';

interface SavedViewsProps {
  page: string;
  filters: Filters;
  onPick: (filters: Filters) => void;
}

function same(a: Filters, b: Filters): boolean {
  const text = (filters: Filters) => JSON.stringify(Object.entries(filters).sort());
  return text(a) === text(b);
}

/** Named filters of a person, or shared with all. */
export function SavedViews({ page, filters, onPick }: SavedViewsProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const views = useViews(page).data ?? [];
  const save = useSaveView();
  const remove = useDeleteView();
  const failed = useFailure();
  const [naming, setNaming] = useState(false);
  const [form] = Form.useForm<{ name: string; shared: boolean }>();
  const narrow = useNarrow();
  const title = views.find((view) => same(view.filter, filters))?.name ?? t('common.views.title');

  const items = [
    { key: 'all', label: t('common.views.all') },
    ...views.map((view) => ({
      key: view.id,
      label: (
        <span className="lw-view">
          <span>
            {view.name}
            {view.shared && <span className="lw-muted"> · {t('common.views.shared')}</span>}
          </span>
          {view.mine && (
            <Button
              type="text"
              size="small"
              aria-label={t('common.views.delete', { name: view.name })}
              icon={<DeleteOutlined />}
              onClick={(event) => {
                event.stopPropagation();
                remove.mutate(view.id, { onError: failed });
              }}
            />
          )}
        </span>
      ),
    })),
    { type: 'divider' as const },
    { key: 'save', icon: <SaveOutlined />, label: t('common.views.save'), disabled: Object.keys(filters).length === 0 },
  ];

  return (
    <>
      <Dropdown
        trigger={['click']}
        menu={{
          items,
          onClick: ({ key }) => {
            if (key === 'save') setNaming(true);
            else onPick(views.find((view) => view.id === key)?.filter ?? {});
          },
        }}
      >
        <Button icon={<PushpinOutlined />} aria-label={title} title={title}>
          {narrow ? null : title}
        </Button>
      </Dropdown>
      <Modal
        open={naming}
        title={t('common.views.save')}
        okText={t('common.save')}
        cancelText={t('common.cancel')}
        confirmLoading={save.isPending}
        onCancel={() => setNaming(false)}
        onOk={() => form.submit()}
        destroyOnHidden
      >
        <Form
          form={form}
          layout="vertical"
          preserve={false}
          initialValues={{ name: '', shared: false }}
          onFinish={({ name, shared }) =>
            save.mutate(
              { page, name: name.trim(), filter: filters, shared },
              {
                onSuccess: () => {
                  setNaming(false);
                  void message.success(t('common.views.saved'));
                },
                onError: failed,
              },
            )
          }
        >
          <Form.Item name="name" label={t('common.views.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
            <Input autoFocus maxLength={60} />
          </Form.Item>
          <Form.Item name="shared" valuePropName="checked" noStyle>
            <Checkbox>{t('common.views.share')}</Checkbox>
          </Form.Item>
        </Form>
      </Modal>
    </>
  );
}
