// A box that suggests areas or indicators: the combobox of the ARIA Authoring Practices.
import { get } from './api.js';
import { t } from './i18n.js';
import { html, live, nothing, render } from './vendor.js';

const PAUSE = 150;
let boxes = 0;

/**
 * Draws a box into an element.
 *
 * options: label, kind (area or indicator), value to begin with, chosen(suggestion), clears (after a choice), free (what is
 * typed counts as it is)
 */
export function suggest(element, options) {
  const id = `suggest-${++boxes}`;
  const view = { text: options.value ?? '', items: [], active: -1, open: false };
  let timer;
  let asked = 0;

  async function look() {
    const number = ++asked;
    const typed = view.text.trim();
    let items = [];
    try {
      items = typed ? (await get('/suggestions', { q: typed.slice(0, 50), kind: options.kind })).items : [];
    } catch {
      // No suggestions; what is typed is still there.
    }
    if (number !== asked) return;
    Object.assign(view, { items, active: items.length ? 0 : -1, open: items.length > 0 });
    draw();
  }

  function typed(event) {
    view.text = event.target.value;
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
    if (options.free) options.chosen({ code: view.text.trim(), name: view.text.trim() });
  }

  function choose(item) {
    asked++;
    clearTimeout(timer);
    Object.assign(view, { text: options.clears ? '' : item.name, open: false, items: [] });
    draw();
    options.chosen(item);
  }

  function key(event) {
    if (event.key === 'ArrowDown' && !view.open) look();
    else if (event.key === 'ArrowDown') view.active = (view.active + 1) % view.items.length;
    else if (event.key === 'ArrowUp' && view.open) view.active = (view.active + view.items.length - 1) % view.items.length;
    else if (event.key === 'Enter' && view.open && view.active >= 0) choose(view.items[view.active]);
    else if (event.key === 'Escape') view.open = false;
    else return;
    event.preventDefault();
    draw();
  }

  function close() {
    // A press on a suggestion comes before the box loses the focus is told.
    setTimeout(() => {
      view.open = false;
      draw();
    }, PAUSE);
  }

  const item = (one, i) => html`
    <li
      id="${id}-${i}"
      role="option"
      aria-selected=${i === view.active}
      @mousedown=${(event) => {
        event.preventDefault();
        choose(one);
      }}
    >
      <strong>${one.name}</strong>
      ${one.matched !== one.name ? html`<span>${one.matched}</span>` : nothing}
      <small>${one.path ?? one.nameEn ?? ''} · ${one.code}${one.observations ? ` · ${one.observations}` : ''}</small>
    </li>
  `;

  function draw() {
    render(
      html`
        <label class="suggest">
          ${options.label}
          <input
            type="text"
            role="combobox"
            autocomplete="off"
            placeholder=${t('explore.search')}
            aria-expanded=${view.open}
            aria-controls="${id}-list"
            aria-activedescendant=${view.open && view.active >= 0 ? `${id}-${view.active}` : nothing}
            .value=${live(view.text)}
            @input=${typed}
            @keydown=${key}
            @blur=${close}
          >
          <ul id="${id}-list" role="listbox" aria-label=${options.label} ?hidden=${!view.open}>
            ${view.items.map(item)}
          </ul>
        </label>
      `,
      element,
    );
  }

  draw();
  return {
    set(text) {
      view.text = text;
      draw();
    },
  };
}
