import { DesktopOutlined, MoonOutlined, SunOutlined } from '../common/icons';
import { Segmented } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type Appearance, usePreferences } from '../common/preferences';

export function AppearanceSwitch() {
  const { t } = useTranslation();
  const { appearance, setAppearance } = usePreferences();
  const option = (value: Appearance, icon: ReactNode) => ({
    value,
    icon,
    title: t(`app.switch.${value}`),
    label: <span className="lw-hidden">{t(`app.switch.${value}`)}</span>,
  });
  return (
    <Segmented<Appearance>
      size="small"
      aria-label={t('app.switch.appearance')}
      value={appearance}
      onChange={setAppearance}
      options={[option('light', <SunOutlined />), option('dark', <MoonOutlined />), option('system', <DesktopOutlined />)]}
    />
  );
}
