import { DownloadOutlined } from '../icons';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { download } from '../api/client';
import type { Query } from '../api/query';
import { useNarrow } from '../useNarrow';
import { useFailure } from './useFailure';

interface ExportButtonProps {
  path: string;
  query: Query;
  /** File name without extension, if the server names none. */
  name: string;
  disabled?: boolean;
  /** What the button says where it is not an export of the page. */
  label?: string;
}

export function ExportButton({ path, query, name, disabled = false, label }: ExportButtonProps) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const failed = useFailure();
  const [busy, setBusy] = useState(false);
  const run = (format: string) => {
    setBusy(true);
    download(path, { ...query, format }, `${name}.${format}`)
      .catch((error: Error) => failed(error))
      .finally(() => setBusy(false));
  };
  return (
    <Dropdown
      trigger={['click']}
      disabled={disabled}
      menu={{
        items: [
          { key: 'xlsx', label: t('common.export.xlsx') },
          { key: 'csv', label: t('common.export.csv') },
        ],
        onClick: ({ key }) => run(key),
      }}
    >
      <Button icon={<DownloadOutlined />} loading={busy} aria-label={label ?? t('common.export.title')}>
        {label ?? (narrow ? null : t('common.export.title'))}
      </Button>
    </Dropdown>
  );
}
