/** The stock of one article: receive, correct, what moved, and at how few the staff are told. */

import {get, make, send} from '/common/api.js';
import {field, fill, h, valuesOf} from '/common/dom.js';
import {dateTime, money, number, word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {announce, form, pages} from '/common/shell.js';
import {orderLink, productLink, table} from '../parts.js';

const MOST = 1_000_000;

export async function skuView({params, signal}) {
  const path = `/sku/${encodeURIComponent(params.id)}`;
  const content = h('div');
  const told = h('div', {'aria-live': 'polite'});
  const read = async () => {
    const sku = await get(path, {signal});
    const moved = h('tbody');
    const [, more] = await pages(`${path}/movement`, moved, (items) => items.map(row), signal);
    fill(content,
      h('p', {}, sku.title, ' ', productLink(sku.product_id), ' ', sku.attrs.map(({value}) => value).join(' '), ' · ', money(sku.price)),
      h('ul', {class: 'grid tiles'}, ['available', 'frozen', 'sold'].map((each) =>
        h('li', {class: 'card tile'}, h('span', {}, t(`stock.${each}`)), h('span', {class: 'big'}, number(sku.stock[each]))))),
      h('h2', {}, t('stock.movements')),
      table(t('stock.movements'), [t('order.at'), t('stock.kind'), t('order.quantity'), t('stock.reason')], moved),
      more);
  };
  const move = (kind) => async (element) => {
    const {quantity, ...rest} = valuesOf(element);
    await make(`${kind} ${params.id}`, `${path}/${kind}`, {quantity: Number(quantity), ...rest});
    element.reset();
    await read();
    fill(told, h('p', {class: 'note good'}, t('stock.moved')));
    announce(t('stock.moved'));
  };
  const setThreshold = async (element) => {
    const {threshold} = valuesOf(element);
    await send('PUT', `${path}/low_stock_threshold`, {threshold: threshold === undefined ? null : Number(threshold)});
    fill(told, h('p', {class: 'note good'}, t('stock.thresholdSet')));
    announce(t('stock.thresholdSet'));
  };
  await read();
  return {
    title: params.id,
    body: [
      h('h1', {class: 'mono'}, params.id),
      told,
      content,
      h('div', {class: 'grid'},
        moving(t('stock.receive'), move('receipt'), {min: 1},
          field(t('stock.ofOrder'), {name: 'order_id', maxlength: 64, autocomplete: 'off'}, t('stock.ofOrderHint'))),
        moving(t('stock.correct'), move('correction'), {min: -MOST}),
        h('section', {class: 'card'}, h('h2', {}, t('stock.threshold')),
          form(setThreshold, t('stock.setThreshold'), {class: 'threshold'},
            field(t('stock.tellAt'), {name: 'threshold', type: 'number', min: 0, max: MOST, step: 1}, t('stock.thresholdHint'))))),
    ],
  };
}

function moving(name, submit, {min}, ...more) {
  return h('section', {class: 'card'}, h('h2', {}, name),
    form(submit, name, {},
      field(t('order.quantity'), {name: 'quantity', type: 'number', required: true, step: 1, min, max: MOST}),
      field(t('stock.reason'), {name: 'reason', required: true, maxlength: 200}),
      more));
}

function row(movement) {
  return h('tr', {},
    h('td', {}, dateTime(movement.created_at)),
    h('th', {scope: 'row'}, word('movement', movement.kind)),
    h('td', {class: 'number'}, number(movement.quantity)),
    h('td', {}, movement.reason, movement.order_id && [' ', orderLink(movement.order_id)]));
}
