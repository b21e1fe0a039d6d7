/** What must always hold, as the services check it by themselves. */

import {Problem, get} from '/common/api.js';

/** @returns {Promise<?{items: object[], missing: string[]}>} null where this gateway has no such route */
export async function invariants(signal) {
  try {
    return await get('/staff/invariant', {signal});
  } catch (problem) {
    if (problem instanceof Problem && problem.status === 404) {
      return null;
    }
    throw problem;
  }
}

export function violated({violations, error}) {
  return violations > 0 || Boolean(error);
}
