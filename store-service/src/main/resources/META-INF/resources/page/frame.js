// What all pages have in common: name, ways, language, key.
import { key } from './api.js';
import { choose, language, t } from './i18n.js';
import { html, nothing, render } from './vendor.js';

const PAGES = [
  ['/', 'nav.overview'],
  ['/submit.html', 'nav.submit'],
  ['/explore.html', 'nav.explore'],
  ['/ledger.html', 'nav.ledger'],
];

const here = location.pathname.replace(/index\.html$/, '');

function saveKey(event) {
  event.preventDefault();
  key.set(new FormData(event.target).get('key').trim());
  location.reload();
}

function forgetKey() {
  key.set(null);
  location.reload();
}

/** Draws the head of the page. */
export function frame(title) {
  document.title = `${title} · ${t('site.name')}`;
  render(
    html`
      <a class="skip" href="#main">${t('nav.skip')}</a>
      <a class="brand" href="/"><img src="/favicon.svg" alt="" width="28" height="28">${t('site.name')}</a>
      <nav aria-label=${t('nav.label')}>
        ${PAGES.map(
          ([href, label]) =>
            html`<a href=${href} aria-current=${href === here ? 'page' : nothing}>${t(label)}</a>`,
        )}
      </nav>
      <div class="tools">
        <details class="key">
          <summary>${t('key.button')}</summary>
          <form @submit=${saveKey}>
            <label>${t('key.prompt')}<input name="key" type="password" autocomplete="off" required></label>
            <button>${t('key.save')}</button>
            ${key.get() ? html`<button type="button" @click=${forgetKey}>${t('key.forget')}</button>` : nothing}
          </form>
        </details>
        <button id="language" lang=${language === 'zh' ? 'en' : 'zh-CN'} @click=${() => choose(language === 'zh' ? 'en' : 'zh')}>
          ${t('language.other')}
        </button>
      </div>
    `,
    document.getElementById('frame'),
  );
}

/** A problem in plain words; with what to do where a key is needed. */
export const trouble = (error) =>
  html`<p class="problem" role="alert">${error.message}${error.status === 401 ? html` ${t('key.needed')}` : nothing}</p>`;

/** Runs a button's work; the button waits, and what goes wrong is said beside it. */
export function busy(work) {
  return async (event) => {
    const button = event.currentTarget;
    button.disabled = true;
    button.parentElement.querySelector(':scope > .problem')?.remove();
    try {
      await work(event);
    } catch (e) {
      const said = document.createElement('span');
      said.className = 'problem';
      said.setAttribute('role', 'alert');
      said.textContent = e.message;
      button.after(said);
    } finally {
      button.disabled = false;
    }
  };
}
