/**
 * Time as distance. Milliseconds and days stand in one drawing, so a distance grows with the logarithm of the time between two
 * moments, and never vanishes.
 */

const LEAST = 22;
const PER_DECADE = 15;
const BESIDE = 16;

/**
 * @param lanes as lanesOf gives them
 * @returns {{x: function(number): number, placed: Map<object, number>, ticks: {x: number, at: number}[], width: number}} placed has the
 *   distance of each mark: those of one lane and one moment stand beside each other
 */
export function scaleOf(lanes) {
  const moments = [...new Set(lanes.flatMap(({marks}) => marks.map((mark) => mark.at)))].sort((one, other) => one - other);
  const xs = new Map();
  let x = 0;
  moments.forEach((moment, index) => {
    if (index > 0) {
      x += LEAST + PER_DECADE * Math.log10(1 + moment - moments[index - 1]) + BESIDE * (crowd(lanes, moments[index - 1]) - 1);
    }
    xs.set(moment, x);
  });
  const width = x + BESIDE * (crowd(lanes, moments.at(-1)) - 1);
  return {x: (moment) => xs.get(moment), placed: placedOf(lanes, xs), ticks: moments.map((at) => ({at, x: xs.get(at)})), width};
}

function crowd(lanes, moment) {
  return Math.max(1, ...lanes.map(({marks}) => marks.filter((mark) => mark.at === moment).length));
}

function placedOf(lanes, xs) {
  const placed = new Map();
  for (const {marks} of lanes) {
    const taken = new Map();
    for (const mark of marks) {
      const before = taken.get(mark.at) ?? 0;
      placed.set(mark, xs.get(mark.at) + before * BESIDE);
      taken.set(mark.at, before + 1);
    }
  }
  return placed;
}
