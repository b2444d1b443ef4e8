// The card of an observation: what it says, where it stands, how to cite and correct it.
import { get, path, post, text } from './api.js';
import { figure, grouped, period, status } from './format.js';
import { busy } from './frame.js';
import { t, word } from './i18n.js';
import { html, nothing, render } from './vendor.js';

const FIELDS = [
  'indicator', 'indicatorCode', 'measure', 'value', 'valueMax', 'unit', 'comparator', 'timePeriod', 'status', 'area',
  'refArea', 'areaCode', 'basePeriod', 'rankScope', 'exists',
];
const WHO = 'zhibiao.who';

/** An observation with what was corrected in the place of what was extracted. */
export const corrected = (o) => (o.corrected ? { ...o, ...o.corrected } : o);

const line = (name, value) => (value ? html`<div><dt>${t(name)}</dt><dd>${value}</dd></div>` : nothing);

/** Draws the card into an element. options: mayCorrect, changed(observation) after a correction. */
export function card(element, options) {
  const view = { all: [], citation: null, form: false, done: false };

  function show(observations) {
    Object.assign(view, { all: observations, citation: null, form: false, done: false });
    draw();
  }

  const permalink = (o) => new URL(`/report.html?id=${o.reportId}#${o.observationId}`, location.href).href;

  async function copy(event, words) {
    await navigator.clipboard?.writeText(words);
    const button = event.target;
    const before = button.textContent;
    button.textContent = t('copied');
    setTimeout(() => (button.textContent = before), 1500);
  }

  async function cite(o) {
    const base = `/observations/${o.observationId}/citation`;
    view.citation = { of: o, plain: await text(base), bibtex: await text(base, { format: 'bibtex' }) };
    draw();
  }

  async function correct(o, event) {
    event.preventDefault();
    const form = new FormData(event.target);
    const who = form.get('who').trim();
    sessionStorage.setItem(WHO, who);
    await post(`/observations/${o.observationId}/corrections`, {
      field: form.get('field'),
      value: form.get('absent') ? null : form.get('value').trim(),
      reason: form.get('reason').trim(),
      who,
    });
    const fresh = await get(`/observations/${o.observationId}`);
    options.changed(fresh);
    Object.assign(view, { all: view.all.map((one) => (one === o ? fresh : one)), form: false, done: true });
    draw();
  }

  const submitCorrection = (o) => async (event) => {
    event.preventDefault();
    const problem = event.target.querySelector('.problem');
    problem.textContent = '';
    try {
      await correct(o, event);
    } catch (e) {
      problem.textContent = e.message;
    }
  };

  const form = (o) => html`
    <form class="correction" @submit=${submitCorrection(o)}>
      <label>${t('correct.field')}
        <select name="field">${FIELDS.map((field) => html`<option value=${field} ?selected=${field === 'value'}>${t(`field.${field}`)}</option>`)}</select>
      </label>
      <label>${t('correct.value')} <input name="value" maxlength="1000"></label>
      <label class="check"><input type="checkbox" name="absent"> ${t('correct.absent')}</label>
      <label>${t('correct.reason')} <input name="reason" required maxlength="1000"></label>
      <label>${t('correct.who')} <input name="who" required maxlength="1000" .value=${sessionStorage.getItem(WHO) ?? ''}></label>
      <p class="problem" role="alert"></p>
      <button>${t('correct.send')}</button>
    </form>
  `;

  const citation = ({ plain, bibtex }) => html`
    <div class="citation">
      <h4>${t('card.citeText')}</h4>
      <pre>${plain}</pre>
      <button @click=${(event) => copy(event, plain)}>${t('copy')}</button>
      <h4>${t('card.citeBibtex')}</h4>
      <pre>${bibtex}</pre>
      <button @click=${(event) => copy(event, bibtex)}>${t('copy')}</button>
    </div>
  `;

  const corrections = (o) =>
    (o.corrections ?? []).map(
      (one) =>
        html`<li>${t(`field.${one.field}`)}: <del>${one.extracted ?? '–'}</del> → <ins>${one.value ?? '–'}</ins> (${one.who}: ${one.reason})</li>`,
    );

  function one(o) {
    const shown = corrected(o);
    const exact = shown.unit === '%' || shown.measure === 'rank' ? '' : `${grouped(shown.value)} ${shown.unit ?? ''}`;
    return html`
      <article class="record" data-status=${shown.status}>
        <h3>${shown.indicator}</h3>
        <p class="big">${figure(shown)}</p>
        <dl>
          ${line('card.status', html`<span class="badge status-${shown.status}">${status(shown.status)}</span>`)}
          ${line('card.period', period(shown.timePeriod))}
          ${line('card.measure', word('measure', shown.measure))}
          ${line('card.exact', exact)}
          ${line('card.base', shown.basePeriod && period(shown.basePeriod))}
          ${line('card.scope', shown.rankScope)}
          ${line('card.area', shown.area ?? shown.refArea)}
          ${line('card.indicator', shown.indicatorCode && html`<a href=${path('/explore.html', { indicator: shown.indicatorCode, area: shown.areaCode })}>${shown.indicatorCode}</a>`)}
          ${line('card.rule', html`<code>${o.rule}</code>`)}
          ${line('card.sentence', o.sentence)}
        </dl>
        ${o.corrections ? html`<h4>${t('card.corrected')}</h4><ul class="corrections">${corrections(o)}</ul>` : nothing}
        <p class="actions">
          <a href=${permalink(o)}>${t('card.link')}</a>
          <button class="cite" @click=${busy(() => cite(o))}>${t('card.cite')}</button>
          ${options.mayCorrect
            ? html`<button class="correct" aria-expanded=${view.form === o} @click=${() => {
                view.form = view.form === o ? false : o;
                view.done = false;
                draw();
              }}>${t('card.correct')}</button>`
            : nothing}
        </p>
        ${view.form === o ? form(o) : nothing}
        ${view.done ? html`<p role="status">${t('correct.done')}</p>` : nothing}
        ${view.citation?.of === o ? citation(view.citation) : nothing}
      </article>
    `;
  }

  function draw() {
    render(
      html`
        <h2 class="unseen">${t('card.title')}</h2>
        ${view.all.length
          ? html`
              <button class="close" aria-label=${t('close')} @click=${() => options.closed()}>×</button>
              ${view.all.length > 1 ? html`<p>${t('card.overlap', { n: view.all.length })}</p>` : nothing}
              ${view.all.map(one)}
            `
          : html`<p class="hint">${t('card.hint')}</p>`}
      `,
      element,
    );
  }

  draw();
  return { show };
}
