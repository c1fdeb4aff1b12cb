import { UnorderedListOutlined } from '../common/icons';
import { Button, Popover, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatNumber } from '../common/format/numbers';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { type Chosen, putIntoSegment, takeFromSegment, useSegments } from './segments';

interface PutIntoSegmentProps {
  target: Chosen;
  count: number;
  onDone?: () => void;
}

/** Puts chosen leads into a list by hand, with a way back. */
export function PutIntoSegment({ target, count, onDone }: PutIntoSegmentProps) {
  const { t } = useTranslation();
  const failed = useFailure();
  const toast = useUndoToast();
  const [open, setOpen] = useState(false);
  const [to, setTo] = useState<string>();
  const [busy, setBusy] = useState(false);
  const lists = (useSegments(open).data ?? []).filter(({ kind }) => kind === 'static');
  const list = lists.find(({ id }) => id === to);

  const put = () => {
    if (!list) return;
    setBusy(true);
    putIntoSegment(list.id, target)
      .then(({ leads, ids }) => {
        setOpen(false);
        toast(t('segments.put', { count: leads, shown: formatNumber(leads), name: list.name }), () => takeFromSegment(list.id, ids));
        onDone?.();
      }, failed)
      .finally(() => setBusy(false));
  };

  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottomLeft"
      content={
        <div className="lw-tag-change">
          <label>
            <div className="lw-label">{t('segments.putTo')}</div>
            <Select
              value={to ?? null}
              onChange={setTo}
              options={lists.map(({ id, name }) => ({ value: id, label: name }))}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('segments.putHint')}
              notFoundContent={<Link to="/segments/new?kind=static">{t('segments.noList')}</Link>}
            />
          </label>
          <Button type="primary" block disabled={!list} loading={busy} onClick={put}>
            {t('segments.putAll', { count, shown: formatNumber(count) })}
          </Button>
        </div>
      }
    >
      <Button size="small" icon={<UnorderedListOutlined />}>{t('segments.putButton')}</Button>
    </Popover>
  );
}
