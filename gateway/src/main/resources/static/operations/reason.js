/** Whoever changes something says why; it is kept with their id. */

import {field} from '/common/dom.js';
import {t} from '/common/i18n.js';

const LONGEST = 500;

/** The field of a form; its value is `reason`. */
export function reasonField(longest = LONGEST) {
  return field(t('reason.label'), {tag: 'textarea', name: 'reason', required: true, rows: 2, maxlength: longest}, t('reason.hint'));
}
