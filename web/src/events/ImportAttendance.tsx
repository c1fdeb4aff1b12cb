import { CloudUploadOutlined } from '../common/icons';
import { Button, Dropdown, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { useFailure } from '../common/templates/useFailure';
import { sendReport } from './events';

/** Who was there comes in as a file: a table by the wizard, a meeting's JSON by the way of it. */
export function ImportAttendance({ eventId }: { eventId: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const failed = useFailure();
  const [sending, setSending] = useState(false);
  const send = (file: File) => {
    setSending(true);
    sendReport(eventId, file)
      .then(({ importId }) => void navigate(`/imports/${importId}`), failed)
      .finally(() => setSending(false));
    return false;
  };
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        items: [
          { key: 'table', label: <Link to="/imports?new=attendance">{t('events.attendance.table')}</Link> },
          { key: 'json', label: <Upload accept=".json,application/json" showUploadList={false} beforeUpload={send}>{t('events.attendance.json')}</Upload> },
        ],
      }}
    >
      <Button icon={<CloudUploadOutlined />} loading={sending} title={t('events.attendance.importHint')}>{t('events.attendance.import')}</Button>
    </Dropdown>
  );
}
