import { SettingOutlined } from '../../icons';
import { Button, Checkbox, Popover, Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import type { ListColumn } from './model';

interface ColumnChooserProps<T> {
  columns: ListColumn<T>[];
  keys: string[];
  onChoose: (keys: string[]) => void;
  onReset: () => void;
}

export function ColumnChooser<T>({ columns, keys, onChoose, onReset }: ColumnChooserProps<T>) {
  const { t } = useTranslation();
  const content = (
    <div className="lw-columns">
      <Checkbox.Group
        value={columns.filter((column) => column.pinned || keys.includes(column.key)).map((column) => column.key)}
        onChange={(values) => onChoose(values)}
        options={columns.map((column) => ({
          value: column.key,
          label: column.title,
          disabled: column.pinned ?? false,
        }))}
      />
      <Button type="link" size="small" onClick={onReset}>
        {t('common.columns.reset')}
      </Button>
    </div>
  );
  return (
    <Popover trigger="click" placement="bottomRight" content={content} title={t('common.columns.title')}>
      <Tooltip title={t('common.columns.title')}>
        <Button icon={<SettingOutlined />} aria-label={t('common.columns.title')} />
      </Tooltip>
    </Popover>
  );
}
