/** What consumers have given up; one, some or a group's can be delivered again. */

import {get, send} from '/common/api.js';
import {fill, h, valuesOf} from '/common/dom.js';
import {dateTime, number, word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {announce, form} from '/common/shell.js';
import {badge, choices, english, runbook, table} from '../parts.js';
import {APPLIED_MOODS, STATE_MOODS, letterLink} from '../letters.js';
import {reasonField} from '../reason.js';

const STATES = ['OPEN', 'REDRIVEN', 'DISCARDED'];
const SHOWN = 100;

export async function deadLettersView({query, signal}) {
  const state = STATES.includes(query.get('state')) ? query.get('state') : 'OPEN';
  const group = query.get('group') ?? '';
  const list = h('div');
  const read = async () => fill(list, show(await get(
    `/staff/dead_letter?state=${state}&size=${SHOWN}&group=${encodeURIComponent(group)}`, {signal}), state));
  await read();
  return {
    title: t('letters.title'),
    body: [
      h('h1', {}, t('letters.title')),
      h('p', {class: 'quiet'}, t('letters.about')),
      choices(t('letters.state'), state, STATES.map((each) => [each, hash(each, group), word('letter.state', each)])),
      group && h('p', {}, t('letters.ofGroup', {group}), ' ', h('a', {href: hash(state, '')}, t('operations.all'))),
      state === 'OPEN' ? redriving(list, read) : list,
      runbook('Dead letters'),
    ],
  };
}

function hash(state, group) {
  return `#/dead_letter?state=${state}${group ? `&group=${encodeURIComponent(group)}` : ''}`;
}

function show({items, next, unanswered}, state) {
  return [
    unanswered.length > 0 && h('p', {class: 'note wait'}, t('operations.missing', {services: unanswered.join(', ')})),
    items.length === 0
      ? h('p', {class: 'note'}, t('letters.none'))
      : table(t('letters.title'), [
        state === 'OPEN' && h('span', {class: 'unseen'}, t('letters.choose')),
        t('letters.letter'), t('letters.group'), t('letters.evidence'), t('letters.arrived'), t('letters.error'),
      ].filter(Boolean), items.map((letter) => row(letter, state))),
    next && h('p', {class: 'hint'}, t('letters.more', {count: number(SHOWN)})),
  ];
}

function row(letter, state) {
  return h('tr', {},
    state === 'OPEN' && h('td', {}, h('input', {
      type: 'checkbox', name: 'ids', value: letter.id, 'aria-label': t('letters.chooseOne', {id: letter.keys ?? letter.id}),
    })),
    h('th', {scope: 'row'}, letterLink(letter), h('span', {class: 'hint block'}, letter.service)),
    h('td', {}, h('a', {href: hash(state, letter.group)}, letter.group)),
    h('td', {}, badge(APPLIED_MOODS[letter.evidence.applied], word('applied', letter.evidence.applied)),
      h('span', {class: 'hint block'}, english(letter.evidence.detail))),
    h('td', {}, dateTime(letter.arrived_at)),
    h('td', {}, state === 'OPEN'
      ? (letter.last_error ? english(letter.last_error) : '–')
      : [badge(STATE_MOODS[letter.state], word('letter.state', letter.state)), h('span', {class: 'hint block'}, english(letter.reason))]));
}

/** Those that are ticked. A repetition does no harm: an effect is applied once. */
function redriving(list, read) {
  const outcomes = h('div', {'aria-live': 'polite'});
  return [
    form(async (element) => {
      const ids = new FormData(element).getAll('ids');
      if (ids.length === 0) {
        fill(outcomes, h('p', {class: 'note wait'}, t('letters.chooseSome')));
        return;
      }
      const {items, unanswered} = await send('POST', '/staff/dead_letter/redrive', {ids, reason: valuesOf(element).reason});
      fill(outcomes, outcomeTable(items), unanswered.length > 0 && h('p', {class: 'note wait'}, t('operations.missing', {services: unanswered.join(', ')})));
      announce(t('letters.redriven', {count: items.length}));
      await read();
    }, t('letters.redriveChosen'), {class: 'redrive'}, list, h('div', {class: 'narrow-form'}, reasonField())),
    outcomes,
  ];
}

function outcomeTable(items) {
  return table(t('letters.outcomes'), [t('letters.letter'), t('letters.outcome')], items.map((item) => h('tr', {},
    h('th', {scope: 'row'}, letterLink({id: item.id, keys: null})),
    h('td', {}, word('redrive', item.outcome), item.detail && h('span', {class: 'hint block'}, english(item.detail))))));
}
