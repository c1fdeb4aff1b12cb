import { BarChart, FunnelChart, LineChart, PieChart } from 'echarts/charts';
import { AriaComponent, DatasetComponent, GridComponent, LegendComponent, TitleComponent, TooltipComponent } from 'echarts/components';
import * as echarts from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

// Only what the pages draw; this file is loaded when the first chart appears.
echarts.use([
  BarChart, LineChart, PieChart, FunnelChart, GridComponent, TitleComponent, TooltipComponent, LegendComponent, DatasetComponent,
  AriaComponent, CanvasRenderer,
]);

export { echarts };
