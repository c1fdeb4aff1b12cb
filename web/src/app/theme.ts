import { theme, type ThemeConfig } from 'antd';

/** One accent for what can be acted on, one warning, one danger; everything else is grey. */
const ACCENT = '#0f6f6c';
const ACCENT_DARK = '#3aa6a0';

const FONTS =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", "PingFang SC", "Hiragino Sans GB", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", sans-serif';

/** Both spellings of a palette's seventh shade end in one variable. */
const tagText = (palette: string, colour: string) => ({ [`${palette}7`]: colour, [`${palette}-7`]: colour });

const DARK = { colorBgLayout: '#0e1213', colorBgContainer: '#15191b', colorTextTertiary: 'rgba(255, 255, 255, 0.57)' };

// The tints are given, for those derived from deep colours come out grey.
const LIGHT = {
  colorBgLayout: '#f5f6f6',
  colorPrimaryBg: '#e4f1f0',
  colorPrimaryBgHover: '#d5e9e7',
  colorInfoBg: '#e9f4f3',
  colorInfoBorder: '#bfdedb',
  colorSuccessBg: '#e9f5ee',
  colorSuccessBorder: '#b9dec8',
  colorWarningBg: '#fdf6e7',
  colorWarningBorder: '#ecd9ac',
  colorErrorBg: '#fcefed',
  colorErrorBorder: '#f1c2bc',
  // Small print that a person can still read: 4.5 : 1 on its ground.
  colorTextTertiary: 'rgba(0, 0, 0, 0.57)',
  ...tagText('cyan', '#006d75'),
  ...tagText('green', '#237804'),
  ...tagText('gold', '#8a5300'),
  ...tagText('orange', '#ad4e00'),
};

/** @param still for users who asked their system for less motion */
export function themeOf(dark: boolean, still: boolean): ThemeConfig {
  return {
    algorithm: dark ? theme.darkAlgorithm : theme.defaultAlgorithm,
    token: {
      colorPrimary: dark ? ACCENT_DARK : ACCENT,
      colorInfo: dark ? ACCENT_DARK : ACCENT,
      colorLink: dark ? '#5cc0ba' : ACCENT,
      colorWarning: '#b7791f',
      colorError: dark ? '#e5675d' : '#c0392b',
      colorSuccess: dark ? '#4caf7d' : '#2e7d4f',
      fontFamily: FONTS,
      fontSize: 13,
      borderRadius: 5,
      controlHeight: 30,
      wireframe: false,
      motion: !still,
      motionDurationMid: '0.12s',
      motionDurationSlow: '0.18s',
      ...(dark ? DARK : LIGHT),
    },
    components: {
      Table: { cellPaddingBlockSM: 6, cellPaddingInlineSM: 10, headerBorderRadius: 0 },
      Menu: { itemHeight: 34, itemMarginBlock: 2, groupTitleFontSize: 12, itemBorderRadius: 5, ...(dark ? { itemSelectedColor: '#7fd6d0', itemSelectedBg: '#173634' } : {}) },
      Layout: { headerHeight: 48, headerPadding: '0 16px' },
      Form: { itemMarginBottom: 16 },
      Tag: { fontSizeSM: 12 },
    },
  };
}
