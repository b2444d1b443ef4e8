// Chinese first; what was chosen is remembered.
import en from './en.js';
import zh from './zh.js';

const KEY = 'zhibiao.language';
const WORDS = { zh, en };

function stored() {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

export const language = stored() === 'en' ? 'en' : 'zh';
document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';

/** The words for a key; {name} is replaced by the value of that name. A key without words stands for itself. */
export function t(key, values = {}) {
  const words = WORDS[language][key] ?? key;
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** Whether there are words for a key. */
export const knows = (key) => key in WORDS[language];

/** The words for one of a group of codes, else the code. */
export const word = (group, code) => (code && knows(`${group}.${code}`) ? t(`${group}.${code}`) : (code ?? ''));

export function choose(other) {
  try {
    localStorage.setItem(KEY, other);
  } catch {
    // Without storage the choice lasts as long as the page.
  }
  location.reload();
}
