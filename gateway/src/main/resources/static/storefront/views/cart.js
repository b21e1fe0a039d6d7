/** The cart. */

import {fill, h, newId} from '/common/dom.js';
import {money, number} from '/common/format.js';
import {t} from '/common/i18n.js';
import {announce, button, problemNote} from '/common/shell.js';
import {changeQuantity, readCart, removeFromCart} from '../basket.js';
import {attributesText, picture, totalLine} from '../parts.js';

export async function cartView({signal}) {
  const content = h('div');
  const note = h('div');
  const read = async () => fill(content, show(await readCart(signal), change));
  const change = async (work, said) => {
    fill(note);
    try {
      await work();
      announce(t(said));
    } catch (problem) {
      fill(note, problemNote(problem));
    }
    await read();
  };
  await read();
  return {title: t('cart.title'), body: [h('h1', {}, t('cart.title')), note, content]};
}

function show(lines, change) {
  if (lines.length === 0) {
    return [h('p', {}, t('cart.empty')), h('p', {class: 'actions'}, h('a', {class: 'button main', href: '#/'}, t('cart.browse')))];
  }
  const offered = lines.filter(({valid, price}) => valid && price);
  return [
    h('ul', {class: 'cart'}, lines.map((line) => h('li', {class: 'card'}, shownLine(line, change)))),
    offered.length > 0 && totalLine(sumOf(offered)),
    h('p', {class: 'actions end'}, offered.length > 0 && h('a', {class: 'button main', href: '#/checkout'}, t('cart.checkout'))),
  ];
}

/** All prices of the shop are of one currency. */
export function sumOf(lines) {
  return {...lines[0].price, minor: lines.reduce((sum, {price, quantity}) => sum + price.minor * quantity, 0)};
}

function shownLine(line, change) {
  const id = newId('quantity');
  const title = line.title ?? line.sku_id;
  const short = line.valid && line.stock < line.quantity;
  const quantity = h('input', {
    id, type: 'number', min: 1, max: 999, value: line.quantity,
    onchange: () => quantity.reportValidity() && change(() => changeQuantity(line.sku_id, Number(quantity.value)), 'cart.changed'),
  });
  return [
    picture(line.thumbnail, 'small'),
    h('div', {class: 'what'},
      h('h2', {}, title),
      h('p', {class: 'quiet'}, attributesText(line.attributes)),
      !line.valid && h('p', {class: 'note bad'}, t('cart.notOffered')),
      short && h('p', {class: 'note wait'}, t('cart.short', {count: number(line.stock)}))),
    h('div', {class: 'quantity'}, h('label', {for: id, class: 'unseen'}, `${t('product.quantity')}: ${title}`), quantity),
    h('span', {class: 'number'}, line.price && money({...line.price, minor: line.price.minor * line.quantity})),
    button(t('cart.remove'), () => change(() => removeFromCart(line.sku_id), 'cart.removed'),
      {class: 'plain', 'aria-label': `${t('cart.remove')}: ${title}`}),
  ];
}
