/** One product: what it says, and each of its articles. A change that somebody else has overtaken is refused, and not made. */

import {get, send} from '/common/api.js';
import {fill, h, valuesOf} from '/common/dom.js';
import {money, number} from '/common/format.js';
import {t} from '/common/i18n.js';
import {announce, form, go} from '/common/shell.js';
import {productDraft, productFields, skuDraft, skuFields} from '../drafts.js';
import {saleBadge, skuLink, table} from '../parts.js';

export async function productView({params, signal}) {
  const path = `/product/${encodeURIComponent(params.id)}`;
  const content = h('div', {class: 'stack'});
  const told = h('div', {'aria-live': 'polite'});
  const categories = (await get('/category', {signal})).items;
  const read = async () => {
    const product = await get(`/staff${path}`, {signal});
    fill(content, skuTable(product), changing(product), product.retired
      ? h('p', {class: 'note'}, t('sku.retiredProduct'))
      : [product.skus.map((sku) => changingSku(product, sku)), addingSku(product)]);
  };
  const done = async (key) => {
    await read();
    fill(told, h('p', {class: 'note good'}, t(key)));
    announce(t(key));
  };
  const changing = (product) => h('section', {class: 'card'}, h('h2', {}, t('product.change')),
    form(async (element) => {
      await send('PUT', path, {...productDraft(element), version: product.version});
      await done('product.changed');
    }, t('product.save'), {class: 'product'}, productFields(categories, product)));
  const changingSku = (product, sku) => h('details', {class: 'card sku', 'data-sku': sku.id},
    h('summary', {}, t('sku.change', {id: sku.id})),
    form(async (element) => {
      await send('PUT', `/sku/${encodeURIComponent(sku.id)}`, {...skuDraft(element, product, sku), version: sku.version});
      await done('sku.changed');
    }, t('product.save'), {}, skuFields(product, sku)));
  const addingSku = (product) => h('details', {class: 'card new-sku'}, h('summary', {}, t('sku.add')),
    form(async (element) => {
      await send('POST', `${path}/sku`, skuDraft(element, product));
      await done('sku.added');
    }, t('sku.add'), {}, skuFields(product)));
  await read();
  return {
    title: t('product.title'),
    body: [h('h1', {}, t('product.title'), ' ', h('span', {class: 'mono'}, params.id)), told, content],
  };
}

export async function newProductView({signal}) {
  const categories = (await get('/category', {signal})).items;
  return {
    title: t('products.add'),
    body: [
      h('h1', {}, t('products.add')),
      form(async (element) => {
        const {id} = valuesOf(element);
        const added = await send('POST', '/product', {...productDraft(element), id});
        announce(t('product.added'));
        go(`#/product/${encodeURIComponent(added.id)}`);
      }, t('products.add'), {class: 'product narrow-form'}, productFields(categories)),
    ],
  };
}

function skuTable(product) {
  return product.skus.length === 0
    ? h('p', {class: 'note'}, t('product.noSkus'))
    : table(t('product.skus'),
      [t('stock.sku'), ...product.variants.attrs.map(({name}) => name), t('order.price'), t('sku.limit'), t('stock.available'), t('product.sale')],
      h('tbody', {}, product.skus.map((sku) => h('tr', {},
        h('th', {scope: 'row'}, skuLink(sku.id)),
        product.variants.attrs.map(({name}) => h('td', {}, sku.attrs.find((attr) => attr.name === name)?.value ?? '–')),
        h('td', {class: 'number'}, money(sku.price)),
        h('td', {class: 'number'}, sku.limit_per_customer === null ? '–' : number(sku.limit_per_customer)),
        h('td', {class: 'number'}, number(sku.stock.available)),
        h('td', {}, saleBadge(sku.for_sale))))));
}
