/** A time span in at most two digits' worth of its largest unit: 340 ms, 1.2 s, 3 min, 5 h, 2 d. */
export function elapsed(millis) {
  const steps = [[1000, 1, 'ms'], [60_000, 1000, 's'], [3_600_000, 60_000, 'min'], [86_400_000, 3_600_000, 'h'], [Infinity, 86_400_000, 'd']];
  const [, unit, name] = steps.find(([below]) => millis < below);
  const value = millis / unit;
  return `${value < 10 && unit > 1 ? Math.round(value * 10) / 10 : Math.round(value)} ${name}`;
}
