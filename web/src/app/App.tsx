import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import { useEffect, useState } from 'react';
import { RouterProvider } from 'react-router';
import { onSignedOut } from '../common/api/client';
import { PreferencesProvider, usePreferences } from '../common/preferences';
import { leave, useSession } from '../workspace/session';
import { makeRouter } from './router';
import { useReducedMotion, useSystemDark } from './systemWishes';
import { themeOf } from './theme';
import { ThemeVariables } from './ThemeVariables';

function Themed() {
  const { language, appearance } = usePreferences();
  const systemDark = useSystemDark();
  const still = useReducedMotion();
  const dark = appearance === 'system' ? systemDark : appearance === 'dark';
  const [router] = useState(makeRouter);
  return (
    <ConfigProvider locale={language === 'en' ? enUS : zhCN} theme={themeOf(dark, still)} componentSize="middle" button={{ autoInsertSpace: false }}>
      <ThemeVariables dark={dark} />
      <AntApp className="lw-root" message={{ maxCount: 3 }}>
        <RouterProvider router={router} />
      </AntApp>
    </ConfigProvider>
  );
}

export function App() {
  const session = useSession();
  useEffect(() => onSignedOut(leave), []);
  return (
    <PreferencesProvider workspaceUnit={session.data?.workspace.moneyUnit ?? 'wan'}>
      <Themed />
    </PreferencesProvider>
  );
}
