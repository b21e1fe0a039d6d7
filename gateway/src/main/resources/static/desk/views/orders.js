/** Everybody's orders, the newest first. */

import {field, h, valuesOf} from '/common/dom.js';
import {dateTime, money, word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {form, go, pages} from '/common/shell.js';
import {orderLink, statusBadge, table} from '../parts.js';

const STATUSES = ['PENDING_PAYMENT', 'PAYING', 'PAID', 'SHIPPED', 'COMPLETED', 'CANCELLED', 'REFUNDING', 'REFUNDED'];

export async function ordersView({query, signal}) {
  const chosen = new URLSearchParams([...query].filter(([name]) => ['status', 'customer_id'].includes(name)));
  const body = h('tbody');
  const list = table(t('orders.title'),
    [t('orders.order'), t('orders.status'), t('orders.total'), t('orders.placed'), t('orders.goods')], body);
  const [, more] = await pages(`/staff/order?${chosen}`, body, (items) => items.map(row), signal, t('orders.none'));
  return {
    title: t('orders.title'),
    body: [
      h('h1', {}, t('orders.title')),
      form(async (element) => go(`#/?${new URLSearchParams(valuesOf(element))}`), t('orders.filter'), {class: 'row'},
        field(t('orders.status'), {
          tag: 'select', name: 'status', value: query.get('status') ?? '',
          options: [['', t('orders.any')], ...STATUSES.map((each) => [each, word('desk.order', each)])],
        }),
        field(t('orders.customer'), {name: 'customer_id', value: query.get('customer_id') ?? '', maxlength: 64, autocomplete: 'off'})),
      list,
      more,
    ],
  };
}

function row(order) {
  return h('tr', {},
    h('th', {scope: 'row'}, orderLink(order.id)),
    h('td', {}, statusBadge(order.status)),
    h('td', {class: 'number'}, money(order.total)),
    h('td', {}, dateTime(order.created_at)),
    h('td', {}, order.lines.map((line) => `${line.quantity} × ${line.title}`).join(', ')));
}
