/** Becoming a customer, perhaps because somebody has told of the shop. */

import {request} from '/common/http.js';
import {field, h, valuesOf} from '/common/dom.js';
import {t} from '/common/i18n.js';
import {logIn} from '/common/session.js';
import {form} from '/common/shell.js';

/** Query: `referrer` is a customer's code; `next` the path that is shown then. */
export function registerView({query}) {
  const referrer = query.get('referrer');
  const next = query.get('next') ?? '/';
  return {
    title: t('register.title'),
    body: h('section', {class: 'narrow'},
      h('h1', {}, t('register.title')),
      referrer && h('p', {class: 'note good'}, t('register.referred')),
      form(async (element) => {
        const customer = valuesOf(element);
        await request('POST', '/api/v1/customer', {body: customer});
        // The login shows the view anew.
        history.replaceState(null, '', `#${next}`);
        await logIn(customer.email, customer.password);
      }, t('register.submit'), {},
      h('div', {class: 'pair'},
        field(t('register.firstName'), {name: 'first_name', required: true, maxlength: 64, autocomplete: 'given-name'}),
        field(t('register.lastName'), {name: 'last_name', required: true, maxlength: 64, autocomplete: 'family-name'})),
      field(t('login.email'), {name: 'email', type: 'email', required: true, maxlength: 254, autocomplete: 'username'}),
      field(t('login.password'), {name: 'password', type: 'password', required: true, minlength: 8, maxlength: 64,
        autocomplete: 'new-password'}, t('register.passwordHint')),
      field(t('register.referrer'), {name: 'referrer_code', value: referrer ?? '', maxlength: 32, autocomplete: 'off'},
        t('register.referrerHint')))),
  };
}
