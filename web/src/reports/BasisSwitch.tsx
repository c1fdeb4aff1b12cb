import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { BASES, type Basis } from './model';

interface BasisSwitchProps {
  value: Basis;
  onChange: (basis: Basis) => void;
}

/** Of the leads that came in the period, or what happened in the period: the same month differs. */
export function BasisSwitch({ value, onChange }: BasisSwitchProps) {
  const { t } = useTranslation();
  return (
    <Segmented<Basis>
      value={value}
      onChange={onChange}
      options={BASES.map((basis) => ({ value: basis, label: t(`reports.basis.${basis}`), title: t(`reports.basisHint.${basis}`) }))}
    />
  );
}
