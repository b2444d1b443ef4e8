// How things stand: states (live), observations by year, failures, coverage, reports.
import { get, listen } from './api.js';
import { coverage } from './coverage.js';
import { failures } from './failures.js';
import { number } from './format.js';
import { frame, trouble } from './frame.js';
import { t, word } from './i18n.js';
import { reports } from './reports.js';
import { html, nothing, render, svg } from './vendor.js';

const STATES = ['stored', 'received', 'failed', 'withdrawn'];
const LEVELS = ['national', 'province', 'city', 'county', ''];

const view = { overview: null, online: true, error: null };

function tiles({ states, observations }) {
  return html`
    <dl class="tiles" aria-live="polite">
      <div class="tile"><dt>${t('overview.observations')}</dt><dd id="observations">${number(observations)}</dd></div>
      ${STATES.map(
        (state) => html`
          <div class="tile state-${state}">
            <dt>${t(`state.${state}`)}</dt>
            <dd id="state-${state}">${number(states[state] ?? 0)}</dd>
          </div>
        `,
      )}
    </dl>
  `;
}

// Widths as attributes of SVG: a style in markup is what the policy forbids.
const bar = (share) => svg`
  <svg class="bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
    <rect width=${Math.max(share * 100, 0.5)} height="10"></rect>
  </svg>`;

function byYear(rows) {
  if (!rows.length) return html`<p>${t('overview.empty')}</p>`;
  const years = [...new Set(rows.map((row) => row.year))];
  const levels = LEVELS.filter((level) => rows.some((row) => (LEVELS.includes(row.level) ? row.level : '') === level));
  const sum = (year, level) =>
    rows
      .filter((row) => row.year === year && (level === undefined || (LEVELS.includes(row.level) ? row.level : '') === level))
      .reduce((all, row) => all + row.observations, 0);
  const most = Math.max(...years.map((year) => sum(year)));
  return html`
    <div class="scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">${t('overview.year')}</th>
            ${levels.map((level) => html`<th scope="col" class="figure">${t(`level.${level}`)}</th>`)}
            <th scope="col" class="figure">${t('overview.total')}</th>
            <th scope="col" class="wide"></th>
          </tr>
        </thead>
        <tbody>
          ${years.map(
            (year) => html`
              <tr>
                <th scope="row">${year || t('overview.noYear')}</th>
                ${levels.map((level) => html`<td class="figure">${sum(year, level) ? number(sum(year, level)) : '–'}</td>`)}
                <td class="figure">${number(sum(year))}</td>
                <td class="wide">${bar(sum(year) / most)}</td>
              </tr>
            `,
          )}
        </tbody>
      </table>
    </div>
  `;
}

function draw() {
  render(
    html`
      <h1>${t('overview.title')}</h1>
      <p class="lead">${t('site.tagline')}</p>
      ${view.error ? trouble(view.error) : nothing}
      ${view.overview
        ? html`
            <p class="pulse" data-online=${view.online}>${view.online ? t('overview.live') : t('overview.offline')}</p>
            ${tiles(view.overview)}
          `
        : nothing}
      <section id="reports" aria-labelledby="reports-title"></section>
      <section aria-labelledby="years-title">
        <h2 id="years-title">${t('overview.byYear')}</h2>
        ${view.overview ? byYear(view.overview.byYear) : html`<p>${view.error ? '' : t('loading')}</p>`}
      </section>
      <section id="failures" aria-labelledby="failures-title"></section>
      <section id="coverage" aria-labelledby="coverage-title"></section>
    `,
    document.getElementById('main'),
  );
}

frame(word('nav', 'overview'));
draw();
try {
  const [overview, config] = await Promise.all([get('/overview'), get('/page/config')]);
  view.overview = overview;
  draw();
  const parts = {
    reports: reports(document.getElementById('reports')),
    failures: failures(document.getElementById('failures'), config.roles.includes('operate')),
  };
  coverage(document.getElementById('coverage'));
  listen(
    '/overview/live',
    (heard) => {
      const before = view.overview.states;
      view.overview = heard;
      view.online = true;
      draw();
      if (before.stored !== heard.states.stored || before.withdrawn !== heard.states.withdrawn) parts.reports.refresh();
      if (before.failed !== heard.states.failed) parts.failures.refresh();
    },
    () => {
      view.online = false;
      draw();
    },
  );
} catch (e) {
  view.error = e;
  draw();
}
