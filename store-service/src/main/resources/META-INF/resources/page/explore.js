// One indicator of some areas through time, and one period across areas; the address says what is shown.
import { download, get } from './api.js';
import { bars, lines } from './chart.js';
import { told } from './evidence.js';
import { period } from './format.js';
import { busy, frame, trouble } from './frame.js';
import { t, word } from './i18n.js';
import { suggest } from './suggest.js';
import { html, nothing, render } from './vendor.js';

const MEASURES = ['level', 'growth', 'change', 'multiple', 'rank'];
const main = document.getElementById('main');
const asked = new URLSearchParams(location.search);
const view = {
  indicator: asked.get('indicator') ?? '',
  areas: asked.getAll('area').map((code) => ({ code, name: code })),
  measure: asked.get('measure') ?? 'level',
  unit: asked.get('unit') ?? '',
  from: asked.get('from') ?? '',
  to: asked.get('to') ?? '',
  period: asked.get('period') ?? '',
  within: asked.get('within') ?? '',
  rows: null,
  ranking: null,
  error: null,
  compareError: null,
  pictures: {},
};

const seriesQuery = () => ({
  indicator: view.indicator,
  area: view.areas.map((area) => area.code),
  measure: view.measure,
  unit: view.unit,
  from: view.from,
  to: view.to,
});

const compareQuery = () => ({
  indicator: view.indicator,
  period: view.period,
  measure: view.measure,
  unit: view.unit,
  ...(view.within ? { within: view.within } : { areas: view.areas.map((area) => area.code) }),
});

function remember() {
  const address = new URLSearchParams();
  const { area, ...rest } = seriesQuery();
  for (const [name, value] of Object.entries({ ...rest, period: view.period, within: view.within })) if (value) address.set(name, value);
  area.forEach((code) => address.append('area', code));
  history.replaceState(null, '', `?${address}`);
}

async function series() {
  remember();
  Object.assign(view, { error: null, rows: null });
  if (!view.indicator || !view.areas.length) return draw();
  try {
    const answer = await get('/series', seriesQuery());
    Object.assign(view, { rows: answer.items, leftOut: others(answer.leftOut) });
    name(view.rows);
  } catch (e) {
    view.error = e;
  }
  draw();
  // Different kinds of unit do not fit one axis: the one that most rows have is drawn.
  const unit = most(view.rows?.map((row) => row.unit) ?? []);
  const drawn = (view.rows ?? []).filter((row) => row.unit === unit && !row.basePeriod && !row.rankScope);
  if (drawn.length) {
    view.pictures.series = await lines(
      document.getElementById('series-chart'), drawn, t('explore.chart', { indicator: view.indicator }), unit);
  }
}

const most = (all) => all.reduce((best, one) => (all.filter((o) => o === one).length > all.filter((o) => o === best).length ? one : best), all[0]);

/** Areas that came by code in the address get their names from the answer. */
function name(rows) {
  for (const area of view.areas) {
    const row = rows.find((one) => one.areaCode === area.code);
    if (row && area.name === area.code) area.name = row.refArea.split('/').at(-1);
  }
}

async function compare(event) {
  event?.preventDefault();
  remember();
  Object.assign(view, { compareError: null, ranking: null });
  draw();
  try {
    const answer = await get('/compare', compareQuery());
    Object.assign(view, { ranking: answer.items, compareLeftOut: others(answer.leftOut) });
  } catch (e) {
    view.compareError = e;
  }
  draw();
  if (view.ranking?.length) {
    const chart = document.getElementById('compare-chart');
    chart.dataset.size = view.ranking.length > 20 ? 'large' : view.ranking.length > 8 ? 'medium' : 'small';
    view.pictures.compare = await bars(
      chart, view.ranking.slice(0, 40), `${view.indicator} ${period(view.period)}`, view.ranking[0].figure.unit);
  }
}

const others = (list) => list?.length ?? 0;

const seriesRow = (row) => html`
  <tr>
    <th scope="row">${row.refArea}</th>
    <td>${period(row.timePeriod)}${row.basePeriod ? html` <small>/ ${period(row.basePeriod)}</small>` : nothing}${row.rankScope ? html` <small>${row.rankScope}</small>` : nothing}</td>
    <td class="figure">${told(row.actual, row.measure, others(row.otherActuals))}</td>
    <td class="figure">${told(row.target, row.measure, others(row.otherTargets))}</td>
  </tr>
`;

const rankRow = (row) => html`
  <tr>
    <td class="figure">${row.rank}</td>
    <th scope="row">${row.refArea}</th>
    <td class="figure">${told(row.figure, view.measure, others(row.others))}${row.bound ? html`<small>${t('explore.bound')}</small>` : nothing}</td>
  </tr>
`;

const saving = (base, query, file, format) =>
  html`<button @click=${busy(() => download(base, { ...query(), format }, `${file}.${format === 'sdmx-csv' ? 'sdmx.csv' : format}`))}>${format.toUpperCase()}</button> `;

const leftOut = (count) => (count ? html`<p>${t('explore.leftOut', { count })}</p>` : nothing);

const picture = (which) => html`<button @click=${busy(() => view.pictures[which]?.())}>${t('explore.png')}</button>`;

function seriesPart() {
  if (view.error) return trouble(view.error);
  if (!view.indicator || !view.areas.length) return html`<p>${t('explore.start')}</p>`;
  if (view.rows === null) return html`<p>${t('loading')}</p>`;
  if (!view.rows.length) return html`<p>${t('explore.nothing')}</p>${leftOut(view.leftOut)}`;
  return html`
    ${leftOut(view.leftOut)}
    <p class="downloads">${t('download')}: ${['csv', 'xlsx', 'sdmx-csv'].map((f) => saving('/series', seriesQuery, 'series', f))}${picture('series')}</p>
    <div class="scroll tall" tabindex="0" role="region" aria-label=${t('explore.series')}>
      <table id="series">
        <thead>
          <tr>
            <th scope="col">${t('explore.area')}</th>
            <th scope="col">${t('explore.period')}</th>
            <th scope="col" class="figure">${t('explore.actual')}</th>
            <th scope="col" class="figure">${t('explore.target')}</th>
          </tr>
        </thead>
        <tbody>${view.rows.map(seriesRow)}</tbody>
      </table>
    </div>
  `;
}

function comparePart() {
  if (view.compareError) return trouble(view.compareError);
  if (!view.ranking) return nothing;
  if (!view.ranking.length) return html`<p>${t('explore.nothing')}</p>${leftOut(view.compareLeftOut)}`;
  return html`
    ${leftOut(view.compareLeftOut)}
    <p class="downloads">${t('download')}: ${['csv', 'xlsx'].map((f) => saving('/compare', compareQuery, 'comparison', f))}${picture('compare')}</p>
    <div class="scroll tall" tabindex="0" role="region" aria-label=${t('explore.compare')}>
      <table id="ranking">
        <thead>
          <tr>
            <th scope="col" class="figure">${t('explore.rank')}</th>
            <th scope="col">${t('explore.area')}</th>
            <th scope="col" class="figure">${t('card.value')}</th>
          </tr>
        </thead>
        <tbody>${view.ranking.map(rankRow)}</tbody>
      </table>
    </div>
  `;
}

function removeArea(area) {
  view.areas = view.areas.filter((one) => one !== area);
  series();
}

function set(field) {
  return (event) => {
    view[field] = event.target.value.trim();
    series();
  };
}

function draw() {
  render(
    html`
      <h1>${t('explore.title')}</h1>
      <div class="row">
        <span id="indicator-box"></span>
        <span id="area-box"></span>
        <label>${t('explore.measure')}
          <select @change=${set('measure')}>
            ${MEASURES.map((m) => html`<option value=${m} ?selected=${m === view.measure}>${t(`measure.${m}`)}</option>`)}
          </select>
        </label>
        <label>${t('explore.unit')} <input .value=${view.unit} @change=${set('unit')} maxlength="20"></label>
        <label>${t('overview.from')} <input type="number" min="1949" max="2100" .value=${view.from} @change=${set('from')}></label>
        <label>${t('overview.to')} <input type="number" min="1949" max="2100" .value=${view.to} @change=${set('to')}></label>
      </div>
      <ul class="chips" aria-label=${t('explore.areas')}>
        ${view.areas.map(
          (area) => html`<li>${area.name} <button aria-label=${t('explore.remove', { name: area.name })} @click=${() => removeArea(area)}>×</button></li>`,
        )}
      </ul>
      <section aria-labelledby="series-title">
        <h2 id="series-title">${t('explore.series')}</h2>
        <div id="series-chart" class="chart" role="img" aria-label=${t('explore.chart', { indicator: view.indicator })} ?hidden=${!view.rows?.length}></div>
        ${seriesPart()}
      </section>
      <section aria-labelledby="compare-title">
        <h2 id="compare-title">${t('explore.compare')}</h2>
        <p>${t('explore.compareHint')}</p>
        <form class="row" @submit=${compare}>
          <label>${t('explore.period')}
            <input required .value=${view.period} placeholder="2023" maxlength="25" @change=${(event) => (view.period = event.target.value.trim())}>
          </label>
          <span id="within-box"></span>
          <button>${t('explore.show')}</button>
        </form>
        <div id="compare-chart" class="chart" role="img" aria-label=${t('explore.compare')} ?hidden=${!view.ranking?.length}></div>
        ${comparePart()}
      </section>
    `,
    main,
  );
}

frame(word('nav', 'explore'));
draw();
suggest(document.getElementById('indicator-box'), {
  label: t('explore.indicator'),
  kind: 'indicator',
  value: view.indicator,
  chosen: (indicator) => {
    view.indicator = indicator.code;
    series();
  },
});
suggest(document.getElementById('area-box'), {
  label: t('explore.areas'),
  kind: 'area',
  clears: true,
  chosen: (area) => {
    if (!view.areas.some((one) => one.code === area.code)) view.areas.push(area);
    series();
  },
});
suggest(document.getElementById('within-box'), {
  label: t('explore.within'),
  kind: 'area',
  value: view.within,
  chosen: (area) => (view.within = area.code),
});
await series();
if (view.period && view.indicator) await compare();
