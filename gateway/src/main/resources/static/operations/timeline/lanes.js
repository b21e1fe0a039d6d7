/**
 * A payment's account as lanes of marks: who did what, and from when to when something was held. Pure; drawing.js draws it.
 *
 * The kinds are those of `GET /api/v1/order/{id}/timeline`; one that is not known yet is a note on the payment's lane.
 */

/** From top to bottom. A lane without marks is not drawn. */
export const LANES = ['payment', 'coordinator', 'money', 'order', 'stock', 'rewards', 'message', 'customer', 'staff', 'seen'];

/** What a mark says, each drawn in a shape of its own. */
export const PHASES = ['try', 'confirm', 'cancel', 'asks', 'message', 'consumed', 'note'];

/** What a lane holds begins and ends with these. */
const HOLDS = new Map([['try', ['confirm', 'cancel']]]);

const BRANCH_LANES = {'svc-payment': 'money', 'svc-order': 'order', 'svc-product': 'stock', 'svc-customer': 'rewards'};
const BRANCH_PHASES = {
  BRANCH_TRIED: 'try', BRANCH_COMMITTED: 'confirm', BRANCH_ROLLED_BACK: 'cancel', BRANCH_SUSPENDED: 'cancel',
};
const CONSUMER_LANES = {'svc-customer': 'customer', 'svc-order': 'staff', 'svc-payment': 'seen'};

const PLACES = {
  BEGUN: ['coordinator', 'asks'],
  COMMIT_ASKED: ['coordinator', 'asks'],
  ROLLBACK_ASKED: ['coordinator', 'asks'],
  TC_SILENT: ['coordinator', 'note'],

  HELD: ['money', 'try'],
  PAID: ['money', 'confirm'],
  WALLET_ENTRY: ['money', 'confirm'],
  RELEASED: ['money', 'cancel'],
  ORDER_HELD: ['order', 'try'],
  ORDER_PAID: ['order', 'confirm'],
  ORDER_RELEASED: ['order', 'cancel'],
  STOCK_RESERVED: ['stock', 'try'],
  STOCK_SOLD: ['stock', 'confirm'],
  STOCK_RELEASED: ['stock', 'cancel'],

  REFUND_HELD: ['money', 'try'],
  REFUND_GIVEN: ['money', 'confirm'],
  REFUND_RELEASED: ['money', 'cancel'],
  ORDER_REFUNDING: ['order', 'try'],
  ORDER_REFUNDED: ['order', 'confirm'],
  ORDER_KEPT: ['order', 'cancel'],
  STOCK_RETURNING: ['stock', 'try'],
  STOCK_RETURNED: ['stock', 'confirm'],
  REWARDS_MARKED: ['rewards', 'try'],
  REWARDS_TAKEN: ['rewards', 'confirm'],
  REWARDS_RELEASED: ['rewards', 'cancel'],

  HALF_SENT: ['message', 'message'],
  ANSWERED: ['message', 'message'],
  CHECKED_BACK: ['message', 'message'],
  REPUBLISHED: ['message', 'message'],

  CREDIT_ENTRY: ['customer', 'consumed'],
  COMMISSION_ENTRY: ['customer', 'consumed'],
  CREDIT_TAKEN_BACK: ['customer', 'consumed'],
  COMMISSION_TAKEN_BACK: ['customer', 'consumed'],
  STAFF_NOTIFIED: ['staff', 'consumed'],
  STAFF_NOTIFIED_OF_REFUND: ['staff', 'consumed'],
  EVENT_RETURNED: ['seen', 'consumed'],
  REFUND_EVENT_RETURNED: ['seen', 'consumed'],
};

/** @returns [lane, phase] of an entry */
export function placeOf(entry) {
  if (entry.kind in BRANCH_PHASES) {
    return [BRANCH_LANES[entry.source] ?? 'payment', BRANCH_PHASES[entry.kind]];
  }
  if (entry.kind.startsWith('EVENT_') && entry.kind !== 'EVENT_RETURNED') {
    return [CONSUMER_LANES[entry.source] ?? 'payment', 'consumed'];
  }
  return PLACES[entry.kind] ?? ['payment', 'note'];
}

/**
 * @param entries in their order
 * @returns {{lane: string, marks: {at: number, phase: string, xid: ?string, entries: object[]}[],
 *   spans: {from: number, to: ?number, phase: string}[]}[]} at, from and to in milliseconds since 1970; to is null of what is
 *   still held
 */
export function lanesOf(entries) {
  const lanes = new Map(LANES.map((lane) => [lane, []]));
  for (const entry of entries) {
    const [lane, phase] = placeOf(entry);
    add(lanes.get(lane), phase, entry);
  }
  return [...lanes]
    .filter(([, marks]) => marks.length > 0)
    .map(([lane, marks]) => ({lane, marks, spans: spansOf(lane, marks)}));
}

/** One phase of one branch is one mark, whoever tells of it: the fence and the rows were written in one transaction. */
function add(marks, phase, entry) {
  const known = ['try', 'confirm', 'cancel'].includes(phase)
    && marks.find((mark) => mark.phase === phase && mark.xid === entry.xid);
  if (known) {
    known.entries.push(entry);
  } else {
    marks.push({at: Date.parse(entry.at), phase, xid: entry.xid, attempt: entry.attempt, entries: [entry]});
  }
}

function spansOf(lane, marks) {
  if (lane === 'coordinator' || lane === 'message') {
    return wholesOf(lane, marks);
  }
  return marks.filter((mark) => HOLDS.has(mark.phase)).map((begin) => {
    const end = marks.find((mark) => HOLDS.get(begin.phase).includes(mark.phase) && mark.xid === begin.xid);
    return {from: begin.at, to: end ? end.at : null, phase: end ? end.phase : begin.phase};
  });
}

/** From the first to the last that is told of one transaction, or of one half message. */
function wholesOf(lane, marks) {
  const groups = new Map();
  for (const mark of marks) {
    const key = lane === 'coordinator' ? mark.xid : mark.attempt;
    groups.set(key, [...(groups.get(key) ?? []), mark.at]);
  }
  return [...groups.values()]
    .filter((times) => times.length > 1)
    .map((times) => ({from: Math.min(...times), to: Math.max(...times), phase: lane === 'message' ? 'message' : 'asks'}));
}
