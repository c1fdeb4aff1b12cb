import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CompanyRow } from './model';

/** A company with a won lead is a customer; the rest are prospects. */
export function CustomerTag({ company }: { company: CompanyRow }) {
  const { t } = useTranslation();
  if (company.wonLeads === 0) return <span className="lw-muted">{t('companies.customer.no')}</span>;
  return (
    <Tag variant="filled" color="green" className="lw-tag">
      <span aria-hidden="true">● </span>
      {t('companies.customer.yes')}
    </Tag>
  );
}
