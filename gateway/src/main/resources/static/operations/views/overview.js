/** All at a glance: what is under way, what hangs, and what is broken. */

import {get} from '/common/api.js';
import {h} from '/common/dom.js';
import {number, word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {health, HEALTH_MOODS} from '../health.js';
import {consoleLink, links} from '../links.js';
import {live} from '../live.js';
import {badge} from '../parts.js';
import {invariants, violated} from '../invariants.js';

const COUNTED = 100;
const HANGING = ['STUCK', 'ORPHAN', 'PAGED'];

export async function overviewView({signal}) {
  const tools = await links(signal);
  return {
    title: t('overview.title'),
    body: [
      h('div', {class: 'row spread'}, h('h1', {}, t('overview.title')), consoleLink(tools)),
      await live(() => read(signal), show, signal, 5000),
    ],
  };
}

async function read(signal) {
  const count = (path) => get(`${path}&size=${COUNTED}`, {signal})
    .then(({items, next}) => ({count: items.length, more: next !== null}), () => null);
  const [inFlight, ...hanging] = await Promise.all(
    ['IN_FLIGHT', ...HANGING].map((state) => count(`/staff/transaction?state=${state}`)));
  const [letters, rules, components] = await Promise.all([
    count('/staff/dead_letter?state=OPEN'), invariants(signal).catch(() => null), health(signal).catch(() => null)]);
  return {inFlight, hanging, letters, rules, components};
}

function show({inFlight, hanging, letters, rules, components}) {
  return h('ul', {class: 'grid tiles'},
    tile('#/transaction?state=IN_FLIGHT', word('transaction.state', 'IN_FLIGHT'), inFlight, () => 'quiet'),
    HANGING.map((state, index) => tile(`#/transaction?state=${state}`, word('transaction.state', state), hanging[index])),
    tile('#/dead_letter', t('letters.open'), letters),
    tile('#/invariant', t('invariants.violated'), rules && {count: rules.items.filter(violated).length, more: false}),
    h('li', {class: 'card tile'},
      h('a', {href: '#/health'}, t('health.title')),
      components
        ? badge(HEALTH_MOODS[components.status] ?? 'bad', word('health', components.status))
        : h('span', {class: 'quiet'}, t('operations.notAvailable'))));
}

function tile(href, name, counted, mood = (count) => (count > 0 ? 'bad' : 'good')) {
  return h('li', {class: 'card tile'},
    h('a', {href}, name),
    counted
      ? h('span', {class: `big ${mood(counted.count)}`}, number(counted.count), counted.more && '+')
      : h('span', {class: 'quiet'}, t('operations.notAvailable')));
}
