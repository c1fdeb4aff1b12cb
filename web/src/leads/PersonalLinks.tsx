import { LinkOutlined } from '../common/icons';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SendingDrawer } from '../links/SendingDrawer';
import type { TagTarget } from './leads';

/** A link of their own for each of the chosen leads, to be sent by another tool. */
export function PersonalLinks({ target, count }: { target: TagTarget; count: number }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" icon={<LinkOutlined />} onClick={() => setOpen(true)}>{t('links.sending.title')}</Button>
      <SendingDrawer open={open} onClose={() => setOpen(false)} target={target} count={count} />
    </>
  );
}
