/** A payment's account as a drawing: a lane for each who takes part, time from left to right. */

import {h, s} from '/common/dom.js';
import {word} from '/common/format.js';
import {t} from '/common/i18n.js';
import {PHASES, lanesOf} from './lanes.js';
import {elapsed} from './elapsed.js';
import {scaleOf} from './scale.js';

const NAMES_WIDTH = 150;
const LEFT = NAMES_WIDTH + 20;
const RIGHT = 60;
const TOP = 12;
const LANE_HEIGHT = 40;
const AXIS_HEIGHT = 34;
const LEAST_WIDTH = 640;
const TICKS_APART = 74;

/**
 * @param entries of one payment, in their order
 * @param label what the drawing is of, for who does not see it
 */
export function drawing(entries, label) {
  const lanes = lanesOf(entries);
  const scale = scaleOf(lanes);
  const width = Math.max(LEAST_WIDTH, LEFT + scale.width + RIGHT);
  const height = TOP + lanes.length * LANE_HEIGHT + AXIS_HEIGHT;
  const svg = s('svg', {
    class: 'timeline', role: 'img', 'aria-label': label, width, height, viewBox: `0 0 ${width} ${height}`,
  },
  ticks(scale, height),
  lanes.map((lane, index) => laneOf(lane, scale, TOP + (index + 0.5) * LANE_HEIGHT, width)));
  return h('figure', {class: 'timeline'},
    h('div', {class: 'scroll', tabindex: '0', role: 'region', 'aria-label': label}, svg),
    h('figcaption', {}, legend(lanes), h('p', {class: 'hint'}, t('timeline.scale'))));
}

function laneOf({lane, marks, spans}, scale, y, width) {
  return s('g', {class: `lane ${lane}`},
    s('text', {class: 'name', x: 0, y: y + 5}, word('lane', lane)),
    s('line', {class: 'rail', x1: NAMES_WIDTH, y1: y, x2: width, y2: y}),
    spans.map((span) => s('rect', {
      class: `span ${span.phase}${span.to === null ? ' open' : ''}`,
      x: LEFT + scale.x(span.from),
      y: y - 5,
      width: Math.max(2, (span.to === null ? width - LEFT - 12 : scale.x(span.to)) - scale.x(span.from)),
      height: 10,
      rx: 5,
    })),
    marks.map((mark) => markOf(mark, LEFT + scale.placed.get(mark), y)));
}

function markOf(mark, x, y) {
  return s('g', {class: `mark ${mark.phase}`, transform: `translate(${x} ${y})`},
    s('title', {}, mark.entries.map((entry) => `${entry.at}  ${entry.text}`).join('\n')),
    shape(mark.phase));
}

/** Told apart by shape, for colours are not seen by everybody. */
function shape(phase) {
  switch (phase) {
    case 'try': return s('circle', {r: 6});
    case 'confirm': return s('circle', {r: 7});
    case 'cancel': return s('path', {d: 'M-6 -6L6 6M6 -6L-6 6'});
    case 'asks': return s('path', {d: 'M0 -8L8 0L0 8L-8 0Z'});
    case 'message': return s('rect', {x: -6, y: -6, width: 12, height: 12});
    case 'consumed': return s('path', {d: 'M-7 6L0 -7L7 6Z'});
    default: return s('circle', {r: 4});
  }
}

/** As many as have room for their text. */
function ticks({ticks: moments}, height) {
  const start = moments[0]?.at;
  let free = -Infinity;
  return moments.filter(({x}) => {
    const fits = x >= free;
    free = fits ? x + TICKS_APART : free;
    return fits;
  }).map(({at, x}) => s('g', {class: 'tick'},
    s('line', {x1: LEFT + x, y1: TOP, x2: LEFT + x, y2: height - AXIS_HEIGHT + 8}),
    s('text', {x: LEFT + x, y: height - 8, 'text-anchor': 'middle'}, at === start ? '0' : `+${elapsed(at - start)}`)));
}

function legend(lanes) {
  const there = new Set(lanes.flatMap(({marks}) => marks.map((mark) => mark.phase)));
  return h('ul', {class: 'legend'}, PHASES.filter((phase) => there.has(phase)).map((phase) => h('li', {},
    s('svg', {class: 'timeline', width: 20, height: 20, viewBox: '-10 -10 20 20', 'aria-hidden': 'true'},
      s('g', {class: `mark ${phase}`}, shape(phase))),
    t(`phase.${phase}`))));
}
