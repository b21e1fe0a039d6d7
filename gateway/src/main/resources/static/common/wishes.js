/**
 * The Idempotency-Keys of what was asked for and not yet answered. They lie in sessionStorage: a reload in the middle of a payment
 * asks on with the same key. The same wish with another body is another wish, and gets another key.
 */

const STORED = 'shop.wish.';

export function keyOf(wish, body) {
  const text = JSON.stringify(body ?? null);
  const known = JSON.parse(sessionStorage.getItem(STORED + wish) ?? 'null');
  if (known && known.body === text) {
    return known.key;
  }
  const key = newKey();
  sessionStorage.setItem(STORED + wish, JSON.stringify({key, body: text}));
  return key;
}

/** Its outcome is known: the next wish of that name is a new one. */
export function settle(wish) {
  sessionStorage.removeItem(STORED + wish);
}

/** 32 hexadecimal digits. crypto.randomUUID is there on https alone. */
function newKey() {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
