/** The desk: what the staff do with orders, goods and statements, and what they are told. */

import {caller} from '/common/session.js';
import {t} from '/common/i18n.js';
import {start} from '/common/shell.js';
import {notificationsView} from './views/notifications.js';
import {orderView} from './views/order.js';
import {ordersView} from './views/orders.js';
import {newProductView, productView} from './views/product.js';
import {productsView} from './views/products.js';
import {skuView} from './views/sku.js';
import {statementView, statementsView} from './views/statements.js';
import {stockView} from './views/stock.js';

start({
  texts: ['/desk/texts'],
  brand: 'desk.brand',
  home: '#/',
  links: () => caller()?.staff ? [
    ['#/', t('orders.title')],
    ['#/product', t('products.title')],
    ['#/stock', t('stock.title')],
    ['#/statement', t('statements.title')],
    ['#/notification', t('notifications.title')],
    ['/operations/', t('desk.operations')],
  ] : [],
  routes: [
    ['/', ordersView, 'staff'],
    ['/order/:id', orderView, 'staff'],
    ['/product', productsView, 'staff'],
    ['/product/:id', productView, 'staff'],
    ['/new_product', newProductView, 'staff'],
    ['/stock', stockView, 'staff'],
    ['/sku/:id', skuView, 'staff'],
    ['/statement', statementsView, 'staff'],
    ['/statement/:date', statementView, 'staff'],
    ['/notification', notificationsView, 'staff'],
  ],
});
