/** Pieces that several views show. */

import {h} from '/common/dom.js';
import {word} from '/common/format.js';
import {t} from '/common/i18n.js';

const MOODS = {PAID: 'wait', SHIPPED: 'good', COMPLETED: 'good', CANCELLED: '', REFUNDED: '', PAYING: 'wait', REFUNDING: 'wait'};

export function statusBadge(status) {
  return h('span', {class: `badge ${MOODS[status] ?? ''}`}, word('desk.order', status));
}

export function orderLink(id) {
  return h('a', {class: 'mono', href: `#/order/${encodeURIComponent(id)}`}, id);
}

export function skuLink(id) {
  return h('a', {class: 'mono', href: `#/sku/${encodeURIComponent(id)}`}, id);
}

export function productLink(id) {
  return h('a', {class: 'mono', href: `#/product/${encodeURIComponent(id)}`}, id);
}

export function saleBadge(forSale) {
  return h('span', {class: `badge ${forSale ? 'good' : ''}`}, t(forSale ? 'product.forSale' : 'product.offSale'));
}

/** A table that scrolls on its own where it is wider than the page. */
export function table(caption, heads, rows) {
  return h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption},
    h('table', {},
      h('caption', {class: 'unseen'}, caption),
      h('thead', {}, h('tr', {}, heads.map((head) => h('th', {scope: 'col'}, head)))),
      rows));
}
