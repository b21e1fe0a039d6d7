/**
 * Who is logged in. The tokens lie in localStorage, for all tabs of this origin, and go out in a header that no foreign page can
 * set: there is no cookie, so nothing that a foreign page could ride on.
 *
 * A refresh token is good once, and a second use ends the session. So one tab refreshes while the others wait (Web Locks), and
 * each looks first whether somebody has done it already.
 */

import {Problem, request} from './http.js';

const STORED = 'shop.session';
const LOCK = 'shop.session';
const REFRESHED_BEFORE_END_MILLIS = 60_000;

const listeners = new Set();

/** @returns {?{id: string, staff: boolean}} */
export function caller() {
  const session = stored();
  if (!session) {
    return null;
  }
  const claims = JSON.parse(fromBase64Url(session.token.split('.')[1]));
  return {id: claims.sub, staff: claims.staff === true};
}

/** Calls back whenever somebody logs in or out, in this tab or in another one. */
export function onChange(listener) {
  listeners.add(listener);
}

/** @throws Problem */
export async function logIn(email, password) {
  const {body} = await request('POST', '/api/v1/session', {body: {email, password}});
  store(body);
}

/** Ends the session everywhere; it is forgotten here also when nobody can be told. */
export async function logOut() {
  const bearer = await token().catch(() => null);
  store(null);
  if (bearer) {
    await request('DELETE', '/api/v1/session', {token: bearer}).catch(() => {});
  }
}

/** Forgets the session, because it has ended. */
export function forget() {
  store(null);
}

/**
 * A token that is good for at least some seconds, or null when nobody is logged in.
 *
 * @param refused a token that the API has just refused: another one is fetched
 * @throws Problem when it has to be refreshed and nobody answers
 */
export async function token(refused = null) {
  const session = stored();
  if (!session) {
    return null;
  }
  if (good(session, refused)) {
    return session.token;
  }
  return oneAtATime(async () => {
    const now = stored();
    if (!now || good(now, refused)) {
      return now?.token ?? null;
    }
    return refresh(now, refused);
  });
}

async function refresh(session, refused) {
  try {
    const {body} = await request('POST', '/api/v1/session/refresh', {body: {refresh_token: session.refresh_token}});
    store(body);
    return body.token;
  } catch (problem) {
    if (problem instanceof Problem && problem.code === 'SESSION_ENDED') {
      store(null);
      return null;
    }
    // Whether the refresh token is used up is not known. The token at hand serves as long as it lasts, and the next try tells.
    if (session.token !== refused && Date.parse(session.expires_at) > Date.now()) {
      return session.token;
    }
    throw problem;
  }
}

function good(session, refused) {
  return session.token !== refused && Date.parse(session.expires_at) - Date.now() > REFRESHED_BEFORE_END_MILLIS;
}

let last = Promise.resolve();

/** Across tabs where the browser has locks (it has them on https and on this machine), otherwise within this one. */
function oneAtATime(work) {
  if (navigator.locks) {
    return navigator.locks.request(LOCK, work);
  }
  const mine = last.then(work, work);
  last = mine.catch(() => {});
  return mine;
}

function stored() {
  const text = localStorage.getItem(STORED);
  if (!text) {
    return null;
  }
  const session = JSON.parse(text);
  return Date.parse(session.refresh_expires_at) > Date.now() ? session : null;
}

function store(session) {
  const before = caller()?.id;
  if (session) {
    localStorage.setItem(STORED, JSON.stringify(session));
  } else {
    localStorage.removeItem(STORED);
  }
  if (before !== caller()?.id) {
    tell();
  }
}

addEventListener('storage', (event) => {
  if (event.key === STORED && Boolean(event.oldValue) !== Boolean(event.newValue)) {
    tell();
  }
});

function tell() {
  listeners.forEach((listener) => listener());
}

function fromBase64Url(text) {
  return atob(text.replaceAll('-', '+').replaceAll('_', '/'));
}
