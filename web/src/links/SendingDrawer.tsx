import { Alert, Button, Drawer, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useList } from '../common/api/useList';
import { formatNumber } from '../common/format/numbers';
import { FilterBar } from '../common/templates/list/FilterBar';
import { showFieldErrors } from '../common/templates/fieldErrors';
import { type Filters, patched } from '../common/urlFilters';
import { useNarrow } from '../common/useNarrow';
import type { TagTarget } from '../leads/leads';
import type { LeadRow } from '../leads/model';
import { useLeadFilters } from '../leads/useLeadFilters';
import type { ShortLink } from './links';
import './links.css';
import { SendingResult } from './SendingResult';
import { type Sending, SENDING_WAYS, type SendingDraft, useMakeSending } from './sendings';

interface SendingDrawerProps {
  open: boolean;
  onClose: () => void;
  /** Of this link; absent, one is chosen. */
  link?: ShortLink;
  /** To these leads; absent, they are chosen by the filters of the list of leads. */
  target?: TagTarget;
  count?: number;
}

interface SendingForm extends SendingDraft {
  linkId: string;
}

/** A link for each of a group of people: which link, which people, what it is called; then the file. */
export function SendingDrawer({ open, onClose, link, target, count }: SendingDrawerProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [form] = Form.useForm<SendingForm>();
  const [filters, setFilters] = useState<Filters>({});
  const [search, setSearch] = useState('');
  const [made, setMade] = useState<{ linkId: string; sending: Sending } | null>(null);
  const defs = useLeadFilters();
  const make = useMakeSending();
  const links = useList<ShortLink>('/links', { state: 'on', ...(search ? { q: search } : {}) }, open && !link);
  const matching = useList<LeadRow>('/leads', { ...filters, limit: 1 }, open && !target);
  const chosen = target ? (count ?? 0) : matching.total;
  const shown = formatNumber(chosen) + (!target && matching.totalCapped ? '+' : '');

  const close = () => {
    make.reset();
    setMade(null);
    setFilters({});
    onClose();
  };
  const finish = ({ linkId, name, way }: SendingForm) => {
    const id = link?.id ?? linkId;
    make.mutate({ linkId: id, draft: { name: name.trim(), way }, target: target ?? { filter: filters } }, {
      onSuccess: (sending) => setMade({ linkId: id, sending }),
      onError: (error) => showFieldErrors(form, error),
    });
  };
  const change = (patch: Record<string, string | undefined>) =>
    setFilters((before) => Object.fromEntries(patched(new URLSearchParams(before), patch)));

  return (
    <Drawer
      open={open}
      title={t('links.sending.title')}
      onClose={close}
      size={narrow ? '100%' : 520}
      destroyOnHidden
      footer={
        made ? (
          <div className="lw-actions">
            <Button type="primary" onClick={close}>{t('links.sending.finish')}</Button>
            {!link && <Link to={`/links?open=${made.linkId}`}><Button>{t('links.sending.look')}</Button></Link>}
          </div>
        ) : (
          <div className="lw-actions">
            <Button type="primary" loading={make.isPending} disabled={chosen === 0} onClick={() => form.submit()}>
              {t('links.sending.make', { count: chosen, shown })}
            </Button>
            <Button onClick={close}>{t('common.cancel')}</Button>
          </div>
        )
      }
    >
      {made ? (
        <SendingResult linkId={made.linkId} sending={made.sending} />
      ) : (
        <Form<SendingForm> form={form} layout="vertical" initialValues={{ way: 'sms' }} onFinish={finish}>
          <p className="lw-muted">{t('links.sending.explain')}</p>
          {make.error && <Alert type="error" showIcon title={make.error.message} className="lw-link-wrong" />}
          {!link && (
            <Form.Item name="linkId" label={t('links.sending.link')} rules={[{ required: true, message: t('common.required') }]}>
              <Select
                showSearch={{ filterOption: false, onSearch: setSearch }}
                loading={links.isFetching}
                notFoundContent={links.isSuccess ? <Link to="/links">{t('links.sending.noLink')}</Link> : undefined}
                options={links.rows.map((one) => ({ value: one.id, label: one.name }))}
              />
            </Form.Item>
          )}
          {target ? (
            <p>{t('links.sending.chosen', { count: chosen, shown })}</p>
          ) : (
            <Form.Item label={t('links.sending.readers')} extra={t('links.sending.readersHint')}>
              <FilterBar defs={defs} filters={filters} onChange={change} />
              <p role="status">{t('links.sending.chosen', { count: chosen, shown })}</p>
            </Form.Item>
          )}
          <Form.Item name="name" label={t('links.sending.name')} extra={t('links.sending.nameHint')} rules={[{ required: true, whitespace: true, message: t('common.required') }]}>
            <Input maxLength={100} />
          </Form.Item>
          <Form.Item name="way" label={t('links.sending.way')} extra={t('links.sending.wayHint')}>
            <Radio.Group options={SENDING_WAYS.map((value) => ({ value, label: t(`links.way.${value}`) }))} />
          </Form.Item>
        </Form>
      )}
    </Drawer>
  );
}
