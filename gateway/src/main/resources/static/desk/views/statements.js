/** What WeChat Pay says of each day, and in what our rows differ. */

import {get, send} from '/common/api.js';
import {field, fill, h, valuesOf} from '/common/dom.js';
import {dateTime, number, word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {english} from '/common/parts.js';
import {announce, form, pages} from '/common/shell.js';
import {table} from '../parts.js';

const LONGEST_REASON = 500;

export async function statementsView({signal}) {
  const body = h('tbody');
  const list = table(t('statements.title'),
    [t('statements.day'), t('statements.compared'), t('statements.lines'), t('statements.open'), t('statements.found'), t('statements.error')], body);
  const [any, more] = await pages('/staff/statement', body, (items) => items.map(row), signal, t('statements.none'));
  return {
    title: t('statements.title'),
    body: [h('h1', {}, t('statements.title')), h('p', {class: 'quiet'}, t('statements.about')), any && list, more],
  };
}

function row(statement) {
  return h('tr', {},
    h('th', {scope: 'row'}, h('a', {href: `#/statement/${encodeURIComponent(statement.date)}`}, statement.date)),
    h('td', {}, dateTime(statement.compared_at)),
    h('td', {class: 'number'}, number(statement.lines)),
    h('td', {class: 'number'}, statement.open > 0 ? h('span', {class: 'badge bad'}, number(statement.open)) : number(0)),
    h('td', {class: 'number'}, number(statement.found)),
    h('td', {}, english(statement.last_error)));
}

export async function statementView({params, signal}) {
  const path = `/staff/statement/${encodeURIComponent(params.date)}`;
  const content = h('div', {class: 'stack'});
  const told = h('div', {'aria-live': 'polite'});
  const read = async () => {
    const statement = await get(path, {signal});
    fill(content,
      h('p', {}, statement.compared_at
        ? t('statement.compared', {time: dateTime(statement.compared_at), lines: number(statement.lines)})
        : t('statement.notCompared', {attempts: number(statement.attempts)})),
      statement.last_error && h('p', {class: 'note bad'}, english(statement.last_error)),
      statement.differences.length === 0
        ? statement.compared_at && h('p', {class: 'note good'}, t('statement.agrees'))
        : statement.differences.map(difference));
  };
  const difference = (found) => h('section', {class: 'card difference', 'data-difference': found.id},
    h('h2', {}, word('difference', found.kind)),
    h('dl', {class: 'facts'}, [
      [t('difference.subject'), h('span', {class: 'mono'}, found.subject)],
      [t('difference.there'), english(found.there)],
      [t('difference.here'), english(found.here)],
      [t('difference.foundAt'), dateTime(found.found_at)],
      [t('difference.pagedAt'), found.paged_at && dateTime(found.paged_at)],
      [t('difference.resolved'), found.resolved_at && `${dateTime(found.resolved_at)} · ${found.resolved_by}`],
      [t('stock.reason'), found.reason],
    ].filter(([, value]) => value).map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
    !found.resolved_at && form(async (element) => {
      await send('POST', `${path}/difference/${encodeURIComponent(found.id)}/resolve`, valuesOf(element));
      await read();
      fill(told, h('p', {class: 'note good'}, t('difference.done')));
      announce(t('difference.done'));
    }, t('difference.resolve'), {class: 'resolve'},
    field(t('stock.reason'), {tag: 'textarea', name: 'reason', required: true, rows: 2, maxlength: LONGEST_REASON}, t('difference.reasonHint'))));
  await read();
  return {
    title: t('statement.title', {day: params.date}),
    body: [h('h1', {}, t('statement.title', {day: params.date})), told, content],
  };
}
