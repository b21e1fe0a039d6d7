/** What the list and the page of one dead letter have in common. */

import {h} from '/common/dom.js';

export const STATE_MOODS = {OPEN: 'bad', REDRIVEN: 'good', DISCARDED: ''};
export const APPLIED_MOODS = {YES: 'good', NO: 'bad', UNKNOWN: 'wait'};

/** By what it is about, such as a payment, where it says so. */
export function letterLink({id, keys}) {
  return h('a', {class: 'mono', href: `#/dead_letter/${encodeURIComponent(id)}`}, keys ?? id);
}
