/** The cart of whoever is logged in, and how many pieces lie in it. */

import {get, send} from '/common/api.js';
import {caller, onChange} from '/common/session.js';

const listeners = new Set();
let pieces = 0;

/** Calls back whenever the number of pieces has changed. */
export function onCount(listener) {
  listeners.add(listener);
}

export function piecesInCart() {
  return pieces;
}

/** @returns its lines: [{sku_id, quantity, valid, title, price, attributes, thumbnail, stock}, ...] */
export async function readCart(signal) {
  return counted(await get('/cart_item', {signal}));
}

/** Adds pieces to those of the same article that lie in it. */
export async function addToCart(skuId, quantity) {
  await send('POST', '/cart_item', {sku_id: skuId, quantity});
  await readCart();
}

export async function changeQuantity(skuId, quantity) {
  await send('PUT', `/cart_item/${encodeURIComponent(skuId)}`, {quantity});
}

export async function removeFromCart(skuId) {
  await send('DELETE', `/cart_item/${encodeURIComponent(skuId)}`);
}

function counted({items}) {
  const before = pieces;
  pieces = items.reduce((sum, {quantity}) => sum + quantity, 0);
  if (before !== pieces) {
    listeners.forEach((listener) => listener());
  }
  return items;
}

onChange(() => {
  pieces = 0;
  if (caller()) {
    readCart().catch(() => {});
  }
});
