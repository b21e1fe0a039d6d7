/** Articles of which few are left, and the way to any other. */

import {get} from '/common/api.js';
import {field, h, valuesOf} from '/common/dom.js';
import {number} from '/common/format.js';
import {t} from '/common/i18n.js';
import {form, go} from '/common/shell.js';
import {skuLink, table} from '../parts.js';

export async function stockView({signal}) {
  const {items} = await get('/staff/sku/low_stock', {signal});
  return {
    title: t('stock.title'),
    body: [
      h('h1', {}, t('stock.title')),
      form(async (element) => go(`#/sku/${encodeURIComponent(valuesOf(element).id.trim())}`), t('stock.show'), {class: 'narrow-form'},
        field(t('stock.sku'), {name: 'id', required: true, maxlength: 64, autocomplete: 'off'})),
      h('h2', {}, t('stock.low')),
      items.length === 0
        ? h('p', {class: 'note good'}, t('stock.noneLow'))
        : table(t('stock.low'), [t('stock.sku'), t('stock.available'), t('stock.threshold')], h('tbody', {}, items.map((each) => h('tr', {},
          h('th', {scope: 'row'}, skuLink(each.sku_id)),
          h('td', {class: 'number'}, number(each.available)),
          h('td', {class: 'number'}, number(each.threshold)))))),
    ],
  };
}
