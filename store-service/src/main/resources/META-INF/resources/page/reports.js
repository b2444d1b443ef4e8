// The list of reports.
import { get } from './api.js';
import { number } from './format.js';
import { busy, trouble } from './frame.js';
import { t } from './i18n.js';
import { html, nothing, render } from './vendor.js';

const PAGE = 20;

export function reports(element) {
  const view = { items: null, next: null, error: null };

  const row = (report) => html`
    <tr>
      <td>
        <a href="/report.html?id=${report.reportId}">${report.title ?? report.sources?.[0] ?? t('overview.notRead')}</a>
      </td>
      <td>${report.refArea ?? ''}</td>
      <td>${report.targetPeriod ?? ''}</td>
      <td><span class="badge state-${report.state}">${t(`state.${report.state}`)}</span></td>
      <td class="figure">${report.observations === undefined ? '' : number(report.observations)}</td>
    </tr>
  `;

  function draw() {
    render(
      html`
        <h2 id="reports-title">${t('overview.latest')}</h2>
        ${view.error ? trouble(view.error) : nothing}
        ${view.items === null
          ? html`<p>${view.error ? '' : t('loading')}</p>`
          : view.items.length === 0
            ? html`<p>${t('overview.empty')} <a href="/submit.html">${t('nav.submit')}</a></p>`
            : html`
                <div class="scroll">
                  <table>
                    <thead>
                      <tr>
                        <th scope="col">${t('report.title')}</th>
                        <th scope="col">${t('report.area')}</th>
                        <th scope="col">${t('report.year')}</th>
                        <th scope="col">${t('report.state')}</th>
                        <th scope="col" class="figure">${t('report.count')}</th>
                      </tr>
                    </thead>
                    <tbody>${view.items.map(row)}</tbody>
                  </table>
                </div>
              `}
        ${view.next ? html`<p><button @click=${busy(more)}>${t('more')}</button></p>` : nothing}
      `,
      element,
    );
  }

  async function more() {
    const page = await get('/reports', { limit: PAGE, cursor: view.next });
    view.items.push(...page.items);
    view.next = page.next;
    draw();
  }

  async function refresh() {
    try {
      const limit = Math.min(Math.max(PAGE, view.items?.length ?? 0), 1000);
      const page = await get('/reports', { limit });
      Object.assign(view, { items: page.items, next: page.next, error: null });
    } catch (e) {
      view.error = e;
    }
    draw();
  }

  draw();
  refresh();
  return { refresh };
}
