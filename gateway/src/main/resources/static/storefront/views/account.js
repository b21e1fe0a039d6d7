/** Money, points, commission, addresses, what to send to friends, and who one is. */

import {get, make, send} from '/common/api.js';
import {field, fill, h, newId, valuesOf} from '/common/dom.js';
import {dateTime, money, number, word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {logIn} from '/common/session.js';
import {again, announce, button, form, problemNote} from '/common/shell.js';
import {pause} from '/common/time.js';
import {addressFields, addressText} from '../parts.js';
import {codePanel} from '../wechat.js';

const ME = '/customer/me';
const ASKED_EVERY_MILLIS = 2000;

/** What has been done, told once when the view is shown anew; null for nothing. */
let done = null;

export async function accountView({signal}) {
  const [me, balance, credit, commission, book] = await Promise.all(
    ['', '/balance', '/credit', '/commission', '/address'].map((path) => get(ME + path, {signal})));
  return {
    title: t('account.title'),
    body: [
      h('h1', {}, t('account.title')),
      h('p', {}, `${me.first_name} ${me.last_name} · ${me.email}`),
      toldOnce(),
      h('div', {class: 'tiles'}, wallet(balance), points(credit), earned(commission)),
      h('div', {class: 'columns'},
        h('div', {}, toppingUp(signal), entries(balance)),
        h('div', {}, referral(me), addresses(book.items), naming(me), changingPassword(me))),
    ],
  };
}

function toldOnce() {
  const key = done;
  done = null;
  return key && h('p', {class: 'note good'}, t(key));
}

/** Shows everything anew, and what has been done with it. */
async function showDone(key) {
  done = key;
  await again();
  announce(t(key));
}

function tile(title, value, ...more) {
  return h('section', {class: 'card'}, h('h2', {}, title), h('p', {class: 'big'}, value), more);
}

function wallet({available, frozen}) {
  return tile(t('account.wallet'), money(available),
    frozen.minor !== 0 && h('p', {class: 'hint'}, t('account.frozen', {amount: money(frozen)})));
}

function points(credit) {
  return tile(t('account.credit'), number(credit.points), h('p', {class: 'hint'}, t('account.creditHint')));
}

function earned(commission) {
  return tile(t('account.commission'), money(commission.total), h('p', {class: 'hint'}, t('account.commissionHint')));
}

function referral(me) {
  const id = newId('link');
  const link = `${location.origin}/#/register?${new URLSearchParams({referrer: me.referrer_code})}`;
  return h('section', {class: 'card'},
    h('h2', {}, t('account.referral')),
    h('p', {}, t('account.referralHint')),
    h('label', {for: id, class: 'unseen'}, t('account.referral')),
    h('input', {id, class: 'mono', readonly: true, value: link, onfocus: (event) => event.target.select()}));
}

function entries({items}) {
  return h('section', {},
    h('h2', {}, t('account.entries')),
    items.length === 0 && h('p', {class: 'quiet'}, t('shell.nothing')),
    h('ul', {class: 'lines'}, items.map((entry) => h('li', {class: 'row spread'},
      h('span', {}, word('entry', entry.kind), ' ', h('span', {class: 'quiet'}, dateTime(entry.created_at))),
      h('span', {class: 'number'}, money(entry.amount))))));
}

function addresses(book) {
  return h('section', {},
    h('h2', {}, t('account.addresses')),
    h('ul', {class: 'lines'}, book.map((address) => h('li', {},
      h('div', {class: 'row spread'},
        h('span', {}, addressText(address), ' ', address.preferred && h('span', {class: 'badge'}, t('address.preferred'))),
        removing(address)),
      editing(address)))),
    h('details', {class: 'card'}, h('summary', {}, t(book.length > 0 ? 'address.another' : 'address.add')),
      form(async (element) => {
        await send('POST', `${ME}/address`, valuesOf(element));
        await again();
      }, t('address.add'), {class: 'adding'}, addressFields())));
}

function removing(address) {
  const note = h('div');
  return [button(t('address.remove'), async () => {
    await send('DELETE', `${ME}/address/${encodeURIComponent(address.id)}`);
    await again();
  }, {class: 'plain', 'aria-label': `${t('address.remove')}: ${addressText(address)}`}, note), note];
}

function editing(address) {
  return h('details', {class: 'editing'}, h('summary', {'aria-label': `${t('address.edit')}: ${addressText(address)}`}, t('address.edit')),
    form(async (element) => {
      const {preferred, ...values} = valuesOf(element);
      await send('PUT', `${ME}/address/${encodeURIComponent(address.id)}`, {...values, preferred: address.preferred || preferred !== undefined});
      await showDone('address.changed');
    }, t('address.save'), {},
    addressFields(address),
    !address.preferred && h('p', {}, h('label', {class: 'choice'}, h('input', {type: 'checkbox', name: 'preferred'}), t('address.prefer')))));
}

function naming(me) {
  return h('details', {class: 'card naming'}, h('summary', {}, t('profile.title')),
    form(async (element) => {
      await send('PUT', ME, valuesOf(element));
      await showDone('profile.changed');
    }, t('profile.submit'), {},
    field(t('register.firstName'), {name: 'first_name', value: me.first_name, required: true, maxlength: 100, autocomplete: 'given-name'}),
    field(t('register.lastName'), {name: 'last_name', value: me.last_name, required: true, maxlength: 100, autocomplete: 'family-name'})));
}

/** A new password ends all sessions, this one too: this browser logs in again with it. */
function changingPassword(me) {
  return h('details', {class: 'card password'}, h('summary', {}, t('password.title')),
    h('p', {}, t('password.about')),
    form(async (element) => {
      const values = valuesOf(element);
      await send('PUT', `${ME}/password`, values);
      await logIn(me.email, values.password);
      await showDone('password.changed');
    }, t('password.submit'), {},
    // Password managers want to know whose it is.
    h('input', {class: 'unseen', type: 'email', autocomplete: 'username', value: me.email, readonly: true, tabindex: '-1', 'aria-hidden': 'true'}),
    field(t('password.current'), {name: 'current_password', type: 'password', required: true, maxlength: 64, autocomplete: 'current-password'}),
    field(t('password.new'), {name: 'password', type: 'password', required: true, minlength: 8, maxlength: 64, autocomplete: 'new-password'},
      t('register.passwordHint'))));
}

/** Money comes into the wallet by WeChat Pay. */
function toppingUp(signal) {
  const told = h('div', {'aria-live': 'polite'});
  return h('section', {class: 'card'},
    h('h2', {}, t('topUp.title')),
    form(async (element) => {
      const amount = {currency: 'CNY', minor: Math.round(Number(valuesOf(element).yuan) * 100)};
      const {body} = await make('top up', `${ME}/top_up`, {amount}, {
        signal,
        onUnknown: (problem) => fill(told, h('p', {class: 'note wait'}, t('topUp.unknown')), problemNote(problem)),
      });
      await untilDecided(body, told, signal);
    }, t('topUp.submit'), {class: 'topping-up'},
    field(t('topUp.amount'), {name: 'yuan', type: 'number', min: '0.01', max: '50000', step: '0.01', value: '100', required: true})),
    told);
}

async function untilDecided(first, told, signal) {
  let topUp = first;
  fill(told, topUp.code_url ? codePanel(topUp.code_url, topUp.pay_until) : h('p', {class: 'note wait'}, t('topUp.noCode')));
  while (topUp.status === 'AWAITING_PROVIDER') {
    await pause(ASKED_EVERY_MILLIS, signal);
    topUp = await get(`${ME}/top_up/${encodeURIComponent(topUp.id)}`, {signal}).catch(() => topUp);
  }
  if (topUp.status === 'CREDITED') {
    await again();
    announce(t('topUp.CREDITED'));
  } else {
    fill(told, h('p', {class: 'note'}, word('topUp', topUp.status)));
  }
}
