/** The customer's own orders, the newest first. */

import {h} from '/common/dom.js';
import {dateTime, money} from '/common/format.js';
import {t} from '/common/i18n.js';
import {pages} from '/common/shell.js';
import {statusBadge} from '../parts.js';

export async function ordersView({signal}) {
  const list = h('ul', {class: 'cart'});
  return {
    title: t('orders.title'),
    body: [h('h1', {}, t('orders.title')), await pages('/order', list, (orders) => orders.map(row), signal, t('orders.none'))],
  };
}

function row(order) {
  return h('li', {class: 'card'},
    h('div', {class: 'what'},
      h('h2', {}, h('a', {href: `#/order/${encodeURIComponent(order.id)}`},
        order.lines.map(({quantity, title}) => `${quantity} × ${title}`).join(', '))),
      h('p', {class: 'quiet'}, dateTime(order.created_at))),
    statusBadge(order.status),
    h('span', {class: 'number'}, money(order.total)));
}
