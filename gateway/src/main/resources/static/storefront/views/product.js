/** One product: its variants, with the stock as it is just now. */

import {get} from '/common/api.js';
import {field, fill, h, newId, valuesOf} from '/common/dom.js';
import {money, number, word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {caller} from '/common/session.js';
import {announce, form} from '/common/shell.js';
import {pause} from '/common/time.js';
import {addToCart} from '../basket.js';
import {picture} from '../parts.js';

const STOCK_EVERY_MILLIS = 5000;
const FEW_PIECES = 10;

export async function productView({params, signal}) {
  const product = await get(`/product/${encodeURIComponent(params.id)}`, {signal});
  const skus = product.skus.filter(({for_sale: forSale}) => forSale);
  let chosen = skus.find(({stock}) => stock.available > 0) ?? skus[0];
  const offer = h('div', {class: 'offer', 'aria-live': 'polite'});
  const shown = h('div', {}, picture(product.assets.ppt[0] ?? product.assets.thumbnail, 'large'));
  const show = () => {
    fill(offer, h('p', {class: 'big'}, money(chosen.price)), stockLine(chosen));
    fill(shown, picture(chosen.assets?.ppt?.[0] ?? product.assets.ppt[0] ?? product.assets.thumbnail, 'large'));
  };
  if (chosen) {
    show();
    watchStock(() => chosen, (stock) => {
      chosen.stock = stock;
      fill(offer, h('p', {class: 'big'}, money(chosen.price)), stockLine(chosen));
    }, signal);
  }
  return {
    title: product.title,
    body: h('div', {class: 'columns'}, shown, h('div', {},
      h('h1', {}, product.title),
      h('p', {}, product.body),
      !chosen && h('p', {class: 'note'}, t('product.notOffered')),
      chosen && offer,
      chosen && variants(product.variants.attrs, skus, chosen, (sku) => {
        chosen = sku;
        show();
      }),
      chosen && (caller() ? buying(() => chosen) : joining(params.id)))),
  };
}

function stockLine(sku) {
  const {available} = sku.stock;
  const limit = sku.limit_per_customer;
  return [
    h('p', {'data-available': available},
      available === 0 && h('span', {class: 'badge bad'}, t('product.soldOut')),
      available > 0 && available <= FEW_PIECES && h('span', {class: 'badge wait'}, t('product.few', {count: number(available)})),
      available > FEW_PIECES && h('span', {class: 'badge good'}, t('product.available', {count: number(available)}))),
    limit !== null && h('p', {class: 'hint'}, t('product.limit', {count: number(limit)})),
  ];
}

/** Asks on while the view is shown; silence is no news. */
async function watchStock(sku, onStock, signal) {
  while (!signal.aborted) {
    await pause(STOCK_EVERY_MILLIS, signal).catch(() => {});
    const asked = sku();
    const now = signal.aborted || document.hidden ? null : await get(`/sku/${encodeURIComponent(asked.id)}`, {signal}).catch(() => null);
    if (now && asked === sku() && now.stock.available !== asked.stock.available) {
      onStock(now.stock);
    }
  }
}

/** One group of choices an attribute. Where a combination is not made, the nearest one that is made is taken. */
function variants(attributes, skus, first, onChoice) {
  const groups = h('div');
  const valueOf = (sku, name) => sku.attrs.find((attribute) => attribute.name === name)?.value;
  const likeness = (sku, to) => attributes.filter(({name}) => valueOf(sku, name) === valueOf(to, name)).length;
  const id = newId('variant');
  let current = first;
  const choose = (name, value) => {
    const made = skus.filter((sku) => valueOf(sku, name) === value);
    current = made.reduce((best, sku) => likeness(sku, current) > likeness(best, current) ? sku : best);
    groups.querySelectorAll('input').forEach((input) => {
      input.checked = input.value === valueOf(current, input.dataset.attribute);
    });
    onChoice(current);
  };
  return fill(groups, attributes.map(({name}) => h('fieldset', {},
    h('legend', {}, word('attribute', name)),
    h('div', {class: 'choices'}, [...new Set(skus.map((sku) => valueOf(sku, name)))].map((value) => h('label', {class: 'choice'},
      h('input', {
        type: 'radio', name: `${id}-${name}`, value, 'data-attribute': name, checked: value === valueOf(first, name),
        onchange: () => choose(name, value),
      }),
      value))))));
}

function buying(sku) {
  const told = h('div');
  return [
    form(async (element) => {
      fill(told);
      await addToCart(sku().id, Number(valuesOf(element).quantity));
      fill(told, h('p', {class: 'note good'}, t('product.added'), ' ', h('a', {href: '#/cart'}, t('product.toCart'))));
      announce(t('product.added'));
    }, t('product.add'), {class: 'buying'},
    field(t('product.quantity'), {name: 'quantity', type: 'number', min: 1, max: 999, value: 1, required: true})),
    told,
  ];
}

function joining(id) {
  const path = `/product/${encodeURIComponent(id)}`;
  return h('p', {class: 'actions'},
    h('a', {class: 'button main', href: `#${path}/buy`}, t('product.logIn')),
    h('a', {class: 'button', href: `#/register?${new URLSearchParams({next: path})}`}, t('register.title')));
}
