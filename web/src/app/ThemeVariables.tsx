import { theme } from 'antd';
import { useLayoutEffect } from 'react';

/** Hands the theme's colours to our own style sheet, so that light and dark are decided in one place. */
export function ThemeVariables({ dark }: { dark: boolean }) {
  const { token } = theme.useToken();
  useLayoutEffect(() => {
    const style = document.documentElement.style;
    const variables: Record<string, string> = {
      '--lw-bg': token.colorBgLayout,
      '--lw-panel': token.colorBgContainer,
      '--lw-raised': token.colorBgElevated,
      '--lw-text': token.colorText,
      '--lw-text-2': token.colorTextSecondary,
      '--lw-text-3': token.colorTextTertiary,
      '--lw-line': token.colorBorderSecondary,
      '--lw-fill': token.colorFillQuaternary,
      '--lw-hover': token.colorFillTertiary,
      '--lw-accent': token.colorPrimary,
      '--lw-accent-soft': token.colorPrimaryBg,
      '--lw-warning': token.colorWarning,
      '--lw-danger': token.colorError,
      '--lw-success': token.colorSuccess,
    };
    for (const [name, value] of Object.entries(variables)) style.setProperty(name, value);
    style.colorScheme = dark ? 'dark' : 'light';
  }, [token, dark]);
  return null;
}
