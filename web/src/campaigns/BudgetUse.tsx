import { Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import { formatRate, ratio } from '../common/format/numbers';

/** Spend against budget as a bar; beyond the budget it says so in words, not only in red. */
export function BudgetUse({ budgetFen, spendFen }: { budgetFen: number | null | undefined; spendFen: number }) {
  const { t } = useTranslation();
  const share = ratio(spendFen, budgetFen);
  if (share === null) return <span className="lw-muted">{t('campaigns.campaign.noBudget')}</span>;
  const over = share > 1;
  return (
    <span className="lw-budget-use">
      <Progress
        percent={Math.min(100, share * 100)}
        showInfo={false}
        size="small"
        status={over ? 'exception' : 'normal'}
        aria-label={t('campaigns.campaign.budgetUse')}
      />
      <span className={over ? 'lw-num lw-danger' : 'lw-num'}>
        {formatRate(share)}
        {over && ` ${t('campaigns.campaign.over')}`}
      </span>
    </span>
  );
}
