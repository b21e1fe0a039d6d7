/** What must always hold, and when it was last seen to. */

import {h} from '/common/dom.js';
import {dateTime, number} from '/common/format.js';
import {t} from '/common/i18n.js';
import {invariants, violated} from '../invariants.js';
import {live} from '../live.js';
import {badge, english, runbook, table} from '../parts.js';

export async function invariantsView({signal}) {
  return {
    title: t('invariants.title'),
    body: [
      h('h1', {}, t('invariants.title')),
      h('p', {class: 'quiet'}, t('invariants.about')),
      await live(() => invariants(signal), show, signal, 5000),
      runbook('The books'),
    ],
  };
}

function show(found) {
  if (found === null) {
    return h('p', {class: 'note'}, t('operations.notAvailable'));
  }
  // What is broken must not have to be looked for.
  const sorted = [...found.items].sort((one, other) => violated(other) - violated(one));
  return [
    found.missing.length > 0 && h('p', {class: 'note wait'}, t('operations.missing', {services: found.missing.join(', ')})),
    found.items.length === 0
      ? h('p', {}, t('invariants.none'))
      : table(t('invariants.title'),
        [t('invariants.state'), t('invariants.rule'), t('operations.service'), t('invariants.checkedAt')], sorted.map(row)),
  ];
}

function row(rule) {
  return h('tr', {},
    h('td', {}, verdict(rule)),
    h('th', {scope: 'row'}, english(rule.text), h('span', {class: 'hint mono block'}, rule.rule), rule.error && h('p', {class: 'hint'}, english(rule.error))),
    h('td', {}, rule.service),
    h('td', {}, dateTime(rule.checked_at)));
}

function verdict({violations, error, checked_at: checkedAt}) {
  if (violations > 0) {
    return badge('bad', t('invariants.broken', {count: number(violations)}));
  }
  if (error) {
    return badge('wait', t('invariants.unchecked'));
  }
  return checkedAt ? badge('good', t('invariants.holds')) : badge('', t('invariants.notYet'));
}
