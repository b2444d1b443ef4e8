// Decimals are strings and stay decimals: no figure passes through a binary number.
import { language, word } from './i18n.js';

const SIGNS = { '>=': '≥', '>': '>', '<=': '≤', '<': '<', '~': '≈' };
const PERCENT = new Set(['%', '‰', '百分点', '千分点']);

/** A decimal divided by ten to the power of n, without zeros at its end. */
export function shifted(decimal, n) {
  const negative = decimal.startsWith('-');
  const [whole, fraction = ''] = decimal.replace('-', '').split('.');
  const digits = whole.padStart(n + 1, '0') + fraction;
  const point = digits.length - fraction.length - n;
  const head = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const tail = digits.slice(point).replace(/0+$/, '');
  return (negative ? '-' : '') + head + (tail ? `.${tail}` : '');
}

/** 1,234,567.8 */
export function grouped(decimal) {
  const [whole, fraction] = decimal.split('.');
  const parted = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',');
  return fraction ? `${parted}.${fraction}` : parted;
}

/** A value as people of the language write it: 1286.4 亿, 12,345.6. */
export function amount(decimal) {
  const digits = decimal.replace('-', '').split('.')[0].length;
  if (language === 'zh' && digits > 8) return `${grouped(shifted(decimal, 8))} 亿`;
  if (language === 'zh' && digits > 5) return `${grouped(shifted(decimal, 4))} 万`;
  return grouped(decimal);
}

/** Value with bound, range and unit. */
export function figure({ value, valueMax, unit = '', comparator = '=', measure }) {
  if (value === undefined || value === null) return '';
  if (measure === 'rank') return language === 'zh' ? `第 ${value}${valueMax ? `–${valueMax}` : ''} 位` : `#${value}`;
  const range = valueMax ? `${amount(value)} – ${amount(valueMax)}` : amount(value);
  const gap = unit === '' || PERCENT.has(unit) ? '' : ' ';
  const sign = SIGNS[comparator] ? `${SIGNS[comparator]} ` : '';
  return `${sign}${range}${/[亿万]$/.test(range) ? '' : gap}${unit}`;
}

/** 2016/2020 as 2016–2020; the other notations as they are. */
export const period = (timePeriod) => (timePeriod === '_U' ? '?' : (timePeriod ?? '').replace('/', '–'));

export const number = (n) => grouped(String(n));

export const moment = (instant) =>
  new Intl.DateTimeFormat(language === 'zh' ? 'zh-CN' : 'en', { dateStyle: 'medium', timeStyle: 'short' }).format(
    new Date(instant),
  );

export const status = (code) => word('status', code);
