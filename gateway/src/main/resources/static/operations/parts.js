/** Pieces that several views show. */

import {h} from '/common/dom.js';
import {t} from '/common/i18n.js';

export {english} from '/common/parts.js';

/** A table that scrolls on its own where it is wider than the page; its caption names it. */
export function table(caption, heads, rows, attributes = {}) {
  return h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': caption},
    h('table', attributes,
      h('caption', {class: 'unseen'}, caption),
      h('thead', {}, h('tr', {}, heads.map((head) => h('th', {scope: 'col'}, head)))),
      h('tbody', {}, rows)));
}

/** [[name, value], ...]; those without a value are left out. */
export function facts(pairs) {
  return h('dl', {class: 'facts'}, pairs
    .filter(([, value]) => value !== null && value !== undefined && value !== '')
    .map(([name, value]) => [h('dt', {}, name), h('dd', {}, value)]));
}

/** Links that each show the same list with another choice. */
export function choices(label, chosen, all) {
  return h('nav', {class: 'choices', 'aria-label': label}, all.map(([value, href, text]) =>
    h('a', {class: 'choice', href, 'aria-current': value === chosen ? 'true' : null}, text)));
}

/** Who did something: a member of the staff by their id, or a part of the shop by its name. */
export function actor(id) {
  return id && h('span', {class: 'mono'}, id);
}

/** For how long it has been so, in a badge that turns from good to bad. */
export function badge(mood, text) {
  return h('span', {class: `badge ${mood}`}, text);
}

export function runbook(section) {
  return h('p', {class: 'hint'}, t('operations.runbook', {section}));
}
