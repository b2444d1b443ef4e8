// A figure in a table's cell with the sentence that says it, one step from its place in the text.
import { figure } from './format.js';
import { t } from './i18n.js';
import { html, nothing } from './vendor.js';

export const place = (one) => `/report.html?id=${one.reportId}#${one.observationId}`;

/** The figure, with its sentence to open. */
export const told = (one, measure, others = 0) =>
  one
    ? html`
        <a class="value status-${one.status}" href=${place(one)}>${figure({ ...one, measure })}</a>${one.corrected ? ' *' : ''}
        ${others ? html`<small>${t('explore.others', { n: others })}</small>` : nothing}
        <details class="evidence"><summary>${t('explore.evidence')}</summary>${one.sentence}</details>
      `
    : html`<span class="absent">–</span>`;
