/** Whether each component works, and what each service says of what it needs. */

import {h} from '/common/dom.js';
import {word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {HEALTH_MOODS, health} from '../health.js';
import {live} from '../live.js';
import {badge} from '../parts.js';

export async function healthView({signal}) {
  return {
    title: t('health.title'),
    body: [h('h1', {}, t('health.title')), h('p', {class: 'quiet'}, t('health.about')), await live(() => health(signal), show, signal)],
  };
}

function show(report) {
  return [
    h('p', {class: 'row'}, h('strong', {}, t('health.whole')), state(report.status)),
    h('ul', {class: 'grid tiles'}, Object.entries(report.components ?? {}).map(([name, component]) =>
      h('li', {class: 'card'},
        h('h2', {class: 'row spread'}, name, ' ', state(component.status)),
        component.components && h('ul', {class: 'parts'}, Object.entries(component.components).map(([part, {status}]) =>
          h('li', {class: 'row spread'}, h('span', {class: 'mono'}, part), state(status))))))),
  ];
}

function state(status) {
  return badge(HEALTH_MOODS[status] ?? '', word('health', status));
}
