import { ExpandOutlined } from '../common/icons';
import { Button, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { RecordDrawer } from '../common/templates/RecordDrawer';
import { useLeadParts } from './useLeadParts';

interface LeadDrawerProps {
  id: string | null;
  startEditing?: boolean;
  onClose: () => void;
  onLead: (id: string) => void;
}

/** The lead in full beside the list. */
export function LeadDrawer({ id, startEditing = false, onClose, onLead }: LeadDrawerProps) {
  const { t } = useTranslation();
  const parts = useLeadParts(id, { startEditing, onLead });
  return (
    <RecordDrawer
      {...parts}
      open={id !== null}
      onClose={onClose}
      actions={
        <>
          {parts.actions}
          {!parts.loading && (
            <Tooltip title={t('leads.fullPage')}>
              <Link to={`/leads/${id ?? ''}`}>
                <Button size="small" icon={<ExpandOutlined />} aria-label={t('leads.fullPage')} />
              </Link>
            </Tooltip>
          )}
        </>
      }
    />
  );
}
