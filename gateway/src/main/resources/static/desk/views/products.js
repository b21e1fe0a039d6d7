/** The whole catalogue, what is off sale too, and the way to change it. */

import {get} from '/common/api.js';
import {field, h, valuesOf} from '/common/dom.js';
import {number} from '/common/format.js';
import {t} from '/common/i18n.js';
import {form, go} from '/common/shell.js';
import {productLink, saleBadge, table} from '../parts.js';

const SHOWN = '50';

export async function productsView({query, signal}) {
  const asked = Object.fromEntries([...query].filter(([name]) => ['q', 'page'].includes(name)));
  const found = await get(`/staff/product?${new URLSearchParams({...asked, size: SHOWN})}`, {signal});
  return {
    title: t('products.title'),
    body: [
      h('div', {class: 'row spread'}, h('h1', {}, t('products.title')),
        h('a', {class: 'button main', href: '#/new_product'}, t('products.add'))),
      form(async (element) => go(`#/product?${new URLSearchParams(valuesOf(element))}`), t('products.find'), {class: 'row', role: 'search'},
        field(t('products.words'), {name: 'q', type: 'search', value: asked.q ?? '', maxlength: 100})),
      found.items.length === 0
        ? h('p', {class: 'note'}, t('products.none'))
        : table(t('products.title'), [t('product.name'), t('product.id'), t('product.category'), t('product.skus'), t('product.sale')],
          h('tbody', {}, found.items.map(row))),
      h('p', {class: 'actions'}, found.next !== null &&
        h('a', {class: 'button', href: `#/product?${new URLSearchParams({...asked, page: found.next})}`}, t('shell.more'))),
    ],
  };
}

function row(product) {
  return h('tr', {},
    h('th', {scope: 'row'}, product.title),
    h('td', {}, productLink(product.id)),
    h('td', {class: 'mono'}, product.category),
    h('td', {class: 'number'}, number(product.skus.length)),
    h('td', {}, saleBadge(!product.retired)));
}
