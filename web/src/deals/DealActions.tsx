import { CheckOutlined, CloseOutlined, DeleteOutlined, EditOutlined } from '../common/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useFailure } from '../common/templates/useFailure';
import { useUndoToast } from '../common/templates/useUndoToast';
import type { Opportunity } from '../leads/model';
import type { DealMode } from './dealForm';
import { undoDeal, useRemoveDeal } from './deals';

/** What may be done with an opportunity, on its card. */
export function DealActions({ opportunity, onMode }: { opportunity: Opportunity; onMode: (mode: DealMode) => void }) {
  const { t } = useTranslation();
  const failed = useFailure();
  const toast = useUndoToast();
  const remove = useRemoveDeal();
  const running = opportunity.stage !== 'won' && opportunity.stage !== 'lost';
  const about = { name: opportunity.name };
  return (
    <div className="lw-actions">
      {running && (
        <>
          <Button size="small" type="primary" icon={<CheckOutlined />} onClick={() => onMode('win')}>{t('deals.action.win')}</Button>
          <Button size="small" icon={<CloseOutlined />} onClick={() => onMode('lose')}>{t('deals.action.lose')}</Button>
        </>
      )}
      <Button size="small" icon={<EditOutlined />} onClick={() => onMode('edit')}>{t('common.edit')}</Button>
      <Button
        size="small"
        type="text"
        icon={<DeleteOutlined />}
        aria-label={t('deals.action.remove', about)}
        loading={remove.isPending}
        // Not by the callbacks of mutate: this card is gone before they would be called.
        onClick={() =>
          remove.mutateAsync(opportunity.id).then(
            ({ undo }) => toast(t('deals.done.removed', about), () => undoDeal(opportunity.id, undo)),
            failed,
          )
        }
      />
    </div>
  );
}
