import { TagsOutlined } from '../common/icons';
import { Button, Popover, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatNumber } from '../common/format/numbers';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { type TagTarget, undoTags, useTagLeads, useTags } from './leads';

interface TagChangeProps {
  target: TagTarget;
  /** How many leads the change is about, for the button's sentence. */
  count: number;
  onDone?: () => void;
}

/** Puts tags on leads and takes tags off, many at once, with a way back. */
export function TagChange({ target, count, onDone }: TagChangeProps) {
  const { t } = useTranslation();
  const tags = useTags().data ?? [];
  const change = useTagLeads();
  const failed = useFailure();
  const toast = useUndoToast();
  const [open, setOpen] = useState(false);
  const [add, setAdd] = useState<string[]>([]);
  const [remove, setRemove] = useState<string[]>([]);
  const options = tags.map((tag) => ({ value: tag.id, label: tag.name }));

  const apply = () =>
    change.mutate({ ...target, add, remove }, {
      onSuccess: ({ changed, undo }) => {
        setOpen(false);
        setAdd([]);
        setRemove([]);
        toast(t('leads.tag.done', { count: changed, shown: formatNumber(changed) }), () => undoTags(undo));
        onDone?.();
      },
      onError: failed,
    });

  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      placement="bottomLeft"
      content={
        <div className="lw-tag-change">
          <label>
            <div className="lw-label">{t('leads.tag.add')}</div>
            <Select
              mode="tags"
              value={add}
              onChange={(names) => setAdd(names.map((name) => name.trim().slice(0, 40)).filter(Boolean))}
              options={tags.map((tag) => ({ value: tag.name, label: tag.name }))}
              placeholder={t('leads.tag.addHint')}
            />
          </label>
          <label>
            <div className="lw-label">{t('leads.tag.remove')}</div>
            <Select
              mode="multiple"
              value={remove}
              onChange={setRemove}
              options={options}
              showSearch={{ optionFilterProp: 'label' }}
              placeholder={t('leads.tag.removeHint')}
            />
          </label>
          <Button type="primary" block disabled={add.length + remove.length === 0} loading={change.isPending} onClick={apply}>
            {t('leads.tag.apply', { count, shown: formatNumber(count) })}
          </Button>
        </div>
      }
    >
      <Button size="small" icon={<TagsOutlined />}>
        {t('leads.tag.title')}
      </Button>
    </Popover>
  );
}
