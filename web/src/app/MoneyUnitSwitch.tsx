import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { MONEY_UNITS, type MoneyUnit } from '../common/model';
import { usePreferences } from '../common/preferences';

export function MoneyUnitSwitch() {
  const { t } = useTranslation();
  const { moneyUnit, setMoneyUnit } = usePreferences();
  return (
    <Segmented<MoneyUnit>
      size="small"
      aria-label={t('app.switch.moneyUnit')}
      value={moneyUnit}
      onChange={setMoneyUnit}
      options={MONEY_UNITS.map((unit) => ({ value: unit, label: t(`common.unit.${unit}`) }))}
    />
  );
}
