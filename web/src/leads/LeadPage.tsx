import { ArrowLeftOutlined } from '../common/icons';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useParams } from 'react-router';
import { RecordPage } from '../common/templates/RecordPage';
import { useLeadParts } from './useLeadParts';

/** The lead as a page of its own, for a link sent to a colleague. */
export function LeadPage() {
  const { t } = useTranslation();
  const { id } = useParams();
  const navigate = useNavigate();
  const parts = useLeadParts(id ?? null, { onLead: (other) => void navigate(`/leads/${other}`) });
  return (
    <RecordPage
      {...parts}
      back={
        <Link to="/leads">
          <ArrowLeftOutlined /> {t('leads.title')}
        </Link>
      }
    />
  );
}
