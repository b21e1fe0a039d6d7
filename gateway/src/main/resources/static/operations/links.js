/** The way to tools outside the shop, where the installation has them. */

import {get} from '/common/api.js';
import {h} from '/common/dom.js';
import {t} from '/common/i18n.js';

const NONE = {seata_console: null, trace: null};

let known = null;

/** @returns {Promise<{seata_console: ?string, trace: ?string}>} asked once; without an answer, none */
export async function links(signal) {
  known ??= await get('/staff/link', {signal}).catch(() => null);
  return known ?? NONE;
}

export function consoleLink({seata_console: console}) {
  return console && outside(console, t('links.seataConsole'));
}

/** A link to the page of one trace, or its id where no such page is configured. */
export function traceLink({trace}, id) {
  return trace
    ? outside(trace.replace('{trace_id}', encodeURIComponent(id)), t('links.trace', {id: id.slice(0, 8)}))
    : h('span', {class: 'quiet mono'}, t('links.traceId', {id}));
}

/** The other page gets no hold on this one, and does not learn which transaction is looked at. */
function outside(href, text) {
  return h('a', {href, target: '_blank', rel: 'noopener noreferrer'}, text);
}
