// The packages that the page is made with, in one place with their versions.
export { html, nothing, render, svg } from '/webjars/lit-html/3.3.1/lit-html.js';
export { repeat } from '/webjars/lit-html/3.3.1/directives/repeat.js';
export { live } from '/webjars/lit-html/3.3.1/directives/live.js';

/** ECharts, a megabyte: only where a chart is drawn. */
export const echarts = () => import('/webjars/echarts/5.3.1/dist/echarts.esm.min.js');
