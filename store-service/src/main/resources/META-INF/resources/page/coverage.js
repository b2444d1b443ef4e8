// Which area and year is there.
import { download, get } from './api.js';
import { busy, trouble } from './frame.js';
import { t } from './i18n.js';
import { suggest } from './suggest.js';
import { html, nothing, render } from './vendor.js';

const MARKS = { stored: '●', failed: '✕', missing: '○' };
const YEARS = 10;
const PAGE = 1000;
const MOST_PAGES = 5;

const NATION = { code: '100000', name: '中国' };
const LEVELS = ['province', 'city', 'county'];

/** Where most reports are, so that what one sees first is not all missing. */
async function whereReportsAre() {
  const areas = (await get('/areas', { limit: PAGE })).items.filter((area) => LEVELS.includes(area.level));
  const most = (name) => {
    const sums = new Map();
    for (const area of areas) sums.set(name(area), (sums.get(name(area)) ?? 0) + area.reports);
    return [...sums].sort((a, b) => b[1] - a[1])[0]?.[0];
  };
  const level = most((area) => area.level) ?? 'province';
  if (level === 'province') return { within: NATION, level };
  const province = most((area) => `${area.areaCode.slice(0, 2)}0000 ${area.refArea.split('/')[0]}`).split(' ');
  return { within: { code: province[0], name: province[1] }, level };
}

export async function coverage(element) {
  const last = new Date().getFullYear();
  const view = {
    ...(await whereReportsAre().catch(() => ({ within: NATION, level: 'province' }))),
    from: last - YEARS + 1,
    to: last,
    rows: null,
    more: false,
    error: null,
  };
  const query = () => ({ within: view.within.code, level: view.level, from: view.from, to: view.to });

  async function load() {
    view.error = null;
    try {
      const rows = [];
      let next;
      for (let page = 0; page < MOST_PAGES; page++) {
        const found = await get('/coverage', { ...query(), limit: PAGE, cursor: next });
        rows.push(...found.items);
        next = found.next;
        if (!next) break;
      }
      Object.assign(view, { rows, more: Boolean(next) });
    } catch (e) {
      view.error = e;
    }
    draw();
  }

  function ask(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    Object.assign(view, { level: form.get('level'), from: form.get('from'), to: form.get('to'), rows: null });
    draw();
    return load();
  }

  function cell(row, year) {
    if (!row) return html`<td class="mark">–</td>`;
    const name = `${row.refArea} ${year}: ${t(`state.${row.state}`)}`;
    const mark = html`<span class="mark-${row.state}" aria-hidden="true">${MARKS[row.state]}</span>`;
    return html`
      <td class="mark" title=${name}>
        ${row.reportIds.length
          ? html`<a href="/report.html?id=${row.reportIds[0]}" aria-label=${name}>${mark}</a>`
          : html`${mark}<span class="unseen">${t(`state.${row.state}`)}</span>`}
      </td>
    `;
  }

  function matrix() {
    const years = Array.from({ length: view.to - view.from + 1 }, (_, i) => Number(view.from) + i);
    const areas = new Map();
    for (const row of view.rows) {
      if (!areas.has(row.areaCode)) areas.set(row.areaCode, new Map());
      areas.get(row.areaCode).set(row.year, row);
    }
    if (!areas.size) return html`<p>${t('none')}</p>`;
    return html`
      <div class="scroll tall" tabindex="0" role="region" aria-label=${t('overview.coverage')}>
        <table class="matrix">
          <thead>
            <tr>
              <th scope="col">${t('report.area')}</th>
              ${years.map((year) => html`<th scope="col" class="mark">${year}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${[...areas.values()].map(
              (rows) => html`
                <tr>
                  <th scope="row">${[...rows.values()].at(-1).refArea}</th>
                  ${years.map((year) => cell(rows.get(year), year))}
                </tr>
              `,
            )}
          </tbody>
        </table>
      </div>
      ${view.more ? html`<p>…</p>` : nothing}
    `;
  }

  function draw() {
    render(
      html`
        <h2 id="coverage-title">${t('overview.coverage')}</h2>
        <p>${t('overview.coverageHint')}</p>
        <form class="row" @submit=${ask}>
          <span id="coverage-within"></span>
          <label>${t('overview.level')}
            <select name="level">
              ${LEVELS.map(
                (level) => html`<option value=${level} ?selected=${level === view.level}>${t(`level.${level}`)}</option>`,
              )}
            </select>
          </label>
          <label>${t('overview.from')} <input name="from" type="number" min="1949" max="2100" .value=${String(view.from)}></label>
          <label>${t('overview.to')} <input name="to" type="number" min="1949" max="2100" .value=${String(view.to)}></label>
          <button>${t('overview.show')}</button>
          <button type="button" @click=${busy(() => download('/coverage', { ...query(), format: 'csv' }, 'coverage.csv'))}>
            ${t('download')} CSV
          </button>
        </form>
        ${view.error ? trouble(view.error) : view.rows ? matrix() : html`<p>${t('loading')}</p>`}
      `,
      element,
    );
  }

  draw();
  suggest(document.getElementById('coverage-within'), {
    label: t('overview.within'),
    kind: 'area',
    value: view.within.name,
    chosen: (area) => {
      view.within = area;
    },
  });
  load();
}
