/** From the cart to an order: where to, and what for. It is paid on the order's own page. */

import {get, make, send} from '/common/api.js';
import {fill, h, valuesOf} from '/common/dom.js';
import {money} from '/common/format.js';
import {t} from '/common/i18n.js';
import {form, go, problemNote} from '/common/shell.js';
import {readCart} from '../basket.js';
import {addressFields, addressText, attributesText, totalLine} from '../parts.js';
import {sumOf} from './cart.js';

const BOOK = '/customer/me/address';

export async function checkoutView({signal}) {
  const lines = (await readCart(signal)).filter(({valid, price}) => valid && price);
  if (lines.length === 0) {
    return {
      title: t('checkout.title'),
      body: [h('h1', {}, t('checkout.title')), h('p', {}, t('cart.empty')), h('p', {}, h('a', {href: '#/'}, t('cart.browse')))],
    };
  }
  const told = h('div', {'aria-live': 'polite'});
  const content = h('div');
  const read = async (chosen) => {
    const {items} = await get(BOOK, {signal});
    fill(content, items.length > 0 && ordering(items, chosen, lines, told, signal), adding(items.length > 0, read));
  };
  await read(null);
  return {
    title: t('checkout.title'),
    body: [
      h('h1', {}, t('checkout.title')),
      h('div', {class: 'columns'},
        h('div', {}, told, content),
        h('section', {class: 'card'},
          h('h2', {}, t('checkout.goods')),
          h('ul', {class: 'lines'}, lines.map((line) => h('li', {class: 'row spread'},
            h('span', {}, `${line.quantity} × ${line.title} `, h('span', {class: 'quiet'}, attributesText(line.attributes))),
            h('span', {class: 'number'}, money({...line.price, minor: line.price.minor * line.quantity}))))),
          totalLine(sumOf(lines)))),
    ],
  };
}

function ordering(addresses, chosen, lines, told, signal) {
  const preferred = chosen ?? (addresses.find((address) => address.preferred) ?? addresses[0]).id;
  return form(async (element) => {
    const wish = {sku_ids: lines.map(({sku_id: id}) => id), address_id: valuesOf(element).address_id};
    const {body} = await make('order', '/order/cart', wish, {
      signal,
      onUnknown: (problem) => fill(told, h('p', {class: 'note wait'}, t('checkout.unknown')), problemNote(problem)),
    });
    readCart().catch(() => {});
    go(`#/order/${encodeURIComponent(body.id)}`);
  }, t('checkout.submit'), {class: 'ordering'},
  h('fieldset', {},
    h('legend', {}, t('checkout.address')),
    h('div', {class: 'choices tall'}, addresses.map((address) => h('label', {class: 'choice'},
      h('input', {type: 'radio', name: 'address_id', value: address.id, checked: address.id === preferred, required: true}),
      addressText(address))))));
}

function adding(further, onAdded) {
  const fields = form(async (element) => {
    const {id} = await send('POST', BOOK, valuesOf(element));
    await onAdded(id);
  }, t('address.add'), {class: 'adding'}, addressFields());
  return further
    ? h('details', {class: 'card'}, h('summary', {}, t('address.another')), fields)
    : h('section', {class: 'card'}, h('h2', {}, t('checkout.address')), fields);
}
