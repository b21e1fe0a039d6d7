/** What the staff are told, as it comes. */

import {listen, send} from '/common/api.js';
import {h} from '/common/dom.js';
import {dateTime, word} from '/common/format.js';
import {language, t} from '/common/i18n.js';
import {announce, button, pages, problemNote} from '/common/shell.js';
import {orderLink, skuLink} from '../parts.js';

export async function notificationsView({signal}) {
  const list = h('ul', {class: 'notifications'});
  const trouble = h('div');
  const [, more] = await pages('/staff/notification?unread=true', list, (items) => items.map(item), signal, t('notifications.none'));
  listen('/staff/notification', ({data}) => {
    list.prepend(item(data));
    announce(t('notifications.new', {kind: word('notification', data.kind)}));
  }, signal).catch((problem) => signal.aborted || trouble.replaceChildren(problemNote(problem)));
  return {
    title: t('notifications.title'),
    body: [h('h1', {}, t('notifications.title')), h('p', {class: 'quiet'}, t('notifications.about')), trouble, list, more],
  };
}

function item(notification) {
  const note = h('div');
  const element = h('li', {class: 'card'},
    h('p', {class: 'row spread'}, h('strong', {}, word('notification', notification.kind)), h('span', {class: 'quiet'}, dateTime(notification.created_at))),
    h('p', {lang: language === 'en' ? null : 'en'}, notification.text),
    h('p', {class: 'row'},
      notification.order_id && orderLink(notification.order_id),
      notification.sku_id && skuLink(notification.sku_id),
      button(t('notifications.read'), async () => {
        await send('POST', `/staff/notification/${encodeURIComponent(notification.id)}/read`);
        (element.nextElementSibling ?? element.previousElementSibling)?.querySelector('button')?.focus();
        element.remove();
      }, {}, note)),
    note);
  return element;
}
