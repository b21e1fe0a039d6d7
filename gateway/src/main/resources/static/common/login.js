/** Logging in, before any view that needs it or on its own. */

import {field, h, valuesOf} from './dom.js';
import {t} from './i18n.js';
import {caller, logIn} from './session.js';
import {form, go} from './shell.js';

/** @param context next: the hash to go on to; the start of the page without it */
export function loginView({next}) {
  if (!next && caller()) {
    go('#/');
  }
  return {
    title: t('login.title'),
    body: h('section', {class: 'narrow'},
      h('h1', {}, t('login.title')),
      form(async (element) => {
        const {email, password} = valuesOf(element);
        // Showing the view anew is the session's work: it tells of the change.
        if (!next) {
          history.replaceState(null, '', '#/');
        }
        await logIn(email, password);
      }, t('login.submit'), {},
      field(t('login.email'), {name: 'email', type: 'email', autocomplete: 'username', required: true, maxlength: 254}),
      field(t('login.password'), {name: 'password', type: 'password', autocomplete: 'current-password', required: true})),
      h('div', {class: 'login-more'})),
  };
}

