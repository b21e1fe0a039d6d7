/** Payments and refunds under way, and global transactions that hang. */

import {get} from '/common/api.js';
import {h} from '/common/dom.js';
import {dateTime, word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {consoleLink, links} from '../links.js';
import {live} from '../live.js';
import {choices, english, runbook, table} from '../parts.js';
import {STATES, fenceBadge, orderLink, stateBadge, transactionLink} from '../transactions.js';

const SHOWN = 50;

export async function transactionsView({query, signal}) {
  const state = STATES.includes(query.get('state')) ? query.get('state') : null;
  const tools = await links(signal);
  const path = `/staff/transaction?size=${SHOWN}${state ? `&state=${state}` : ''}`;
  return {
    title: t('transactions.title'),
    body: [
      h('div', {class: 'row spread'}, h('h1', {}, t('transactions.title')), consoleLink(tools)),
      choices(t('transactions.state'), state, [
        [null, '#/transaction', t('operations.all')],
        ...STATES.map((each) => [each, `#/transaction?state=${each}`, word('transaction.state', each)]),
      ]),
      state && h('p', {class: 'quiet'}, t(`transaction.meaning.${state}`)),
      await live(() => get(path, {signal}), show, signal),
      runbook('Transactions'),
    ],
  };
}

function show({items, next}) {
  if (items.length === 0) {
    return h('p', {class: 'note'}, t('transactions.none'));
  }
  return [
    table(t('transactions.title'),
      [t('transactions.name'), t('transactions.state'), t('transactions.order'), t('transactions.since'), t('transactions.coordinator'), t('transactions.branches')],
      items.map(row)),
    next && h('p', {class: 'hint'}, t('transactions.more', {count: SHOWN})),
  ];
}

function row(transaction) {
  return h('tr', {},
    h('th', {scope: 'row'},
      transaction.name ?? t('transactions.transaction'),
      h('span', {class: 'block'}, transaction.xid ? transactionLink(transaction.xid) : h('span', {class: 'quiet'}, t('transactions.noXid')))),
    h('td', {}, stateBadge(transaction.state), transaction.payment_status && h('span', {class: 'hint block'}, word('payment.protocol', transaction.payment_status))),
    h('td', {}, orderLink(transaction.order_id)),
    h('td', {}, dateTime(transaction.since)),
    h('td', {}, transaction.coordinator_status ? english(transaction.coordinator_status) : '–'),
    h('td', {}, h('ul', {class: 'parts'}, transaction.branches.map(({service, fence}) =>
      h('li', {class: 'row spread'}, service, fenceBadge(fence))))));
}
