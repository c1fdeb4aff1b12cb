import { Skeleton, theme } from 'antd';
import type { EChartsOption } from 'echarts';
import type { ECharts } from 'echarts/core';
import { type Ref, useEffect, useImperativeHandle, useRef, useState } from 'react';
import { saveBlob } from '../api/client';
import { chartTheme } from './chartTheme';

export interface ChartClick {
  name: string;
  seriesName?: string;
  dataIndex: number;
}

export interface ChartHandle {
  savePng: (name: string) => void;
}

interface ChartProps {
  option: EChartsOption;
  height?: number;
  /** What the picture says, for those who cannot see it. */
  label: string;
  onPick?: (click: ChartClick) => void;
  ref?: Ref<ChartHandle>;
}

/** Decoded by hand: fetching a data address is refused under a strict content policy. */
function pngOf(dataUrl: string): Blob {
  const bytes = Uint8Array.from(atob(dataUrl.split(',')[1] ?? ''), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: 'image/png' });
}

/** A lazy ECharts canvas that follows the theme, its width, and the print sheet. */
export function Chart({ option, height = 280, label, onPick, ref }: ChartProps) {
  const { token } = theme.useToken();
  const holder = useRef<HTMLDivElement>(null);
  const chart = useRef<ECharts | null>(null);
  const pick = useRef(onPick);
  const look = useRef(chartTheme(token));
  const [ready, setReady] = useState(false);

  useEffect(() => {
    pick.current = onPick;
    look.current = chartTheme(token);
  });

  useEffect(() => {
    let observer: ResizeObserver | undefined;
    let gone = false;
    void import('./engine').then(({ echarts }) => {
      if (gone || !holder.current) return;
      const made = echarts.init(holder.current, look.current, { renderer: 'canvas' });
      made.on('click', (event) =>
        pick.current?.({ name: event.name, seriesName: event.seriesName ?? '', dataIndex: event.dataIndex }),
      );
      observer = new ResizeObserver(() => made.resize());
      observer.observe(holder.current);
      chart.current = made;
      setReady(true);
    });
    return () => {
      gone = true;
      observer?.disconnect();
      chart.current?.dispose();
      chart.current = null;
    };
  }, []);

  useEffect(() => {
    if (!ready) return;
    // Has an effect from the second drawing on; the first has its theme from init.
    chart.current?.setTheme(look.current);
    chart.current?.setOption({ animationDuration: 250, aria: { enabled: true }, ...option }, { notMerge: true });
  }, [option, ready, token]);

  useImperativeHandle(ref, () => ({
    savePng: (name) => {
      const url = chart.current?.getDataURL({ type: 'png', pixelRatio: 2, backgroundColor: token.colorBgContainer });
      if (url) saveBlob(pngOf(url), `${name}.png`);
    },
  }), [token]);

  return (
    <div className="lw-chart" style={{ height }}>
      {!ready && <Skeleton active title={false} paragraph={{ rows: 4 }} />}
      <div ref={holder} role="img" aria-label={label} style={{ height, cursor: onPick ? 'pointer' : 'default' }} />
    </div>
  );
}
