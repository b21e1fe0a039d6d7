/** The fields of a product and of an article, and what the API takes of them. */

import {field, h, valuesOf} from '/common/dom.js';
import {t} from '/common/i18n.js';

const CURRENCY = 'CNY';
const MINOR_PER_UNIT = 100;
const ADDRESS = '(https?://|/(?!/)).*';

/** @param product as it is; without it, fields of a new one */
export function productFields(categories, product) {
  return [
    !product && idField(),
    field(t('product.name'), {name: 'title', required: true, maxlength: 200, value: product?.title}),
    field(t('product.category'), {
      tag: 'select', name: 'category', required: true, options: categories.map(({id, name}) => [id, `${name} (${id})`]), value: product?.category,
    }),
    field(t('product.body'), {tag: 'textarea', name: 'body', rows: 4, maxlength: 20000, value: product?.body}),
    field(t('product.thumbnail'), {
      name: 'thumbnail', required: true, maxlength: 500, pattern: ADDRESS, value: product?.assets.thumbnail.src,
    }, t('product.pictureHint')),
    field(t('product.slides'), {tag: 'textarea', name: 'slides', rows: 2, value: product?.assets.ppt.map(({src}) => src).join('\n')}, t('product.slidesHint')),
    field(t('product.variants'), {name: 'variants', maxlength: 600, value: product?.variants.attrs.map(({name}) => name).join(', ')},
      t('product.variantsHint')),
    retiredField(product?.retired),
  ];
}

/** The articles stay as they are. */
export function productDraft(form) {
  const {title, body = '', category, thumbnail, slides = '', variants = '', retired} = valuesOf(form);
  return {
    title,
    body,
    category,
    assets: {ppt: parts(slides, '\n').map((src) => ({src})), thumbnail: {src: thumbnail}},
    variants: {attrs: parts(variants, /[,，]/).map((name) => ({name}))},
    retired: retired !== undefined,
  };
}

/** @param sku as it is; without it, fields of a new one */
export function skuFields(product, sku) {
  return [
    !sku && idField(),
    product.variants.attrs.map(({name}, place) => field(name, {
      name: `attr${place}`, required: true, maxlength: 60, value: sku?.attrs.find((attr) => attr.name === name)?.value,
    })),
    field(t('sku.price'), {
      name: 'price', type: 'number', required: true, min: '0.01', step: '0.01', value: sku && sku.price.minor / MINOR_PER_UNIT,
    }),
    field(t('sku.limit'), {name: 'limit', type: 'number', min: 1, max: 999, step: 1, value: sku?.limit_per_customer}, t('sku.limitHint')),
    retiredField(sku && !sku.for_sale),
  ];
}

export function skuDraft(form, product, sku) {
  const {id, price, limit, retired, ...values} = valuesOf(form);
  return {
    id,
    attrs: product.variants.attrs.map(({name}, place) => ({name, value: values[`attr${place}`]})),
    // What is answered without pictures of its own shows the product's, and must go on following them.
    assets: sku && JSON.stringify(sku.assets) !== JSON.stringify(product.assets) ? sku.assets : undefined,
    price: {currency: sku?.price.currency ?? CURRENCY, minor: Math.round(Number(price) * MINOR_PER_UNIT)},
    limit_per_customer: limit === undefined ? undefined : Number(limit),
    retired: retired !== undefined,
  };
}

function idField() {
  return field(t('product.id'), {name: 'id', maxlength: 64, pattern: '[A-Za-z0-9_\\-]+', autocomplete: 'off'}, t('product.idHint'));
}

function retiredField(retired) {
  return h('p', {}, h('label', {class: 'choice'}, h('input', {type: 'checkbox', name: 'retired', checked: retired}), t('product.retired')));
}

function parts(text, separator) {
  return text.split(separator).map((part) => part.trim()).filter(Boolean);
}
