/** What happened to an order: a drawing and a table for each of its payments. */

import {h} from '/common/dom.js';
import {dateTime, word} from '/common/format.js';
import {language, t} from '/common/i18n.js';
import {traceLink} from '../links.js';
import {drawing} from './drawing.js';

/**
 * @param timeline as `GET /api/v1/order/{id}/timeline` answers it
 * @param xid the global transaction that is looked at, whose lines are marked; null for none
 */
export function account(timeline, links, xid = null) {
  return [
    timeline.missing.length > 0 && h('p', {class: 'note wait'}, t('timeline.missing', {services: timeline.missing.join(', ')})),
    timeline.payments.map((payment) => paymentOf(payment, links, xid)),
    timeline.entries.length > 0 && h('section', {},
      h('h2', {}, t('timeline.ofTheOrder')),
      table(timeline.entries, t('timeline.ofTheOrder'), xid)),
  ];
}

function paymentOf(payment, links, xid) {
  const label = t('timeline.ofPayment', {id: payment.id});
  return h('section', {class: 'account'},
    h('h2', {}, t('timeline.payment'), ' ', h('span', {class: 'mono'}, payment.id)),
    h('p', {class: 'row'},
      payment.status && h('span', {class: 'badge'}, word('payment.protocol', payment.status)),
      h('span', {class: 'quiet'}, t('timeline.attempts', {count: payment.attempts})),
      traces(payment.entries).map((id) => traceLink(links, id))),
    payment.fences_forgotten && h('p', {class: 'hint'}, t('timeline.fencesForgotten')),
    drawing(payment.entries, label),
    h('details', {open: true},
      h('summary', {}, t('timeline.asTable')),
      table(payment.entries, t('timeline.tableOf', {id: payment.id}), xid)));
}

function traces(entries) {
  return [...new Set(entries.map((entry) => entry.trace_id).filter(Boolean))];
}

function table(entries, label, xid) {
  return h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label},
    h('table', {class: 'entries'},
      h('caption', {class: 'unseen'}, label),
      h('thead', {}, h('tr', {},
        h('th', {scope: 'col'}, t('timeline.at')),
        h('th', {scope: 'col'}, t('timeline.source')),
        h('th', {scope: 'col'}, t('timeline.what')),
        h('th', {scope: 'col'}, t('timeline.words')))),
      h('tbody', {}, entries.map((entry) => h('tr', {class: xid && entry.xid === xid ? 'ours' : null},
        h('td', {class: 'keep'}, h('time', {datetime: entry.at, title: dateTime(entry.at)}, millis(entry.at))),
        h('td', {class: 'keep'}, entry.source),
        h('th', {scope: 'row'}, word('happening', entry.kind)),
        h('td', {lang: language === 'en' ? null : 'en'}, entry.text))))));
}

/** The local time of day to the millisecond, which is what tells a Try from the next. */
function millis(instant) {
  const at = new Date(instant);
  const two = (value) => String(value).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:`
    + `${two(at.getSeconds())}.${String(at.getMilliseconds()).padStart(3, '0')}`;
}
