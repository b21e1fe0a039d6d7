/** One dead letter: what it says, whether its effect is there, what was done with it, and what can be done. */

import {get, send} from '/common/api.js';
import {fill, h, valuesOf} from '/common/dom.js';
import {dateTime, number, word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {announce, form} from '/common/shell.js';
import {APPLIED_MOODS, STATE_MOODS} from '../letters.js';
import {actor, badge, english, facts, runbook, table} from '../parts.js';
import {reasonField} from '../reason.js';

export async function deadLetterView({params, signal}) {
  const path = `/staff/dead_letter/${encodeURIComponent(params.id)}`;
  const content = h('div');
  const outcome = h('div', {'aria-live': 'polite'});
  const actions = h('div');
  const showNow = (letter) => {
    fill(content, letterOf(letter));
    fill(actions, letter.state === 'OPEN' && [redriving(), discarding()]);
  };
  const redriving = () => h('section', {class: 'card'},
    h('h2', {}, t('letter.redrive')),
    h('p', {}, t('letter.redriveAbout')),
    form(async (element) => {
      const redriven = await send('POST', `${path}/redrive`, {reason: valuesOf(element).reason});
      const text = word('redrive', redriven.outcome);
      showNow(redriven.dead_letter);
      fill(outcome, h('p', {class: redriven.outcome === 'FAILED' ? 'note bad' : 'note good', 'data-outcome': redriven.outcome}, text));
      announce(text);
    }, t('letter.redrive'), {class: 'redrive'}, reasonField()));
  const discarding = () => h('section', {class: 'card'},
    h('h2', {}, t('letter.discard')),
    h('p', {}, t('letter.discardAbout')),
    form(async (element) => {
      showNow(await send('POST', `${path}/discard`, {reason: valuesOf(element).reason}));
      fill(outcome, h('p', {class: 'note good'}, t('letter.discarded')));
      announce(t('letter.discarded'));
    }, t('letter.discard'), {class: 'discard'}, reasonField()));
  showNow(await get(path, {signal}));
  return {
    title: t('letter.title'),
    body: [h('h1', {}, t('letter.title')), outcome, content, h('div', {class: 'grid'}, actions), runbook('Dead letters')],
  };
}

function letterOf(letter) {
  return [
    h('section', {class: 'card'}, facts([
      [t('letters.state'), badge(STATE_MOODS[letter.state], word('letter.state', letter.state))],
      [t('letters.evidence'), [badge(APPLIED_MOODS[letter.evidence.applied], word('applied', letter.evidence.applied)), ' ',
        english(letter.evidence.detail)]],
      [t('letters.group'), letter.group],
      [t('operations.service'), letter.service],
      [t('letter.about'), letter.keys && h('span', {class: 'mono'}, letter.keys)],
      [t('letter.topic'), `${letter.topic}${letter.tag ? ` · ${letter.tag}` : ''}`],
      [t('letter.born'), dateTime(letter.born_at)],
      [t('letters.arrived'), dateTime(letter.arrived_at)],
      [t('letter.deliveries'), number(letter.deliveries)],
      [t('letters.error'), english(letter.last_error)],
      [t('letter.resolved'), letter.resolved_at && [dateTime(letter.resolved_at), ' · ', actor(letter.resolved_by)]],
      [t('audit.reason'), english(letter.reason)],
    ])),
    h('h2', {}, t('letter.body')),
    h('pre', {class: 'card', tabindex: '0', 'aria-label': t('letter.body'), role: 'region'}, pretty(letter.body ?? '')),
    letter.actions.length > 0 && [
      h('h2', {}, t('case.actions')),
      table(t('case.actions'), [t('audit.at'), t('audit.actor'), t('audit.action'), t('audit.reason'), t('audit.result')],
        letter.actions.map((action) => h('tr', {},
          h('td', {}, dateTime(action.at)),
          h('td', {}, actor(action.staff_id)),
          h('th', {scope: 'row'}, word('letter.action', action.action)),
          h('td', {}, english(action.reason)),
          h('td', {}, word('letter.outcome', action.outcome), action.error && h('span', {class: 'hint block'}, english(action.error)))))),
    ],
  ];
}

function pretty(body) {
  try {
    return JSON.stringify(JSON.parse(body), null, 2);
  } catch {
    return body;
  }
}
