/** One order: ship it, complete it, give its money back. */

import {get, make, send} from '/common/api.js';
import {field, fill, h, valuesOf} from '/common/dom.js';
import {dateTime, money, word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {announce, button, form, problemNote} from '/common/shell.js';
import {skuLink, statusBadge, table} from '../parts.js';

const REFUNDABLE = ['PAID', 'SHIPPED', 'COMPLETED'];
const LONGEST_REASON = 200;

export async function orderView({params, signal}) {
  const path = `/order/${encodeURIComponent(params.id)}`;
  const content = h('div');
  const told = h('div', {'aria-live': 'polite'});
  const read = async () => {
    const order = await get(`/staff${path}`, {signal});
    // The timeline tells which payment paid it; while it is silent all else is still shown.
    const timeline = await get(`${path}/timeline`, {signal}).catch(() => null);
    const payment = timeline?.payments.find(({status}) => status === 'PAID') ?? null;
    const refund = payment?.entries.some(({kind}) => kind === 'REFUND_OPENED')
      ? await get(`/payment/${encodeURIComponent(payment.id)}/refund`, {signal})
      : null;
    fill(content, show(order, payment, refund));
  };
  const done = async (key) => {
    await read();
    fill(told, h('p', {class: 'note good'}, t(key)));
    announce(t(key));
  };
  const show = (order, payment, refund) => [
    facts(order, refund),
    lines(order),
    h('div', {class: 'grid'},
      order.status === 'PAID' && shipping(path, done),
      order.status === 'SHIPPED' && completing(path, done),
      REFUNDABLE.includes(order.status) && payment && refunding(payment, done, told)),
    history(order),
  ];
  await read();
  return {
    title: t('order.title'),
    body: [
      h('h1', {}, t('order.title'), ' ', h('span', {class: 'mono'}, params.id)),
      h('p', {}, h('a', {href: `/operations/#/order/${encodeURIComponent(params.id)}`}, t('order.timeline'))),
      told,
      content,
    ],
  };
}

function facts(order, refund) {
  const address = order.shipping_address;
  const pairs = [
    [t('orders.status'), statusBadge(order.status)],
    [t('orders.total'), money(order.total)],
    [t('orders.customer'), h('a', {class: 'mono', href: `#/?customer_id=${encodeURIComponent(order.customer_id)}`}, order.customer_id)],
    [t('orders.placed'), dateTime(order.created_at)],
    [t('order.paid'), order.paid_at && dateTime(order.paid_at)],
    [t('order.address'), address && [address.recipient, address.phone, address.street, address.postal_code, address.city, address.region, address.country]
      .filter(Boolean).join(', ')],
    [t('order.shipment'), order.shipment && `${order.shipment.carrier} ${order.shipment.tracking_number}`],
    [t('order.refund'), refund && `${word('desk.refund', refund.status)} · ${refund.reason}`],
  ];
  return h('section', {class: 'card'}, h('dl', {class: 'facts'},
    pairs.filter(([, value]) => value).map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])));
}

function lines(order) {
  return [h('h2', {}, t('orders.goods')), table(t('orders.goods'), [t('order.article'), t('order.quantity'), t('order.price')],
    h('tbody', {}, order.lines.map((line) => h('tr', {},
      h('th', {scope: 'row'}, line.title, ' ', skuLink(line.sku_id)),
      h('td', {class: 'number'}, line.quantity),
      h('td', {class: 'number'}, money(line.price))))))];
}

function history(order) {
  return order.history?.length > 0 && [h('h2', {}, t('order.history')), table(t('order.history'), [t('order.at'), t('orders.status')],
    h('tbody', {}, order.history.map((step) => h('tr', {},
      h('td', {}, dateTime(step.at)),
      h('th', {scope: 'row'}, word('desk.order', step.to))))))];
}

function shipping(path, done) {
  return h('section', {class: 'card'}, h('h2', {}, t('ship.title')),
    form(async (element) => {
      await send('POST', `${path}/ship`, valuesOf(element));
      await done('ship.done');
    }, t('ship.submit'), {class: 'ship'},
    field(t('ship.carrier'), {name: 'carrier', required: true, maxlength: 64}),
    field(t('ship.tracking'), {name: 'tracking_number', required: true, maxlength: 64, autocomplete: 'off'})));
}

function completing(path, done) {
  const note = h('div');
  return h('section', {class: 'card'}, h('h2', {}, t('complete.title')), note,
    button(t('complete.submit'), async () => {
      await send('POST', `${path}/complete`);
      await done('complete.done');
    }, {class: 'main'}, note));
}

/** Until its outcome is known the same refund is asked for again; it is never called a failure before. */
function refunding(payment, done, told) {
  return h('section', {class: 'card'}, h('h2', {}, t('refund.title')), h('p', {}, t('refund.about')),
    form(async (element) => {
      const waiting = (problem) => fill(told, h('p', {class: 'note wait'}, t('refund.unknown')), problem && problemNote(problem));
      const {body} = await make(`refund ${payment.id}`, `/payment/${encodeURIComponent(payment.id)}/refund`,
        valuesOf(element), {onUnknown: waiting});
      await done(`refund.${body.status}`);
    }, t('refund.submit'), {class: 'refund'},
    field(t('refund.reason'), {tag: 'textarea', name: 'reason', required: true, rows: 2, maxlength: LONGEST_REASON}, t('refund.reasonHint'))));
}
