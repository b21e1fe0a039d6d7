/** What is read again and again while it is looked at. */

import {fill, h} from '/common/dom.js';
import {timeOfDay} from '/common/format.js';
import {t} from '/common/i18n.js';
import {problemNote} from '/common/shell.js';
import {pause} from '/common/time.js';

/**
 * Reads once before it is shown, and then until the signal ends it, unless people pause it. Where nothing has changed nothing is
 * shown anew, and who works by keyboard keeps their place.
 *
 * @param read () => Promise of something that JSON can hold
 * @param show (it) => nodes
 * @returns {Promise<Node[]>} the content, and its pause button
 */
export async function live(read, show, signal, everyMillis = 3000) {
  const content = h('div', {class: 'live'});
  const trouble = h('div');
  const asOf = h('span', {class: 'quiet'});
  const paused = h('button', {type: 'button', class: 'plain', 'aria-pressed': 'false', onclick: () => toggle(paused)}, t('live.pause'));
  let before = null;
  const look = async () => {
    const now = await read();
    const text = JSON.stringify(now);
    if (text !== before) {
      keepingFocus(content, () => fill(content, show(now)));
      before = text;
    }
    asOf.textContent = t('live.asOf', {time: timeOfDay(new Date())});
    fill(trouble);
  };
  await look();
  again(look, paused, trouble, signal, everyMillis);
  return [h('p', {class: 'row live-state'}, asOf, paused), trouble, content];
}

async function again(look, paused, trouble, signal, everyMillis) {
  while (!signal.aborted) {
    await pause(everyMillis, signal).catch(() => {});
    if (signal.aborted || document.hidden || paused.getAttribute('aria-pressed') === 'true') {
      continue;
    }
    await look().catch((problem) => signal.aborted || fill(trouble, problemNote(problem)));
  }
}

function toggle(button) {
  const pressed = button.getAttribute('aria-pressed') === 'true';
  button.setAttribute('aria-pressed', String(!pressed));
}

function keepingFocus(content, change) {
  const focused = content.contains(document.activeElement) ? document.activeElement : null;
  const key = focused && (focused.id || focused.getAttribute('href'));
  change();
  if (key) {
    [...content.querySelectorAll('[id],[href]')].find((each) => (each.id || each.getAttribute('href')) === key)?.focus();
  }
}
