/** What became of an order: its timeline, drawn. */

import {get} from '/common/api.js';
import {field, h, valuesOf} from '/common/dom.js';
import {t} from '/common/i18n.js';
import {form, go} from '/common/shell.js';
import {links} from '../links.js';
import {live} from '../live.js';
import {account} from '../timeline/account.js';

export async function orderView({params, signal}) {
  if (!params.id) {
    return {title: t('order.find'), body: [h('h1', {}, t('order.find')), finder('')]};
  }
  const tools = await links(signal);
  const path = `/order/${encodeURIComponent(params.id)}/timeline`;
  return {
    title: t('order.title'),
    body: [
      h('h1', {}, t('order.title'), ' ', h('span', {class: 'mono'}, params.id)),
      h('p', {}, h('a', {href: `/desk/#/order/${encodeURIComponent(params.id)}`}, t('order.atTheDesk'))),
      await live(() => get(path, {signal}), (timeline) => account(timeline, tools), signal, 5000),
    ],
  };
}

function finder(id) {
  return form(async (element) => go(`#/order/${encodeURIComponent(valuesOf(element).id.trim())}`), t('order.show'), {class: 'narrow'},
    field(t('order.id'), {name: 'id', required: true, value: id, maxlength: 64, autocomplete: 'off'}, t('order.idHint')));
}
