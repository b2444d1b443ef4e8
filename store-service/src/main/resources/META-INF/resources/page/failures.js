// What failed and why, with a way to have it tried again.
import { get, post } from './api.js';
import { moment } from './format.js';
import { busy, trouble } from './frame.js';
import { knows, t, word } from './i18n.js';
import { html, nothing, render } from './vendor.js';

const PAGE = 20;

/** A code in plain words, with the detail where there is one. */
export const why = (code, detail) =>
  knows(`problem.${code}`) ? t(`problem.${code}`, { detail: detail ?? '' }) : `${code} ${detail ?? ''}`;

export function failures(element, mayReplay) {
  const view = { items: null, next: null, error: null, replayed: new Set() };

  async function replay(failure) {
    await post(`/failures/${failure.failureId}/replay`);
    view.replayed.add(failure.failureId);
    draw();
  }

  const row = (failure) => html`
    <tr>
      <td>${moment(failure.at)}</td>
      <td>${word('stage', failure.stage)}</td>
      <td>${why(failure.code, failure.detail)} <code>${failure.code}</code><br><small>${failure.detail ?? ''}</small></td>
      <td>${failure.reportId ? html`<a href="/report.html?id=${failure.reportId}">${failure.reportId.slice(0, 8)}</a>` : ''}</td>
      <td>
        ${view.replayed.has(failure.failureId)
          ? t('failure.replayed')
          : mayReplay
            ? html`<button @click=${busy(() => replay(failure))}>${t('failure.replay')}</button>`
            : nothing}
      </td>
    </tr>
  `;

  function draw() {
    render(
      html`
        <h2 id="failures-title">${t('overview.failures')}</h2>
        ${view.error ? trouble(view.error) : nothing}
        ${view.items === null
          ? nothing
          : view.items.length === 0
            ? html`<p>${t('overview.noFailures')}</p>`
            : html`
                <div class="scroll">
                  <table>
                    <thead>
                      <tr>
                        <th scope="col">${t('failure.when')}</th>
                        <th scope="col">${t('failure.stage')}</th>
                        <th scope="col">${t('failure.what')}</th>
                        <th scope="col">${t('failure.report')}</th>
                        <th scope="col"><span class="unseen">${t('failure.replay')}</span></th>
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
    const page = await get('/failures', { state: 'open', limit: PAGE, cursor: view.next });
    view.items.push(...page.items);
    view.next = page.next;
    draw();
  }

  async function refresh() {
    try {
      const page = await get('/failures', { state: 'open', limit: PAGE });
      Object.assign(view, { items: page.items, next: page.next, error: null });
    } catch (e) {
      view.error = e;
    }
    draw();
  }

  refresh();
  return { refresh };
}
