/** Pieces that several views show. */

import {field, h} from '/common/dom.js';
import {money, word} from '/common/format.js';
import {t} from '/common/i18n.js';

const MOODS = {PENDING_PAYMENT: 'wait', PAYING: 'wait', PAID: 'good', SHIPPED: 'good', COMPLETED: 'good', REFUNDING: 'wait'};

export function statusBadge(status) {
  return h('span', {class: `badge ${MOODS[status] ?? ''}`, 'data-status': status}, word('store.order', status));
}

/** A picture, or a plain field where there is none to be had. It decorates: the title stands beside it. */
export function picture(image, size) {
  const frame = h('div', {class: `picture ${size}`});
  if (image?.src) {
    const shown = h('img', {src: image.src, alt: '', loading: 'lazy', onerror: () => shown.remove()});
    frame.append(shown);
  }
  return frame;
}

/** colour red, size M */
export function attributesText(attributes) {
  return attributes.map(({name, value}) => `${word('attribute', name)} ${value}`).join(', ');
}

export function lineList(lines) {
  return h('ul', {class: 'lines'}, lines.map((line) => h('li', {class: 'row spread'},
    h('span', {}, `${line.quantity} × `, h('a', {href: `#/product/${encodeURIComponent(line.product_id)}`}, line.title), ' ',
      h('span', {class: 'quiet'}, attributesText(line.attributes))),
    h('span', {class: 'number'}, money({...line.price, minor: line.price.minor * line.quantity})))));
}

export function totalLine(amount) {
  return h('p', {class: 'row spread total'}, h('span', {}, t('store.total')), h('span', {class: 'big'}, money(amount)));
}

/** On one line, as people write it in their country. */
export function addressText(address) {
  const parts = [address.recipient, address.phone, address.street, address.postal_code, address.city, address.region, address.country];
  return parts.filter(Boolean).join(', ');
}

/** @param address as it is; without it, fields of a new one */
export function addressFields(address = {}) {
  return [
    field(t('address.recipient'), {name: 'recipient', value: address.recipient, required: true, maxlength: 100, autocomplete: 'name'}),
    field(t('address.phone'), {
      name: 'phone', type: 'tel', value: address.phone, required: true, maxlength: 30, pattern: '[0-9+\\(\\) \\-]{3,30}', autocomplete: 'tel',
    }, t('address.phoneHint')),
    field(t('address.street'), {name: 'street', value: address.street, required: true, maxlength: 200, autocomplete: 'street-address'}),
    h('div', {class: 'pair'},
      field(t('address.postalCode'), {name: 'postal_code', value: address.postal_code, maxlength: 20, autocomplete: 'postal-code'}),
      field(t('address.city'), {name: 'city', value: address.city, required: true, maxlength: 100, autocomplete: 'address-level2'})),
    h('div', {class: 'pair'},
      field(t('address.region'), {name: 'region', value: address.region, maxlength: 100, autocomplete: 'address-level1'}),
      field(t('address.country'), {name: 'country', value: address.country ?? 'CN', required: true, minlength: 2, maxlength: 2, pattern: '[A-Z]{2}',
        autocomplete: 'country'}, t('address.countryHint'))),
  ];
}
