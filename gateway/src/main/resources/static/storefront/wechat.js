/** What a customer needs to pay with WeChat Pay: the code that its app takes. */

import {h, newId} from '/common/dom.js';
import {timeOfDay} from '/common/format.js';
import {t} from '/common/i18n.js';

/** @param codeUrl weixin://…, which the app opens; on the local stack the simulator's page takes it */
export function codePanel(codeUrl, payUntil) {
  const id = newId('code');
  return h('div', {class: 'code-panel'},
    h('p', {class: 'actions'}, h('a', {class: 'button main', href: codeUrl}, t('wechat.open'))),
    h('label', {for: id}, t('wechat.code')),
    h('input', {id, class: 'mono', readonly: true, value: codeUrl, onfocus: (event) => event.target.select()}),
    h('p', {class: 'hint'}, t('wechat.until', {time: timeOfDay(payUntil)})));
}
