/** Pieces that several pages show. */

import {h} from './dom.js';
import {language} from './i18n.js';

/** Words that a service has written, which are English whatever the language of the page. */
export function english(text) {
  return text && h('span', {lang: language === 'en' ? null : 'en'}, text);
}
