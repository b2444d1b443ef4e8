// The reader: a report's text with every observation where it stands, and the table of them.
import { download, get, text } from './api.js';
import { card, corrected } from './card.js';
import { why } from './failures.js';
import { figure, moment, period, status } from './format.js';
import { busy, frame, trouble } from './frame.js';
import { pieces } from './highlight.js';
import { t, word } from './i18n.js';
import { html, nothing, render } from './vendor.js';

const STATUSES = ['actual', 'target', 'estimate'];
const id = new URLSearchParams(location.search).get('id');
const view = { report: null, pieces: [], observations: [], filter: '', selected: null, error: null, record: null };
const main = document.getElementById('main');
const byId = (observationId) => view.observations.find((o) => o.observationId === observationId);
const markOf = (observationId) => main.querySelector(`mark[data-ids~="${CSS.escape(observationId)}"]`);
const rowOf = (observationId) => document.getElementById(`row-${observationId}`);

const summary = (o) => `${status(o.status)}: ${o.indicator} ${figure(o)} ${period(o.timePeriod)}`;

function piece({ text: words, observations, heading }) {
  const inner = observations.length
    ? html`<mark
        class=${[...new Set(observations.map((o) => `status-${corrected(o).status}`))].join(' ')}
        data-ids=${observations.map((o) => o.observationId).join(' ')}
        tabindex="0"
        role="button"
        aria-label="${words} – ${observations.map((o) => summary(corrected(o))).join('; ')}"
      >${words}</mark>`
    : words;
  return heading ? html`<strong class="heading" id=${heading.number === null ? nothing : `section-${heading.number}`}>${inner}</strong>` : inner;
}

/** The text is drawn once; what is selected in it changes by classes alone. */
function drawText() {
  render(view.pieces.map(piece), document.getElementById('text'));
}

function select(observationId, where) {
  const mark = observationId && markOf(observationId);
  main.querySelectorAll('.selected').forEach((one) => one.classList.remove('selected'));
  if (!mark) {
    view.selected = null;
    view.record.show([]);
    document.body.classList.remove('has-card');
    return;
  }
  view.selected = observationId;
  const all = mark.dataset.ids.split(' ').map(byId);
  all.sort((a, b) => (b.observationId === observationId) - (a.observationId === observationId));
  main.querySelectorAll(`mark[data-ids~="${CSS.escape(observationId)}"]`).forEach((one) => one.classList.add('selected'));
  rowOf(observationId)?.classList.add('selected');
  view.record.show(all);
  document.body.classList.add('has-card');
  if (where === 'text') {
    mark.scrollIntoView({ block: 'center' });
    mark.focus({ preventScroll: true });
  } else if (where === 'table') {
    rowOf(observationId)?.scrollIntoView({ block: 'nearest' });
  }
  if (where) history.replaceState(null, '', `#${observationId}`);
}

function overText(event) {
  const mark = event.target.closest?.('mark');
  if (mark && !mark.dataset.ids.split(' ').includes(view.selected) && !document.querySelector('.correction')) {
    select(mark.dataset.ids.split(' ')[0]);
  }
}

function pressText(event) {
  const mark = event.target.closest?.('mark');
  if (mark) select(mark.dataset.ids.split(' ')[0], 'table');
}

const listed = () => {
  const words = view.filter.toLowerCase();
  return view.observations.filter(
    (o) => !words || [o.indicator, o.indicatorCode, o.sentence, o.text].some((s) => s?.toLowerCase().includes(words)),
  );
};

function keys(event) {
  if (event.target.closest('input, select, textarea') || event.ctrlKey || event.metaKey || event.altKey) return;
  const all = listed();
  const at = all.findIndex((o) => o.observationId === view.selected);
  if (event.key === 'j') select(all[Math.min(at + 1, all.length - 1)]?.observationId, 'text');
  else if (event.key === 'k') select(all[Math.max(at - 1, 0)]?.observationId, 'text');
  else if (event.key === 'Escape') select(null);
  else if ((event.key === 'Enter' || event.key === ' ') && event.target.matches('mark')) {
    const first = event.target.dataset.ids.split(' ')[0];
    select(first, 'table');
    rowOf(first)?.querySelector('button').focus();
  } else return;
  event.preventDefault();
}

const row = (o) => {
  const shown = corrected(o);
  return html`
    <tr id="row-${o.observationId}" class=${o.observationId === view.selected ? 'selected' : ''}>
      <td><button class="plain" title=${t('report.toText')} @click=${() => select(o.observationId, 'text')}>${shown.indicator}</button></td>
      <td class="figure">${figure(shown)}${o.corrected ? ' *' : ''}</td>
      <td>${period(shown.timePeriod)}</td>
      <td><span class="badge status-${shown.status}">${status(shown.status)}</span></td>
    </tr>
  `;
};

function drawTable() {
  render(
    html`
      <h2>${t('report.table', { n: view.observations.length })}</h2>
      <input
        type="search"
        aria-label=${t('report.filter')}
        placeholder=${t('report.filter')}
        @input=${(event) => {
          view.filter = event.target.value;
          drawTable();
        }}
      >
      <div class="scroll tall" tabindex="0" role="region" aria-label=${t('report.table', { n: view.observations.length })}>
        <table>
          <thead>
            <tr>
              <th scope="col">${t('card.indicator')}</th>
              <th scope="col" class="figure">${t('card.value')}</th>
              <th scope="col">${t('card.period')}</th>
              <th scope="col">${t('card.status')}</th>
            </tr>
          </thead>
          <tbody>${listed().map(row)}</tbody>
        </table>
      </div>
    `,
    document.getElementById('table'),
  );
}

const fact = (name, value) => (value ? html`<div><dt>${t(name)}</dt><dd>${value}</dd></div>` : nothing);

const address = (source) =>
  /^https?:\/\//.test(source) ? html`<a href=${source} rel="noopener noreferrer">${source}</a>` : source;

function conflicts(report) {
  if (!report.conflicts?.length) return nothing;
  return html`
    <aside class="conflicts" aria-labelledby="conflicts-title">
      <h2 id="conflicts-title">⚠ ${t('report.conflicts')}</h2>
      <ul>
        ${report.conflicts.map(
          (conflict) => html`
            <li>
              <strong>${word('conflict', conflict.kind)}</strong>: ${conflict.between.join(' ≠ ')}
              ${conflict.decided ? html`(${t('report.conflictDecided', { decided: conflict.decided })})` : nothing}
            </li>
          `,
        )}
      </ul>
    </aside>
  `;
}

function head(report) {
  return html`
    <h1>${report.title ?? report.sources?.[0] ?? t('overview.notRead')}</h1>
    <dl class="facts">
      ${fact('report.area', report.refArea)} ${fact('report.year', report.targetPeriod)}
      ${fact('report.delivered', report.deliveredOn)} ${fact('report.speaker', report.speaker)}
      ${fact('report.state', html`<span class="badge state-${report.state}">${t(`state.${report.state}`)}</span>`)}
      ${fact('report.source', report.sources?.map((source) => html`<span class="source">${address(source)}</span> `))}
      ${fact('report.version', report.extractorVersion)}
      ${fact('report.manifestations', report.manifestations?.length
        ? report.manifestations.map((other) => html`<a href="/report.html?id=${other}">${other.slice(0, 8)}</a> `)
        : null)}
    </dl>
    ${conflicts(report)}
  `;
}

function notReadable(report) {
  if (report.state === 'withdrawn') return t('report.withdrawn');
  if (report.state === 'failed') return t('report.failedWith', { what: why(report.failure?.code, report.failure?.detail) });
  return t('report.notStored', { state: t(`state.${report.state}`) });
}

const save = (format) => busy(() => download(`/reports/${id}/observations`, { format }, `${id}.${format === 'sdmx-csv' ? 'sdmx.csv' : format}`));

function draw() {
  const { report, error } = view;
  const readable = report?.state === 'stored';
  render(
    html`
      ${error ? trouble(error) : nothing} ${report ? head(report) : html`<p>${error ? '' : t('loading')}</p>`}
      ${report && !readable ? html`<p class="problem" role="status">${notReadable(report)}</p>` : nothing}
      <div class="reader" ?hidden=${!readable}>
        <div>
          <p class="legend" aria-label=${t('report.legend')}>
            ${STATUSES.map((one) => html`<mark class="status-${one}">${status(one)}</mark> `)}
          </p>
          <p class="hint">${t('report.keys')}</p>
          ${report?.sections?.some((s) => s.heading)
            ? html`<details><summary>${t('report.sections')}</summary><ol class="sections">
                ${report.sections.filter((s) => s.heading).map((s, i) => html`<li><a href="#section-${i}">${s.heading}</a></li>`)}
              </ol></details>`
            : nothing}
          <article id="text" lang="zh-CN" aria-label=${t('report.text')} @pointerover=${overText} @focusin=${overText} @click=${pressText}></article>
        </div>
        <div class="side">
          <section id="card" aria-live="polite"></section>
          <section id="table"></section>
          <p class="downloads">
            ${t('report.downloads')}:
            ${['csv', 'xlsx', 'sdmx-csv'].map((format) => html`<button @click=${save(format)}>${format.toUpperCase()}</button> `)}
          </p>
        </div>
      </div>
    `,
    main,
  );
}

function changed(fresh) {
  view.observations = view.observations.map((o) => (o.observationId === fresh.observationId ? fresh : o));
  drawTable();
}

function follow() {
  const hash = decodeURIComponent(location.hash.slice(1));
  if (/^[0-9a-f]{32}$/.test(hash)) select(hash, 'text');
}

async function load() {
  const [report, config] = await Promise.all([get(`/reports/${id}`), get('/page/config')]);
  view.report = report;
  frame(report.title ?? t('nav.overview'));
  if (report.state === 'stored') {
    const [words, page] = await Promise.all([text(`/reports/${id}/text`), get(`/reports/${id}/observations`)]);
    view.observations = page.items;
    view.pieces = pieces(words, page.items, report.sections);
  }
  draw();
  if (report.state !== 'stored') return;
  view.record = card(document.getElementById('card'), {
    mayCorrect: config.roles.includes('operate'),
    changed,
    closed: () => select(null),
  });
  drawText();
  drawTable();
  document.addEventListener('keydown', keys);
  window.addEventListener('hashchange', follow);
  follow();
}

frame(t('report.text'));
draw();
if (/^[0-9a-f]{32}$/.test(id ?? '')) {
  load().catch((e) => {
    view.error = e;
    draw();
  });
} else {
  view.error = { message: t('report.none') };
  draw();
}
