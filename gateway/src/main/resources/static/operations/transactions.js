/** What the lists and the page of one transaction have in common. */

import {h} from '/common/dom.js';
import {word} from '/common/format.js';
import {badge} from './parts.js';

export const STATES = ['IN_FLIGHT', 'STUCK', 'ORPHAN', 'PAGED', 'CLOSED'];

const MOODS = {ENDED: 'good', IN_FLIGHT: 'wait', STUCK: 'bad', ORPHAN: 'wait', PAGED: 'bad', CLOSED: 'good'};
const FENCE_MOODS = {TRIED: 'wait', COMMITTED: 'good', ROLLED_BACK: '', SUSPENDED: '', CONFLICTING: 'bad', ABSENT: ''};

/** The API calls in flight whatever never hung; that nothing is held any more tells that it has ended. */
export function stateOf({state, payment_status: paymentStatus, branches}) {
  const held = ({fence, hold}) => fence === 'TRIED' || hold === 'HELD';
  return state === 'IN_FLIGHT' && !paymentStatus && branches.length > 0 && !branches.some(held) ? 'ENDED' : state;
}

export function stateBadge(state) {
  return badge(MOODS[state] ?? '', word('transaction.state', state));
}

export function fenceBadge(fence) {
  return badge(FENCE_MOODS[fence] ?? '', word('fence', fence));
}

export function transactionLink(xid) {
  return h('a', {class: 'mono', href: `#/transaction/${encodeURIComponent(xid)}`}, xid);
}

export function orderLink(id) {
  return id && h('a', {class: 'mono', href: `#/order/${encodeURIComponent(id)}`}, id);
}
