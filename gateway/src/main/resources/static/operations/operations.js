/** Operations: what is under way, what hangs, and what people can do about it. */

import {t} from '/common/i18n.js';
import {start} from '/common/shell.js';
import {deadLetterView} from './views/dead_letter.js';
import {deadLettersView} from './views/dead_letters.js';
import {healthView} from './views/health.js';
import {invariantsView} from './views/invariants.js';
import {orderView} from './views/order.js';
import {overviewView} from './views/overview.js';
import {transactionView} from './views/transaction.js';
import {transactionsView} from './views/transactions.js';

start({
  texts: ['/operations/texts'],
  brand: 'operations.brand',
  home: '#/',
  links: () => [
    ['#/', t('overview.title')],
    ['#/transaction', t('transactions.title')],
    ['#/dead_letter', t('letters.title')],
    ['#/invariant', t('invariants.title')],
    ['#/health', t('health.title')],
    ['#/order', t('order.find')],
    ['/desk/', t('operations.desk')],
  ],
  routes: [
    ['/', overviewView, 'staff'],
    ['/transaction', transactionsView, 'staff'],
    ['/transaction/:xid', transactionView, 'staff'],
    ['/dead_letter', deadLettersView, 'staff'],
    ['/dead_letter/:id', deadLetterView, 'staff'],
    ['/invariant', invariantsView, 'staff'],
    ['/health', healthView, 'staff'],
    ['/order', orderView, 'staff'],
    ['/order/:id', orderView, 'staff'],
  ],
});
