// The query API, as everybody else uses it.
import { t, word } from './i18n.js';

const KEY = 'zhibiao.key';

export const key = {
  get: () => sessionStorage.getItem(KEY),
  set: (value) => (value ? sessionStorage.setItem(KEY, value) : sessionStorage.removeItem(KEY)),
};

const withKey = (headers = {}) => (key.get() ? { ...headers, 'X-API-Key': key.get() } : headers);

/** What an answer in RFC 9457 says, with its code. */
export class Problem extends Error {
  constructor(status, body) {
    super(words(body));
    this.status = status;
    this.code = body.code;
    this.body = body;
  }
}

function words(body) {
  const said = word('problem', body.code);
  return said === body.code ? (body.detail ?? body.title ?? body.code) : t(`problem.${body.code}`, body);
}

async function problem(response) {
  let body = {};
  try {
    body = await response.json();
  } catch {
    // A proxy's page instead of a problem: its status must do.
  }
  return new Problem(response.status, { code: `HTTP ${response.status}`, ...body });
}

async function answer(path, options = {}) {
  let response;
  try {
    response = await fetch(path, { ...options, headers: withKey(options.headers) });
  } catch (e) {
    if (e.name === 'AbortError') throw e;
    throw new Problem(0, { code: 'network' });
  }
  if (!response.ok) throw await problem(response);
  return response;
}

/** A path with a query of what is given. */
export function path(base, query = {}) {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (Array.isArray(value)) value.forEach((one) => search.append(name, one));
    else if (value !== undefined && value !== null && value !== '') search.append(name, value);
  }
  return search.size ? `${base}?${search}` : base;
}

export const get = async (base, query, options) =>
  (await answer(path(base, query), { ...options, headers: { Accept: 'application/json' } })).json();

export const text = async (base, query) => (await answer(path(base, query))).text();

export const post = async (base, body) =>
  (
    await answer(base, {
      method: 'POST',
      headers: body ? { 'Content-Type': 'application/json' } : {},
      body: body && JSON.stringify(body),
    })
  ).json();

/** Sends a document to ingest; returns its answer. */
export async function submit(ingest, file, hints) {
  const form = new FormData();
  for (const [name, value] of Object.entries(hints)) if (value) form.append(name, value);
  form.append('file', file);
  return (await answer(`${ingest.replace(/\/$/, '')}/reports`, { method: 'POST', body: form })).json();
}

/** Saves what a query answers; the key cannot stand in a link. */
export async function download(base, query, name) {
  save(await (await answer(path(base, query))).blob(), name);
}

function save(blob, name) {
  const address = URL.createObjectURL(blob);
  saveFrom(address, name);
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Saves what stands at an address that is the page's own: blob or data. */
export function saveFrom(address, name) {
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  document.body.append(link);
  link.click();
  link.remove();
}

const PAUSE = 3000;

/** Server-sent events, read with the key; comes again after a pause as long as the page is there. */
export async function listen(base, heard, lost) {
  for (;;) {
    try {
      const reader = (await answer(base, { headers: { Accept: 'text/event-stream' } })).body
        .pipeThrough(new TextDecoderStream())
        .getReader();
      let rest = '';
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        const events = (rest + part.value).split('\n\n');
        rest = events.pop();
        for (const event of events) {
          const data = event.split('\n').filter((line) => line.startsWith('data:')).map((line) => line.slice(5)).join('\n');
          if (data) heard(JSON.parse(data));
        }
      }
    } catch (e) {
      if (e.status === 401 || e.status === 403) return;
    }
    lost();
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
}
