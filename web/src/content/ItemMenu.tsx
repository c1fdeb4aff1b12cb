import { MoreOutlined } from '../common/icons';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import { type ItemStep, useDeleteItem, useItemStep } from './items';
import type { Item } from './model';

interface ItemMenuProps {
  item: Item;
  onChange: (item: Item) => void;
  onDeleted: () => void;
}

/** What is done with an item besides writing it. */
export function ItemMenu({ item, onChange, onDeleted }: ItemMenuProps) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const failed = useFailure();
  const undoable = useUndoToast();
  const step = useItemStep();
  const remove = useDeleteItem();
  const address = `${location.origin}/p/c/${item.slug}`;

  const go = (next: ItemStep, back: ItemStep) =>
    step.mutate({ id: item.id, step: next }, {
      onSuccess: (changed) => {
        onChange(changed);
        undoable(t(`content.done.${next}`), async () => onChange(await step.mutateAsync({ id: item.id, step: back })));
      },
      onError: failed,
    });
  const entries = [
    ...(item.status === 'published'
      ? [
          { key: 'open', label: <a href={`/p/c/${item.slug}`} target="_blank" rel="noopener">{t('content.open')}</a> },
          {
            key: 'copy', label: t('content.copyAddress'),
            onClick: () => void navigator.clipboard.writeText(address).then(() => message.success(t('common.copied'))),
          },
          { key: 'withdraw', label: t('content.withdraw'), onClick: () => go('withdraw', 'publish') },
          { key: 'archive', label: t('content.archive'), onClick: () => go('archive', 'publish') },
        ]
      : []),
    ...(item.publishedAt
      ? []
      : [
          {
            key: 'delete', danger: true, label: t('common.delete'),
            onClick: () =>
              modal.confirm({
                title: t('content.deleteSure', { title: item.title }),
                okText: t('common.delete'),
                okButtonProps: { danger: true },
                cancelText: t('common.cancel'),
                onOk: () => remove.mutateAsync(item.id).then(onDeleted, failed),
              }),
          },
        ]),
  ];
  return entries.length === 0 ? null : (
    <Dropdown trigger={['click']} menu={{ items: entries }}>
      <Button icon={<MoreOutlined />} aria-label={t('common.more')} />
    </Dropdown>
  );
}
