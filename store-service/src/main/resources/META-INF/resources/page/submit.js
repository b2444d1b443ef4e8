// Documents to ingest, each followed until it is stored or failed.
import { get, submit } from './api.js';
import { why } from './failures.js';
import { number } from './format.js';
import { frame, trouble } from './frame.js';
import { t, word } from './i18n.js';
import { html, nothing, render, repeat } from './vendor.js';

const AT_A_TIME = 4;
const PAUSE = 700;
const PATIENCE = 10 * 60_000;

const view = { ingest: null, files: [], over: false, error: null };
const waiting = [];
let running = 0;

const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

function add(files) {
  const hints = Object.fromEntries(new FormData(document.getElementById('hints')));
  for (const file of files) {
    const entry = { name: file.name, step: 'sending', hints: { ...hints, source: hints.source || file.name } };
    view.files.unshift(entry);
    waiting.push([entry, file]);
  }
  draw();
  while (running < AT_A_TIME && waiting.length) next();
}

async function next() {
  running++;
  while (waiting.length) await follow(...waiting.shift());
  running--;
}

async function follow(entry, file) {
  try {
    const answer = await send(entry, file);
    Object.assign(entry, { id: answer.reportId, step: answer.status === 'duplicate' ? 'duplicate' : 'received' });
    draw();
    await arrived(entry);
  } catch (e) {
    entry.problem = e.code === 'network' ? t('submit.unreachable', { ingest: view.ingest }) : why(e.code, e.body?.detail);
  }
  draw();
}

/** Again while the system is busy, as Retry-After asks for. */
async function send(entry, file) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await submit(view.ingest, file, entry.hints);
    } catch (e) {
      if (e.status !== 503 || attempt === 20) throw e;
      await sleep(PAUSE * Math.min(attempt, 5));
    }
  }
}

async function arrived(entry) {
  const end = Date.now() + PATIENCE;
  while (Date.now() < end) {
    await sleep(PAUSE);
    try {
      const report = await get(`/reports/${entry.id}`);
      if (report.state === 'stored' || report.state === 'withdrawn') {
        entry.step = report.state;
        entry.observations = report.observations;
        return;
      }
      if (report.state === 'failed') {
        entry.problem = why(report.failure?.code, report.failure?.detail);
        return;
      }
      entry.step = 'waiting';
      draw();
    } catch (e) {
      // The store hears of a report a moment after ingest has answered.
      if (e.status !== 404) throw e;
    }
  }
}

const STEPS = { sending: 0, received: 1, duplicate: 1, waiting: 2, stored: 3, withdrawn: 3 };

function said(entry) {
  if (entry.problem) return html`<span class="problem">✕ ${entry.problem}</span>`;
  const words =
    entry.step === 'stored'
      ? t('submit.stored', { n: number(entry.observations ?? 0) })
      : entry.step === 'withdrawn'
        ? t('state.withdrawn')
        : t(`submit.${entry.step}`);
  return html`<progress max="3" .value=${STEPS[entry.step]} aria-label=${words}></progress> ${words}`;
}

const row = (entry) => html`
  <tr class=${entry.problem ? 'failed' : entry.step}>
    <td>${entry.name}</td>
    <td>${said(entry)}</td>
    <td>${entry.id ? html`<a href="/report.html?id=${entry.id}">${t('submit.open')}</a>` : nothing}</td>
  </tr>
`;

function drop(event) {
  event.preventDefault();
  view.over = false;
  add(event.dataTransfer.files);
}

function over(event, is) {
  event.preventDefault();
  if (view.over !== is) {
    view.over = is;
    draw();
  }
}

function draw() {
  const stored = view.files.filter((entry) => entry.step === 'stored').length;
  const failed = view.files.filter((entry) => entry.problem).length;
  render(
    html`
      <h1>${t('submit.title')}</h1>
      ${view.error ? trouble(view.error) : nothing}
      <label
        class="drop"
        data-over=${view.over}
        @dragover=${(event) => over(event, true)}
        @dragleave=${(event) => over(event, false)}
        @drop=${drop}
      >
        <strong>${t('submit.drop')}</strong>
        <span>${t('submit.formats')}</span>
        <input
          id="files"
          type="file"
          multiple
          aria-label=${t('submit.choose')}
          @change=${(event) => {
            add(event.target.files);
            event.target.value = '';
          }}
        >
      </label>
      <form id="hints" class="row" @submit=${(event) => event.preventDefault()}>
        <label>${t('submit.source')} <input name="source" type="text" maxlength="2000"></label>
        <label>${t('submit.area')} <input name="area" type="text" maxlength="100"></label>
        <label>${t('submit.year')} <input name="year" type="text" inputmode="numeric" pattern="[0-9]{4}" maxlength="4"></label>
      </form>
      ${view.files.length
        ? html`
            <p role="status">${t('submit.summary', { n: view.files.length, stored, failed })}</p>
            <div class="scroll">
              <table id="submitted">
                <thead>
                  <tr>
                    <th scope="col">${t('submit.file')}</th>
                    <th scope="col">${t('submit.progress')}</th>
                    <th scope="col"><span class="unseen">${t('submit.open')}</span></th>
                  </tr>
                </thead>
                <tbody>${repeat(view.files, (entry) => entry, row)}</tbody>
              </table>
            </div>
          `
        : nothing}
    `,
    document.getElementById('main'),
  );
}

frame(word('nav', 'submit'));
try {
  view.ingest = (await get('/page/config')).ingest;
} catch (e) {
  view.error = e;
}
draw();
