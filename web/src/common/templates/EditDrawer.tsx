import { Alert, Button, Drawer, Form, type FormInstance } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from '../useNarrow';
import { StartFresh } from './StartFresh';

interface EditDrawerProps<V extends object> {
  open: boolean;
  title: ReactNode;
  onClose: () => void;
  form: FormInstance<V>;
  initialValues: Partial<V>;
  onFinish: (values: V) => void;
  saving: boolean;
  /** The server's sentence when it refused. */
  error?: Error | null;
  saveText?: string;
  /** For what needs more room than a column of fields. */
  wide?: boolean;
  children: ReactNode;
}

/** Create and edit beside the list: the list stays in sight, Ctrl+Enter saves. */
export function EditDrawer<V extends object>(props: EditDrawerProps<V>) {
  const { open, title, onClose, form, initialValues, onFinish, saving, error, saveText, wide, children } = props;
  const { t } = useTranslation();
  const narrow = useNarrow();
  return (
    <Drawer
      open={open}
      title={title}
      onClose={onClose}
      size={narrow ? '100%' : wide ? 720 : 460}
      destroyOnHidden
      footer={
        <div className="lw-actions">
          <Button type="primary" loading={saving} onClick={() => form.submit()}>
            {saveText ?? t('common.save')}
          </Button>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
        </div>
      }
    >
      {error && <Alert type="error" showIcon title={error.message} style={{ marginBottom: 12 }} />}
      <Form<V>
        form={form}
        layout="vertical"
        // Partial<V> is what a form starts from; antd asks for the same shape under another name.
        initialValues={initialValues}
        onFinish={onFinish}
        preserve={false}
        scrollToFirstError
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) form.submit();
        }}
      >
        {children}
        <StartFresh form={form} open={open} />
      </Form>
    </Drawer>
  );
}
