/** Money, times and problems as people read them, in the language of the page. */

import {has, language, t} from './i18n.js';

const LOCALE = language === 'zh' ? 'zh-CN' : 'en-GB';
const times = new Intl.DateTimeFormat(LOCALE, {dateStyle: 'medium', timeStyle: 'short'});
const clock = new Intl.DateTimeFormat(LOCALE, {timeStyle: 'medium'});
const numbers = new Intl.NumberFormat(LOCALE);

/** @param amount {currency, minor} */
export function money(amount) {
  const format = new Intl.NumberFormat(LOCALE, {style: 'currency', currency: amount.currency, currencyDisplay: 'narrowSymbol'});
  return format.format(amount.minor / 10 ** format.resolvedOptions().maximumFractionDigits);
}

export function number(value) {
  return numbers.format(value);
}

/** @param instant ISO 8601, or null for a dash */
export function dateTime(instant) {
  return instant ? times.format(new Date(instant)) : '–';
}

/** The time of day with seconds. */
export function timeOfDay(instant) {
  return instant ? clock.format(new Date(instant)) : '–';
}

/** What a Problem means, by its code; its detail, which is English, where the code has no text here. */
export function problemText(problem) {
  const key = `problem.${problem.code}`;
  return has(key) ? t(key, {seconds: problem.retryAfterSeconds}) : problem.detail || t('problem.unexpected');
}

/** The text for a value of an enumeration, such as order.status.PAID; the value itself where there is none. */
export function word(group, value) {
  const key = `${group}.${value}`;
  return has(key) ? t(key) : value;
}
