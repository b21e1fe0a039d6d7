/** One order: pay it, cancel it, ask for the money back; and what becomes of each, by itself. */

import {follow, get, make, send} from '/common/api.js';
import {Problem} from '/common/http.js';
import {field, fill, h, valuesOf} from '/common/dom.js';
import {dateTime, money, problemText, timeOfDay, word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {announce, button, form, problemNote} from '/common/shell.js';
import {pause} from '/common/time.js';
import {settle} from '/common/wishes.js';
import {addressText, lineList, statusBadge, totalLine} from '../parts.js';
import {codePanel} from '../wechat.js';

const LONGEST_REASON = 200;
const ASKED_EVERY_MILLIS = 1000;
const ASKED_AT_LEAST_EVERY_MILLIS = 5000;
const OPEN = ['PROCESSING', 'AWAITING_PROVIDER', 'UNDER_WAY'];

export async function orderView({params, signal}) {
  const page = new OrderPage(params.id, signal);
  await page.read();
  page.watch();
  return {
    title: t('order.title'),
    body: [h('h1', {}, t('order.title')), h('p', {class: 'quiet mono'}, params.id), page.told, page.content],
  };
}

/** What is known of the order, kept up for as long as something is under way. */
class OrderPage {

  constructor(id, signal) {
    this.id = id;
    this.signal = signal;
    this.path = `/order/${encodeURIComponent(id)}`;
    this.content = h('div');
    this.told = h('div', {'aria-live': 'polite'});
    this.shown = null;
    this.watching = false;
    this.undecided = false;
    this.paymentUnderWay = false;
  }

  /**
   * Reads everything, and shows it if it is not what is shown. The order comes last: read first, it could still await a payment
   * that is read as paid, and nothing would be under way any more.
   */
  async read() {
    // The order does not name its payments; the timeline does.
    const timeline = await get(`${this.path}/timeline`, {signal: this.signal});
    const last = timeline.payments.at(-1);
    const payment = last ? await get(`/payment/${encodeURIComponent(last.id)}`, {signal: this.signal}) : null;
    const asked = last?.entries.some(({kind}) => kind === 'REFUND_OPENED');
    const refund = asked ? await get(`/payment/${encodeURIComponent(last.id)}/refund`, {signal: this.signal}) : null;
    const order = await get(this.path, {signal: this.signal});
    this.show(order, payment, refund);
  }

  show(order, payment, refund) {
    this.paymentUnderWay = [payment?.status, payment?.refund].some((status) => OPEN.includes(status))
      || ['PAYING', 'REFUNDING'].includes(order.status);
    this.undecided = this.paymentUnderWay || OPEN.includes(refund?.status);
    // What failed for a technical reason is tried again with its key.
    if (payment && ![...OPEN, 'FAILED'].includes(payment.status)) {
      settle(`pay ${this.id}`);
    }
    if (refund && !['PROCESSING', 'FAILED'].includes(refund.status)) {
      settle(`refund ${this.id}`);
    }
    const text = JSON.stringify([order, payment, refund]);
    if (text === this.shown) {
      return;
    }
    if (this.shown !== null) {
      announce(word('store.order', order.status));
    }
    this.shown = text;
    fill(this.told);
    fill(this.content,
      progress(order, payment, refund),
      h('div', {class: 'columns'},
        h('div', {},
          order.status === 'PENDING_PAYMENT' && !OPEN.includes(payment?.status) && this.paying(order),
          order.status === 'PAID' && payment?.status === 'PAID' && !OPEN.includes(refund?.status) && this.refunding(payment),
          facts(order, refund)),
        h('section', {class: 'card'}, h('h2', {}, t('checkout.goods')), lineList(order.lines), totalLine(order.total))));
  }

  /**
   * Until all is decided: told by the shop as it happens, and where it does not tell, by asking, soon at first, then less often.
   * Silence is told, and does not end the asking.
   */
  async watch() {
    if (this.watching) {
      return;
    }
    this.watching = true;
    let isTold = true;
    for (let millis = ASKED_EVERY_MILLIS; this.undecided && !this.signal.aborted;) {
      if (isTold && this.paymentUnderWay) {
        isTold = await this.follow();
        if (!this.undecided) {
          break;
        }
      }
      await pause(millis, this.signal).catch(() => {});
      if (this.signal.aborted) {
        break;
      }
      const before = this.shown;
      try {
        await this.read();
      } catch (problem) {
        if (!this.signal.aborted) {
          fill(this.told, h('p', {class: 'note wait'}, t('order.askedOn')));
        }
      }
      millis = before === this.shown ? Math.min(millis * 1.3, ASKED_AT_LEAST_EVERY_MILLIS) : ASKED_EVERY_MILLIS;
    }
    this.watching = false;
  }

  /** @returns whether the stream told anything and ended by itself; one that does not is not asked for again */
  async follow() {
    let told = false;
    try {
      await follow(`${this.path}/progress`, async () => {
        await this.read();
        told = true;
      }, this.signal);
      return told;
    } catch {
      return false;
    }
  }

  paying(order) {
    const note = h('div');
    const balance = h('span', {class: 'quiet'});
    get('/customer/me/balance', {signal: this.signal})
      .then(({available}) => fill(balance, t('pay.available', {amount: money(available)}))).catch(() => {});
    return h('section', {class: 'card'},
      h('h2', {}, t('pay.title')),
      h('p', {}, t('pay.until', {time: timeOfDay(order.pay_by)})),
      form(async (element) => {
        const {method} = valuesOf(element);
        await this.make(`pay ${this.id}`, '/payment', {order_id: this.id, method}, 'pay.unknown');
      }, t('pay.submit', {amount: money(order.total)}), {class: 'paying'},
      h('fieldset', {}, h('legend', {}, t('pay.method')), h('div', {class: 'choices'},
        h('label', {class: 'choice'}, h('input', {type: 'radio', name: 'method', value: 'balance', checked: true}), t('pay.balance'), ' ', balance),
        h('label', {class: 'choice'}, h('input', {type: 'radio', name: 'method', value: 'wechat'}), t('pay.wechat'))))),
      note,
      h('p', {class: 'actions'}, button(t('order.cancel'), async () => {
        await send('POST', `${this.path}/cancel`);
        await this.read();
      }, {class: 'danger'}, note)));
  }

  refunding(payment) {
    return h('details', {class: 'card'},
      h('summary', {}, t('refund.title')),
      h('p', {}, t('refund.about')),
      form(async (element) => {
        await this.make(`refund ${this.id}`, `/payment/${encodeURIComponent(payment.id)}/refund`, valuesOf(element), 'refund.unknown');
      }, t('refund.submit'), {class: 'refunding'},
      field(t('refund.reason'), {tag: 'textarea', name: 'reason', required: true, rows: 2, maxlength: LONGEST_REASON})));
  }

  /** Whatever comes of it is read from the order itself; a Problem means that it did not happen. */
  async make(wish, path, body, unknown) {
    fill(this.told);
    try {
      await make(wish, path, body, {
        signal: this.signal,
        onUnknown: (problem) => fill(this.told,
          h('div', {class: 'note wait', 'data-outcome': 'unknown'},
            h('p', {}, h('span', {class: 'spinner', 'aria-hidden': 'true'}), t(unknown)),
            h('p', {class: 'hint'}, problem.requestId && t('shell.requestId', {id: problem.requestId})))),
      });
    } catch (problem) {
      fill(this.told);
      // Telling why comes last: reading anew would wipe it away.
      await this.read().catch(() => {});
      if (problem instanceof Problem) {
        // What is said by the progress is not said twice.
        const said = this.content.querySelector(`[data-code="${problem.code}"]`);
        fill(this.told, said ? null : problemNote(problem));
        announce(problemText(problem));
        this.watch();
        return;
      }
      throw problem;
    }
    await this.read().catch(() => {
      this.undecided = true;
    });
    this.watch();
  }
}

/** How far it is, in words that promise nothing that is not known. */
function progress(order, payment, refund) {
  const state = stateOf(order, payment, refund);
  const waits = state.mood === 'wait' && state.key !== 'awaits';
  return h('section', {class: `note ${state.mood}`, 'data-state': state.key, 'data-code': state.code},
    h('p', {class: 'row'},
      h('strong', {}, waits && h('span', {class: 'spinner', 'aria-hidden': 'true'}), t(`progress.${state.key}`)),
      statusBadge(order.status)),
    state.code && h('p', {}, word('problem', state.code)),
    payment?.refund && h('p', {}, t(`progress.moneyBack.${payment.refund}`)),
    state.key === 'scan' && codePanel(payment.code_url, payment.pay_until));
}

function stateOf(order, payment, refund) {
  if (refund?.status === 'PROCESSING') {
    return {key: 'refundUnknown', mood: 'wait'};
  }
  if (refund?.status === 'UNDER_WAY') {
    return {key: 'refundUnderWay', mood: 'wait'};
  }
  if (payment?.status === 'PROCESSING') {
    return {key: 'processing', mood: 'wait'};
  }
  if (payment?.status === 'AWAITING_PROVIDER') {
    return {key: payment.code_url ? 'scan' : 'noCode', mood: 'wait'};
  }
  if (order.status === 'PENDING_PAYMENT') {
    const without = {REFUSED: null, FAILED: 'PAYMENT_NOT_COMPLETED', CLOSED: 'PAYMENT_CLOSED'};
    return payment && payment.status in without
      ? {key: 'refused', mood: 'bad', code: payment.code ?? without[payment.status]}
      : {key: 'awaits', mood: 'wait'};
  }
  return {
    PAYING: {key: 'processing', mood: 'wait'},
    PAID: {key: 'paid', mood: 'good'},
    SHIPPED: {key: 'shipped', mood: 'good'},
    COMPLETED: {key: 'completed', mood: 'good'},
    CANCELLED: {key: 'cancelled', mood: ''},
    REFUNDING: {key: 'refundUnknown', mood: 'wait'},
    REFUNDED: {key: 'refunded', mood: ''},
  }[order.status] ?? {key: 'other', mood: ''};
}

function facts(order, refund) {
  const pairs = [
    [t('order.placed'), dateTime(order.created_at)],
    [t('order.paid'), order.paid_at && dateTime(order.paid_at)],
    [t('checkout.address'), order.shipping_address && addressText(order.shipping_address)],
    [t('order.shipment'), order.shipment && `${order.shipment.carrier} ${order.shipment.tracking_number}`],
    [t('order.completed'), order.completed_at && dateTime(order.completed_at)],
    [t('order.cancelled'), order.cancelled_at && dateTime(order.cancelled_at)],
    [t('refund.reason'), refund && refund.reason],
  ];
  return h('section', {class: 'card'}, h('dl', {class: 'facts'},
    pairs.filter(([, value]) => value).map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])));
}
