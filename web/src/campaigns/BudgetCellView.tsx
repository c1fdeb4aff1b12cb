import { Button, InputNumber, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { yuanToFen } from '../common/format/money';
import { Money } from '../common/Money';
import { useFailure } from '../common/templates/useFailure';
import type { BudgetCell } from './budgetGrid';
import { useSetBudget } from './spend';

interface BudgetCellViewProps {
  cell: BudgetCell;
  /** Present where the budget may be changed. */
  slot?: { month: string; channelId: string | null; label: string };
}

/** Plan above, actual below; beyond the plan the actual carries a mark, not only a colour. */
export function BudgetCellView({ cell, slot }: BudgetCellViewProps) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [yuan, setYuan] = useState<number | null>(null);
  const set = useSetBudget();
  const failed = useFailure();
  const over = cell.budgetFen > 0 && cell.spendFen > cell.budgetFen;

  const figures = (
    <>
      <span>{cell.budgetFen > 0 ? <Money fen={cell.budgetFen} /> : <span className="lw-muted">—</span>}</span>
      <span className={over ? 'lw-danger' : 'lw-muted'}>
        {over && <span title={t('campaigns.campaign.over')}>▲ </span>}
        {cell.spendFen > 0 ? <Money fen={cell.spendFen} /> : '—'}
      </span>
    </>
  );
  if (!slot) return <span className="lw-budget-cell">{figures}</span>;

  const store = () =>
    set.mutate(
      { month: slot.month, channelId: slot.channelId, amountFen: yuanToFen(yuan ?? 0) },
      { onSuccess: () => setOpen(false), onError: failed },
    );
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        if (next) setYuan(cell.budgetFen > 0 ? cell.budgetFen / 100 : null);
      }}
      title={`${slot.label} · ${slot.month}`}
      content={
        <form
          className="lw-actions"
          onSubmit={(event) => {
            event.preventDefault();
            store();
          }}
        >
          <InputNumber<number>
            autoFocus
            min={0}
            precision={2}
            value={yuan}
            onChange={setYuan}
            suffix={t('common.unit.yuan')}
            aria-label={t('common.field.budget')}
            style={{ width: 170 }}
          />
          <Button type="primary" htmlType="submit" loading={set.isPending}>
            {t('common.save')}
          </Button>
        </form>
      }
    >
      <button type="button" className="lw-budget-cell lw-budget-edit" aria-label={`${slot.label} ${slot.month} ${t('common.field.budget')}`}>
        {figures}
      </button>
    </Popover>
  );
}
