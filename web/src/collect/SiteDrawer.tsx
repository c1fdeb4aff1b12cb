import { Form, Input, Select, Switch } from 'antd';
import { useTranslation } from 'react-i18next';
import { EditDrawer } from '../common/templates/EditDrawer';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { OWN, type Site } from './model';
import { useSaveSite } from './sites';

interface SiteForm {
  name: string;
  origins: string[];
  consentRequired: boolean;
  doNotTrack: boolean;
  cookieDomain?: string;
}

interface SiteDrawerProps {
  open: boolean;
  site: Site | null;
  onClose: () => void;
  onSaved: (site: Site) => void;
}

export function SiteDrawer({ open, site, onClose, onSaved }: SiteDrawerProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<SiteForm>();
  const save = useSaveSite();
  const own = site?.key === OWN;
  const close = () => {
    save.reset();
    onClose();
  };
  return (
    <EditDrawer<SiteForm>
      open={open}
      title={t(site ? 'collect.edit' : 'collect.new')}
      onClose={close}
      form={form}
      initialValues={
        site
          ? { ...site, cookieDomain: site.cookieDomain ?? '' }
          : { name: '', origins: [], consentRequired: false, doNotTrack: true, cookieDomain: '' }
      }
      onFinish={({ cookieDomain, ...draft }) =>
        save.mutate(
          { ...(site ? { id: site.id } : {}), draft: { ...draft, cookieDomain: cookieDomain?.trim() ?? '' } },
          {
            onSuccess: (saved) => {
              close();
              onSaved(saved);
            },
            onError: (error) => showFieldErrors(form, error),
          },
        )
      }
      saving={save.isPending}
      error={save.error}
    >
      {!own && (
        <>
          <Form.Item name="name" label={t('collect.name')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
            <Input maxLength={80} autoFocus placeholder={t('collect.namePlaceholder')} />
          </Form.Item>
          <Form.Item
            name="origins"
            label={t('collect.origins')}
            extra={t('collect.originsHint')}
            rules={[{ required: true, message: t('common.required') }]}
          >
            <Select mode="tags" open={false} suffixIcon={null} tokenSeparators={[' ', ',', '，', '\n']} placeholder="www.example.com" />
          </Form.Item>
        </>
      )}
      <Form.Item name="consentRequired" label={t('collect.consent')} extra={t('collect.consentHint')} valuePropName="checked">
        <Switch />
      </Form.Item>
      <Form.Item name="doNotTrack" label={t('collect.doNotTrack')} extra={t('collect.doNotTrackHint')} valuePropName="checked">
        <Switch />
      </Form.Item>
      {!own && (
        <Form.Item name="cookieDomain" label={t('collect.cookieDomain')} extra={t('collect.cookieDomainHint')}>
          <Input maxLength={253} placeholder="example.com" />
        </Form.Item>
      )}
    </EditDrawer>
  );
}
