import { Alert, App, Button, Drawer, Form, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { ErrorState, LoadingState } from '../common/templates/PageState';
import { useNarrow } from '../common/useNarrow';
import { useErase, useErasurePreview } from './consent';
import './consent.css';
import { useConsentWords } from './useConsentWords';

interface EraseDrawerProps {
  leadId: string;
  open: boolean;
  onClose: () => void;
}

interface Said {
  typed: string;
  reason: string;
}

/** What would go, and the word that has to be typed before it does. */
export function EraseDrawer({ leadId, open, onClose }: EraseDrawerProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const narrow = useNarrow();
  const { countOf } = useConsentWords();
  const [form] = Form.useForm<Said>();
  const typed = Form.useWatch('typed', form);
  const preview = useErasurePreview(leadId, open);
  const erase = useErase(leadId);
  const counts = Object.entries(preview.data?.counts ?? {});
  const finish = (said: Said) =>
    erase.mutate(said, {
      onSuccess: () => {
        void message.success(t('consent.erase.done'));
        onClose();
      },
      onError: (error) => void showFieldErrors(form, error),
    });
  return (
    <Drawer open={open} onClose={onClose} title={t('consent.erase.title')} size={narrow ? '100%' : 520} destroyOnHidden>
      {preview.error ? (
        <ErrorState error={preview.error} onRetry={() => void preview.refetch()} />
      ) : !preview.data ? (
        <LoadingState />
      ) : (
        <>
          <Alert type="warning" showIcon title={t('consent.erase.forGood')} description={t('consent.erase.explain')} />
          <h3>{t('consent.erase.counts')}</h3>
          <ul className="lw-consent-counts">
            {counts.map(([what, count]) => (
              <li key={what}><span>{countOf(what)}</span><span className="lw-num">{formatNumber(count)}</span></li>
            ))}
          </ul>
          {erase.error && <Alert type="error" showIcon title={erase.error.message} style={{ marginBottom: 12 }} />}
          <Form<Said> form={form} layout="vertical" onFinish={finish}>
            <Form.Item name="reason" label={t('consent.erase.reason')} extra={t('consent.erase.reasonHint')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
              <Input maxLength={500} />
            </Form.Item>
            <Form.Item name="typed" label={t('consent.erase.type', { word: preview.data.typing })}>
              <Input autoComplete="off" />
            </Form.Item>
            <Button danger type="primary" htmlType="submit" loading={erase.isPending} disabled={typed?.trim() !== preview.data.typing}>
              {t('consent.erase.do')}
            </Button>
          </Form>
        </>
      )}
    </Drawer>
  );
}
