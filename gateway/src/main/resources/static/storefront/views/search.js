/** What the shop has: by words, by category, sorted. */

import {get} from '/common/api.js';
import {field, h, valuesOf} from '/common/dom.js';
import {money} from '/common/format.js';
import {t} from '/common/i18n.js';
import {form, go} from '/common/shell.js';
import {picture} from '../parts.js';

/** What the API calls it, and the key of its text. */
const SORTS = [['title', 'search.byTitle'], ['newest', 'search.newest'], ['price_asc', 'search.price_asc'], ['price_desc', 'search.price_desc']];
const NAMES = ['q', 'category', 'sort', 'page'];

export async function searchView({query, signal}) {
  const asked = Object.fromEntries([...query].filter(([name]) => NAMES.includes(name)));
  const [found, categories] = await Promise.all([
    get(`/product?${new URLSearchParams({...asked, size: '24'})}`, {signal}),
    get('/category', {signal}),
  ]);
  const here = categories.items.find(({id}) => id === asked.category);
  const title = here ? here.name : t('search.title');
  return {
    title,
    body: [
      h('h1', {}, title),
      form(async (element) => go(linkTo({...valuesOf(element), category: asked.category})), t('search.submit'),
        {class: 'row search', role: 'search'},
        field(t('search.words'), {name: 'q', type: 'search', value: asked.q ?? '', maxlength: 100}),
        field(t('search.sort'), {
          tag: 'select', name: 'sort', value: asked.sort ?? 'title', options: SORTS.map(([sort, key]) => [sort, t(key)]),
        })),
      h('nav', {class: 'categories', 'aria-label': t('search.categories')}, chips(categories.items, here, asked)),
      found.items.length > 0
        ? h('ul', {class: 'grid goods'}, found.items.map((product) => h('li', {}, card(product))))
        : h('p', {class: 'note'}, t('search.none')),
      h('p', {class: 'actions'},
        Number(asked.page ?? 0) > 0 && h('a', {class: 'button', href: linkTo({...asked, page: undefined})}, t('search.first')),
        found.next !== null && h('a', {class: 'button', href: linkTo({...asked, page: found.next})}, t('search.next'))),
    ],
  };
}

/** The way up, and what lies below; at the top, the top. */
function chips(categories, here, asked) {
  const parent = categories.find(({id}) => id === here?.parent_id);
  const below = categories.filter(({parent_id: above}) => above === (here?.id ?? null));
  const chip = (category, text, current) => h('a', {
    class: 'chip', 'aria-current': current ? 'page' : null, href: linkTo({...asked, category, page: undefined}),
  }, text);
  return [
    chip(undefined, t('search.all'), !here),
    parent && chip(parent.id, parent.name, false),
    here && chip(here.id, here.name, true),
    below.map(({id, name}) => chip(id, name, false)),
  ];
}

function linkTo(asked) {
  const named = Object.entries(asked).filter(([, value]) => value !== undefined && value !== null);
  return `#/?${new URLSearchParams(named)}`;
}

function card(product) {
  const offered = product.skus.filter(({for_sale: forSale}) => forSale);
  const prices = [...new Set(offered.map(({price}) => price.minor))].sort((a, b) => a - b);
  const price = prices.length > 0 && money({...offered[0].price, minor: prices[0]});
  const there = offered.some(({stock}) => stock.available > 0);
  return h('article', {class: 'card goods-card'},
    picture(product.assets.thumbnail, 'wide'),
    h('h2', {}, h('a', {href: `#/product/${encodeURIComponent(product.id)}`}, product.title)),
    h('p', {class: 'row spread'},
      h('span', {class: 'price'}, price && (prices.length > 1 ? t('search.from', {price}) : price)),
      !there && h('span', {class: 'badge'}, t('product.soldOut'))));
}
