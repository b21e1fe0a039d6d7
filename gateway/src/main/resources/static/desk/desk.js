/** The desk: what the staff do with orders, and what they are told. */

import {caller} from '/common/session.js';
import {t} from '/common/i18n.js';
import {start} from '/common/shell.js';
import {notificationsView} from './views/notifications.js';
import {orderView} from './views/order.js';
import {ordersView} from './views/orders.js';
import {skuView} from './views/sku.js';
import {stockView} from './views/stock.js';

start({
  texts: ['/desk/texts'],
  brand: 'desk.brand',
  home: '#/',
  links: () => caller()?.staff ? [
    ['#/', t('orders.title')],
    ['#/stock', t('stock.title')],
    ['#/notification', t('notifications.title')],
    ['/operations/', t('desk.operations')],
  ] : [],
  routes: [
    ['/', ordersView, 'staff'],
    ['/order/:id', orderView, 'staff'],
    ['/stock', stockView, 'staff'],
    ['/sku/:id', skuView, 'staff'],
    ['/notification', notificationsView, 'staff'],
  ],
});
