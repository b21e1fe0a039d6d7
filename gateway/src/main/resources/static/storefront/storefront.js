/** The shop as its customers see it. */

import {t} from '/common/i18n.js';
import {refreshNavigation, start} from '/common/shell.js';
import {caller} from '/common/session.js';
import {onCount, piecesInCart, readCart} from './basket.js';
import {accountView} from './views/account.js';
import {cartView} from './views/cart.js';
import {checkoutView} from './views/checkout.js';
import {orderView} from './views/order.js';
import {ordersView} from './views/orders.js';
import {productView} from './views/product.js';
import {registerView} from './views/register.js';
import {searchView} from './views/search.js';

onCount(refreshNavigation);
await start({
  texts: ['/storefront/texts'],
  brand: 'store.brand',
  home: '#/',
  links: () => caller() ? [
    ['#/', t('store.goods')],
    ['#/cart', piecesInCart() ? t('cart.count', {count: piecesInCart()}) : t('cart.title')],
    ['#/order', t('orders.title')],
    ['#/account', t('account.title')],
  ] : [
    ['#/', t('store.goods')],
    ['#/register', t('register.title')],
  ],
  routes: [
    ['/', searchView],
    ['/product/:id', productView],
    // The same behind the login, for who wants to buy and is not known yet.
    ['/product/:id/buy', productView, 'customer'],
    ['/register', registerView],
    ['/cart', cartView, 'customer'],
    ['/checkout', checkoutView, 'customer'],
    ['/order', ordersView, 'customer'],
    ['/order/:id', orderView, 'customer'],
    ['/account', accountView, 'customer'],
  ],
});
if (caller()) {
  // The navigation does without the number when nobody answers.
  readCart().catch(() => {});
}
