import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../common/api/client';
import { MoreOutlined } from '../common/icons';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { EraseDrawer } from './EraseDrawer';

/** What somebody may ask of us: what is kept about them, or to be forgotten. */
export function PersonMenu({ leadId }: { leadId: string }) {
  const { t } = useTranslation();
  const can = useCan();
  const failed = useFailure();
  const [busy, setBusy] = useState(false);
  const [erasing, setErasing] = useState(false);
  const items = [
    ...(can('leads.export') ? [{ key: 'export', label: t('consent.person.export') }] : []),
    ...(can('privacy.erase') ? [{ key: 'erase', danger: true, label: t('consent.person.erase') }] : []),
  ];
  if (items.length === 0) return null;
  const run = (key: string) => {
    if (key === 'erase') {
      setErasing(true);
      return;
    }
    setBusy(true);
    download(`/leads/${leadId}/personal-data`, {}, 'person.zip')
      .catch((error: Error) => failed(error))
      .finally(() => setBusy(false));
  };
  return (
    <>
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => run(key) }}>
        <Button icon={<MoreOutlined />} loading={busy} aria-label={t('consent.person.menu')} />
      </Dropdown>
      <EraseDrawer leadId={leadId} open={erasing} onClose={() => setErasing(false)} />
    </>
  );
}
