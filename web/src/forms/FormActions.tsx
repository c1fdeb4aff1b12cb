import { MoreOutlined } from '../common/icons';
import { App, Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useFailure } from '../common/templates/useFailure';
import { useCan } from '../workspace/session';
import { useAddForm, useCloseForm, useDeleteForm } from './forms';
import type { FormLine } from './model';

/** What can be done with a form without opening it. */
export function FormActions({ form }: { form: FormLine }) {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const navigate = useNavigate();
  const failed = useFailure();
  const mayEdit = useCan()('campaigns.edit');
  const close = useCloseForm();
  const remove = useDeleteForm();
  const add = useAddForm();

  const copy = () =>
    add.mutate(
      { name: t('forms.list.copyName', { name: form.name }).slice(0, 80), copyOf: form.id },
      { onSuccess: (made) => void navigate(`/forms/${made.id}`), onError: failed },
    );
  const ask = () =>
    modal.confirm({
      title: t('forms.list.deleteTitle', { name: form.name }),
      okText: t('common.delete'),
      okButtonProps: { danger: true },
      cancelText: t('common.cancel'),
      onOk: () => remove.mutateAsync(form.id).then(() => undefined, failed),
    });
  const items = [
    { key: 'submissions', label: t('forms.tab.submissions'), onClick: () => void navigate(`/forms/${form.id}/submissions`) },
    { key: 'report', label: t('forms.tab.report'), onClick: () => void navigate(`/forms/${form.id}/report`) },
    ...(mayEdit ? [{ key: 'copy', label: t('forms.list.copy'), onClick: copy }] : []),
    ...(mayEdit && form.status !== 'draft'
      ? [{
          key: 'close',
          label: t(form.status === 'open' ? 'forms.list.close' : 'forms.list.reopen'),
          onClick: () => close.mutate({ id: form.id, closed: form.status === 'open' }, { onError: failed }),
        }]
      : []),
    ...(mayEdit && form.status === 'draft' ? [{ key: 'delete', danger: true, label: t('common.delete'), onClick: ask }] : []),
  ];
  return (
    <span onClick={(event) => event.stopPropagation()}>
      <Dropdown trigger={['click']} menu={{ items }}>
        <Button size="small" type="text" icon={<MoreOutlined />} aria-label={t('common.more')} />
      </Dropdown>
    </span>
  );
}
