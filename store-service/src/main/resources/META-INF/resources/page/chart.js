// Charts. Figures become binary numbers here and nowhere else: to be drawn.
import { amount, period } from './format.js';
import { t } from './i18n.js';
import { saveFrom } from './api.js';
import { echarts } from './vendor.js';

// Told apart by colour and by shape (Okabe and Ito's palette, safe for colour-blind readers).
const COLOURS = ['#0072B2', '#D55E00', '#009E73', '#CC79A7', '#8A6D00', '#56B4E9', '#E69F00', '#444444'];
const SHAPES = ['circle', 'rect', 'triangle', 'diamond', 'roundRect', 'pin', 'arrow', 'circle'];

// Words of documents are shown as text: never as HTML, and the policy allows no styles in markup.
const TOOLTIP = { renderMode: 'richText', confine: true };

/** Draws into an element; returns a function that saves the picture. */
async function draw(element, option, name) {
  const { init, getInstanceByDom } = await echarts();
  const chart = getInstanceByDom(element) ?? init(element);
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  chart.setOption({ animation: !still, ...option }, true);
  new ResizeObserver(() => chart.resize()).observe(element);
  return () => saveFrom(chart.getDataURL({ pixelRatio: 2, backgroundColor: '#fff' }), `${name}.png`);
}

/** One indicator through time: a line for each area and side. */
export function lines(element, rows, title, unit) {
  const periods = [...new Set(rows.map((row) => row.timePeriod))].sort();
  const areas = [...new Set(rows.map((row) => row.areaCode))];
  const series = areas.flatMap((area, i) =>
    ['actual', 'target'].map((side) => {
      const own = rows.filter((row) => row.areaCode === area && row[side]);
      const name = `${own[0]?.refArea.split('/').at(-1) ?? area} ${t(`explore.${side}`)}`;
      return {
        name,
        type: 'line',
        connectNulls: side === 'actual',
        symbol: side === 'actual' ? SHAPES[i % SHAPES.length] : `empty${SHAPES[i % SHAPES.length].replace(/^./, (c) => c.toUpperCase())}`,
        symbolSize: 9,
        lineStyle: { type: side === 'actual' ? 'solid' : 'dashed', width: 2 },
        itemStyle: { color: COLOURS[i % COLOURS.length] },
        data: periods.map((one) => {
          const row = own.find((candidate) => candidate.timePeriod === one);
          return row ? { value: Number(row[side].value), exact: row[side].value } : null;
        }),
        empty: own.length === 0,
      };
    }),
  );
  return draw(
    element,
    {
      title: { text: title, textStyle: { fontSize: 14 } },
      legend: { top: 28, type: 'scroll' },
      grid: { top: 70, left: 12, right: 24, bottom: 12, containLabel: true },
      tooltip: {
        ...TOOLTIP,
        formatter: (point) => `${point.seriesName}\n${point.name}: ${amount(point.data.exact)} ${unit}`,
      },
      xAxis: { type: 'category', data: periods.map(period) },
      yAxis: { type: 'value', scale: true, name: unit, axisLabel: { formatter: (v) => amount(String(v)) } },
      series: series.filter((one) => !one.empty),
    },
    title,
  );
}

/** One indicator and period across areas: a bar for each, the first on top. */
export function bars(element, rows, title, unit) {
  const top = [...rows].reverse();
  return draw(
    element,
    {
      title: { text: title, textStyle: { fontSize: 14 } },
      grid: { top: 40, left: 12, right: 80, bottom: 12, containLabel: true },
      tooltip: { ...TOOLTIP, formatter: (point) => `${point.name}: ${amount(point.data.exact)} ${unit}` },
      xAxis: { type: 'value', name: unit, axisLabel: { formatter: (v) => amount(String(v)), hideOverlap: true } },
      yAxis: { type: 'category', data: top.map((row) => `${row.rank}  ${row.refArea.split('/').at(-1)}`) },
      series: [
        {
          type: 'bar',
          data: top.map((row) => ({ value: Number(row.figure.value), exact: row.figure.value })),
          itemStyle: { color: COLOURS[0] },
          label: { show: true, position: 'right', formatter: (point) => amount(point.data.exact) },
        },
      ],
    },
    title,
  );
}
