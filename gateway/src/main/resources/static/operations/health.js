/** The platform's health, as /health answers it to anybody. */

export const HEALTH_MOODS = {UP: 'good', DEGRADED: 'wait', DOWN: 'bad'};

/** @returns {Promise<{status: string, components: ?object}>} also while something is down, which is answered with a 503 */
export async function health(signal) {
  const response = await fetch('/health', {cache: 'no-store', credentials: 'omit', signal});
  const report = await response.json();
  if (!(report.status in HEALTH_MOODS)) {
    throw new Error(`/health answered ${response.status} without a state.`);
  }
  return report;
}
