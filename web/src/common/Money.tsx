import { Tooltip } from 'antd';
import { formatExactMoney, formatMoney } from './format/money';
import { DASH } from './format/numbers';
import { usePreferences } from './preferences';
import { useTranslation } from 'react-i18next';

interface MoneyProps {
  fen: number | null | undefined;
  /** Add the unit after the number, where no header carries it. */
  withUnit?: boolean;
  /** Unit costs (CPL, CAC) read in 元 whatever the switch says. */
  unit?: 'yuan';
}

/** Money in the unit of the switch; the exact sum on hover. */
export function Money({ fen, withUnit = false, unit }: MoneyProps) {
  const { moneyUnit } = usePreferences();
  const { t } = useTranslation();
  const shown = unit ?? moneyUnit;
  const text = formatMoney(fen, shown);
  if (text === DASH) return <span className="lw-num">{DASH}</span>;
  return (
    <Tooltip title={formatExactMoney(fen)} mouseEnterDelay={0.4}>
      <span className="lw-num">
        {text}
        {withUnit && <span className="lw-unit"> {t(`common.unit.${shown}`)}</span>}
      </span>
    </Tooltip>
  );
}
