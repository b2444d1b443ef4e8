// What was promised beside what was reached.
import { download, get } from './api.js';
import { told } from './evidence.js';
import { amount, period } from './format.js';
import { busy, frame, trouble } from './frame.js';
import { t, word } from './i18n.js';
import { suggest } from './suggest.js';
import { html, nothing, render } from './vendor.js';

const OUTCOMES = ['met', 'missed', 'redefined', 'not-stated', 'open'];
const MARKS = { met: '✓', missed: '✕', redefined: '≠', 'not-stated': '?', open: '…' };
const PAGE = 100;
const asked = new URLSearchParams(location.search);
const view = {
  area: asked.get('area') ?? '',
  indicator: asked.get('indicator') ?? '',
  outcome: asked.get('outcome') ?? '',
  from: asked.get('from') ?? '',
  to: asked.get('to') ?? '',
  items: null,
  next: null,
  error: null,
};

const query = () => ({
  area: view.area,
  indicator: view.indicator,
  outcome: view.outcome,
  from: view.from,
  to: view.to,
});

async function load(event) {
  event?.preventDefault();
  const address = new URLSearchParams(Object.entries(query()).filter(([, value]) => value));
  history.replaceState(null, '', `?${address}`);
  Object.assign(view, { items: null, next: null, error: null });
  draw();
  if (!view.area && !view.indicator) return;
  try {
    const page = await get('/ledger', { ...query(), limit: PAGE });
    Object.assign(view, { items: page.items, next: page.next });
  } catch (e) {
    view.error = e;
  }
  draw();
}

async function more() {
  const page = await get('/ledger', { ...query(), limit: PAGE, cursor: view.next });
  view.items.push(...page.items);
  view.next = page.next;
  draw();
}

const row = (one) => html`
  <tr class="outcome-${one.outcome}">
    <th scope="row">${one.target.indicator}<br><small>${one.refArea}</small></th>
    <td>${period(one.timePeriod)}<br><small>${word('measure', one.measure)}</small></td>
    <td class="figure">${told(one.target, one.measure)}<small>${t('ledger.promised', { year: one.promisedIn })}</small></td>
    <td class="figure">
      ${told(one.actual)}${one.actual ? html`<small>${t('ledger.reached', { year: one.reportedIn })}</small>` : nothing}
    </td>
    <td><span class="badge outcome-${one.outcome}"><span aria-hidden="true">${MARKS[one.outcome]}</span> ${t(`outcome.${one.outcome}`)}</span></td>
    <td class="figure">${one.difference === undefined ? '' : `${one.difference.startsWith('-') ? '' : '+'}${amount(one.difference)}`}</td>
  </tr>
`;

function table() {
  if (view.error) return trouble(view.error);
  if (!view.area && !view.indicator) return html`<p>${t('ledger.start')}</p>`;
  if (!view.items) return html`<p>${t('loading')}</p>`;
  if (!view.items.length) return html`<p>${t('ledger.nothing')}</p>`;
  return html`
    <div class="scroll">
      <table id="ledger">
        <thead>
          <tr>
            <th scope="col">${t('explore.indicator')}</th>
            <th scope="col">${t('explore.period')}</th>
            <th scope="col" class="figure">${t('ledger.target')}</th>
            <th scope="col" class="figure">${t('ledger.actual')}</th>
            <th scope="col">${t('ledger.outcome')}</th>
            <th scope="col" class="figure">${t('ledger.difference')}</th>
          </tr>
        </thead>
        <tbody>${view.items.map(row)}</tbody>
      </table>
    </div>
    ${view.next ? html`<p><button @click=${busy(more)}>${t('more')}</button></p>` : nothing}
  `;
}

function set(field) {
  return (event) => {
    view[field] = event.target.value.trim();
    load();
  };
}

function draw() {
  render(
    html`
      <h1>${t('ledger.title')}</h1>
      <p class="lead">${t('ledger.intro')}</p>
      <form class="row" @submit=${load}>
        <span id="area-box"></span>
        <span id="indicator-box"></span>
        <label>${t('ledger.outcome')}
          <select @change=${set('outcome')}>
            <option value="">${t('ledger.all')}</option>
            ${OUTCOMES.map((o) => html`<option value=${o} ?selected=${o === view.outcome}>${t(`outcome.${o}`)}</option>`)}
          </select>
        </label>
        <label>${t('overview.from')} <input type="number" min="1949" max="2100" .value=${view.from} @change=${set('from')}></label>
        <label>${t('overview.to')} <input type="number" min="1949" max="2100" .value=${view.to} @change=${set('to')}></label>
        <button>${t('explore.show')}</button>
        ${view.area || view.indicator
          ? html`<button type="button" @click=${busy(() => download('/ledger', { ...query(), format: 'csv' }, 'ledger.csv'))}>${t('download')} CSV</button>`
          : nothing}
      </form>
      ${table()}
    `,
    document.getElementById('main'),
  );
}

frame(word('nav', 'ledger'));
draw();
for (const kind of ['area', 'indicator']) {
  suggest(document.getElementById(`${kind}-box`), {
    label: t(`kind.${kind}`),
    kind,
    value: view[kind],
    free: true,
    chosen: (one) => {
      view[kind] = one.code;
      if (one.code === '' || one.path || one.nameEn) load();
    },
  });
}
await load();
