/** One global transaction: its branches, what the auditor found, its timeline, and how a person ends it. */

import {get, send} from '/common/api.js';
import {field, fill, h, valuesOf} from '/common/dom.js';
import {dateTime, word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {announce, button, form} from '/common/shell.js';
import {consoleLink, links} from '../links.js';
import {live} from '../live.js';
import {actor, badge, english, facts, runbook, table} from '../parts.js';
import {reasonField} from '../reason.js';
import {account} from '../timeline/account.js';
import {fenceBadge, orderLink, stateBadge, stateOf} from '../transactions.js';

const ACTIONS = ['CONFIRM', 'CANCEL', 'ACCEPT'];

/** In these somebody may act; while the coordinator is at work nobody may. */
const RESOLVABLE = ['ORPHAN', 'PAGED'];

export async function transactionView({params, signal}) {
  const {xid} = params;
  const tools = await links(signal);
  const path = `/staff/transaction/${encodeURIComponent(xid)}`;
  let latest = null;
  const read = async () => {
    latest = await get(path, {signal});
    // Where a service is down, all else is still shown.
    const timeline = latest.order_id
      ? await get(`/order/${encodeURIComponent(latest.order_id)}/timeline`, {signal}).catch(() => null)
      : null;
    return {transaction: latest, timeline};
  };
  const shown = await live(read, (both) => show(both, tools, xid), signal);
  return {
    title: t('transaction.title'),
    body: [
      h('div', {class: 'row spread'}, h('h1', {}, t('transaction.title'), ' ', h('span', {class: 'mono'}, xid)), consoleLink(tools)),
      shown,
      resolving(path, () => latest),
      runbook('Transactions'),
    ],
  };
}

function show({transaction, timeline}, tools, xid) {
  const state = stateOf(transaction);
  return [
    h('section', {class: 'card'}, facts([
      [t('transactions.name'), transaction.name],
      [t('transactions.state'), [stateBadge(state), ' ', h('span', {class: 'quiet'}, t(`transaction.meaning.${state}`))]],
      [t('transactions.order'), orderLink(transaction.order_id)],
      [t('transactions.payment'), transaction.payment_id && h('span', {class: 'mono'}, transaction.payment_id)],
      [t('transaction.paymentStatus'), transaction.payment_status && word('payment.protocol', transaction.payment_status)],
      [t('transactions.since'), dateTime(transaction.since)],
      [t('transactions.coordinator'), transaction.coordinator_status ? english(transaction.coordinator_status) : t('operations.silent')],
    ])),
    h('h2', {}, t('transactions.branches')),
    transaction.branches.length > 0 ? branchTable(transaction.branches) : h('p', {class: 'note wait'}, t('transaction.noBranches')),
    transaction.cases.map(caseOf),
    timeline ? account(timeline, tools, xid) : h('p', {class: 'note'}, t('operations.notAvailable')),
  ];
}

function branchTable(branches, caption = t('transactions.branches')) {
  return table(caption,
    [t('operations.service'), t('transaction.action'), t('transaction.fence'), t('transaction.hold'), t('transaction.what'), t('transactions.since')],
    branches.map((branch) => h('tr', {},
      h('th', {scope: 'row'}, branch.service),
      h('td', {class: 'mono'}, branch.action),
      h('td', {}, fenceBadge(branch.fence)),
      h('td', {}, word('hold', branch.hold)),
      h('td', {}, english(branch.what)),
      h('td', {}, dateTime(branch.since)))));
}

function caseOf(found) {
  return h('section', {class: 'card case'},
    h('h2', {}, t('case.title', {id: found.id})),
    facts([
      [t('case.rule'), h('span', {class: 'mono'}, found.rule)],
      [t('case.why'), english(found.why)],
      [t('case.found'), english(found.found)],
      [t('case.seen'), `${dateTime(found.first_seen_at)} – ${dateTime(found.last_seen_at)}`],
      [t('case.failure'), english(found.failure)],
      [t('case.closed'), found.closed_at && [dateTime(found.closed_at), ' · ', actor(found.closed_by)]],
      [t('case.outcome'), english(found.outcome)],
    ]),
    found.actions.length > 0 && table(t('case.actions'),
      [t('audit.at'), t('audit.actor'), t('audit.action'), t('audit.reason'), t('audit.result')],
      found.actions.map((action) => h('tr', {},
        h('td', {}, dateTime(action.at)),
        h('td', {}, actor(action.actor)),
        h('th', {scope: 'row'}, word('resolve', action.action)),
        h('td', {}, english(action.reason)),
        h('td', {}, english(action.result))))));
}

/** First what would happen is asked, with the fences as they are seen; only what was foreseen can then be done. */
function resolving(path, latest) {
  if (!RESOLVABLE.includes(latest().state)) {
    return latest().state === 'STUCK' && h('p', {class: 'note'}, t('resolve.atWork'));
  }
  const outcome = h('div', {'aria-live': 'polite'});
  const ask = async (wish, dryRun) => send('POST', `${path}/resolve`, {...wish, dry_run: dryRun});
  const foresee = async (element) => {
    fill(outcome);
    const {action, reason} = valuesOf(element);
    const expected = Object.fromEntries(latest().branches.map(({service, fence}) => [service, fence]));
    const wish = {expected, action, reason};
    const foreseen = await ask(wish, true);
    const note = h('div');
    fill(outcome,
      h('h3', {}, t('resolve.foreseen')),
      resolution(foreseen),
      note,
      h('p', {class: 'actions'}, button(t('resolve.do', {action: word('resolve', action)}), async () => {
        fill(outcome, h('h3', {}, t('resolve.done')), resolution(await ask(wish, false)));
        announce(t('resolve.done'));
      }, {class: 'danger'}, note)));
  };
  return h('section', {class: 'card'},
    h('h2', {}, t('resolve.title')),
    h('p', {}, t('resolve.about')),
    form(foresee, t('resolve.dryRun'), {class: 'resolve'},
      field(t('resolve.action'), {tag: 'select', name: 'action', options: ACTIONS.map((each) => [each, word('resolve', each)])}),
      reasonField()),
    outcome);
}

function resolution({rule, why, after, closed}) {
  return [
    facts([
      [t('case.rule'), h('span', {class: 'mono'}, rule)],
      [t('case.why'), english(why)],
      [t('resolve.closed'), closed ? badge('good', t('operations.yes')) : badge('wait', t('operations.no'))],
    ]),
    branchTable(after, t('resolve.after')),
  ];
}
