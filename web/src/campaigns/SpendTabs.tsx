import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';

export function SpendTabs() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  return (
    <Segmented
      value={pathname}
      onChange={(path) => void navigate(path)}
      options={[
        { value: '/spend', label: t('campaigns.spend.rows') },
        { value: '/spend/budget', label: t('campaigns.budget.tab') },
      ]}
    />
  );
}
