import { ArrowLeftOutlined } from '../common/icons';
import { Alert, App, Button, Form, Tabs } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { PageHead } from '../common/templates/PageHead';
import { Unsaved } from '../common/templates/Unsaved';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { BLANK, draftOf, formOf } from './itemForm';
import { ItemFields } from './ItemFields';
import { ItemFigures } from './ItemFigures';
import { ItemMenu } from './ItemMenu';
import { ItemPreview } from './ItemPreview';
import { useItemStep, useSaveItem } from './items';
import { ItemStatusTag } from './ItemStatusTag';
import type { Item, ItemDraft } from './model';

interface ItemEditorProps {
  item: Item | null;
  onReload: () => void;
}

/** An item: written, seen as its readers will, and what it brought. */
export function ItemEditor({ item: loaded, onReload }: ItemEditorProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const [params] = useSearchParams();
  const failed = useFailure();
  const mayEdit = useCan()('campaigns.edit');
  const [form] = Form.useForm<ItemDraft>();
  const [item, setItem] = useState(loaded);
  const [dirty, setDirty] = useState(false);
  const save = useSaveItem();
  const step = useItemStep();

  const taken = (next: Item) => {
    setItem(next);
    form.setFieldsValue(formOf(next));
    setDirty(false);
  };
  const store = async (): Promise<Item | null> => {
    try {
      const values = await form.validateFields();
      const draft = draftOf(values, item ? formOf(item) : BLANK);
      const next = await save.mutateAsync(item ? { id: item.id, version: item.version, draft } : { draft });
      taken(next);
      return next;
    } catch (error) {
      if (error instanceof Error) showFieldErrors(form, error);
      return null;
    }
  };
  const finish = async () => {
    const next = await store();
    if (!next) return;
    void message.success(next.status === 'published' ? t('content.savedLive') : t('content.saved'));
    if (!item) void navigate(`/content/${next.id}`, { replace: true });
  };
  const publish = async () => {
    const next = dirty || !item ? await store() : item;
    if (!next) return;
    step.mutate({ id: next.id, step: 'publish' }, {
      onSuccess: (published) => {
        taken(published);
        void message.success(t('content.published'));
        if (!item) void navigate(`/content/${published.id}`, { replace: true });
      },
      onError: (error) => {
        if (!showFieldErrors(form, error)) failed(error);
        if (!item) void navigate(`/content/${next.id}`, { replace: true });
      },
    });
  };

  const tabs = [
    {
      key: 'edit', label: t('content.tab.edit'), forceRender: true,
      children: (
        <Form<ItemDraft>
          form={form}
          layout="vertical"
          initialValues={formOf(item)}
          disabled={!mayEdit}
          scrollToFirstError
          onValuesChange={() => setDirty(true)}
          onFinish={() => void finish()}
        >
          <ItemFields form={form} item={item} disabled={!mayEdit} onChange={() => setDirty(true)} />
        </Form>
      ),
    },
    ...(item
      ? [
          { key: 'preview', label: t('content.tab.preview'), children: <ItemPreview item={item} dirty={dirty} /> },
          { key: 'figures', label: t('content.tab.figures'), children: <ItemFigures item={item} /> },
        ]
      : []),
  ];
  return (
    <section className="lw-page">
      <div>
        <Link to="/content"><ArrowLeftOutlined /> {t('content.title')}</Link>
      </div>
      <PageHead
        title={<>{item?.title ?? t('content.new')} {item && <ItemStatusTag status={item.status} />}</>}
        actions={
          mayEdit && (
            <>
              {item && <ItemMenu item={item} onChange={taken} onDeleted={() => void navigate('/content')} />}
              {item?.status !== 'published' && (
                <Button loading={save.isPending} onClick={() => void finish()}>{t('content.saveDraft')}</Button>
              )}
              {item?.status === 'published' ? (
                <Button type="primary" loading={save.isPending} disabled={!dirty} onClick={() => void finish()}>{t('content.saveLive')}</Button>
              ) : (
                <Button type="primary" loading={step.isPending} onClick={() => void publish()}>{t('content.publish')}</Button>
              )}
            </>
          )
        }
      />
      {save.error && (
        <Alert
          type="error"
          showIcon
          title={save.error.message}
          action={item && <Button size="small" onClick={onReload}>{t('common.retry')}</Button>}
        />
      )}
      <Unsaved dirty={dirty} />
      <div className="lw-panel">
        <Tabs items={tabs} defaultActiveKey={item && params.get('tab') === 'figures' ? 'figures' : 'edit'} />
      </div>
    </section>
  );
}
