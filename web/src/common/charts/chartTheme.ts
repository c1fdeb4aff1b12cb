import type { GlobalToken } from 'antd';
import { PALETTE } from './palette';

/** The app's colours in ECharts' words, for light and dark alike. */
export function chartTheme(token: GlobalToken) {
  const axis = {
    axisLine: { lineStyle: { color: token.colorBorder } },
    axisTick: { lineStyle: { color: token.colorBorder } },
    axisLabel: { color: token.colorTextSecondary },
    nameTextStyle: { color: token.colorTextSecondary },
    splitLine: { lineStyle: { color: token.colorBorderSecondary } },
  };
  return {
    color: [...PALETTE],
    backgroundColor: 'transparent',
    // A label beside its bar would get an outline made for light pages, which is unreadable on dark ones.
    bar: { label: { color: token.colorText, textBorderWidth: 0, textBorderColor: 'transparent' } },
    textStyle: { color: token.colorTextSecondary, fontFamily: token.fontFamily },
    categoryAxis: axis,
    valueAxis: axis,
    timeAxis: axis,
    title: { textStyle: { color: token.colorTextTertiary, fontSize: 12, fontWeight: 'normal' } },
    legend: { textStyle: { color: token.colorTextSecondary } },
    tooltip: {
      backgroundColor: token.colorBgElevated,
      borderColor: token.colorBorderSecondary,
      textStyle: { color: token.colorText, fontSize: 12 },
      confine: true,
    },
  };
}
