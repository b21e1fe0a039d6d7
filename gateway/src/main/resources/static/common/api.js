/** The API as whoever is logged in. Paths begin after /api/v1: get('/order'). */

import {Problem, open, request} from './http.js';
import {forget, token} from './session.js';
import {pause} from './time.js';
import {keyOf, settle} from './wishes.js';

export {Problem};

const API = '/api/v1';
const ASKED_AGAIN_AFTER_MILLIS = [500, 1000, 2000, 3000, 5000];

/** The gateway writes to a stream every 15 seconds at the latest; who hears nothing for longer is not connected to it. */
const SILENT_AFTER_MILLIS = 25_000;

/** @returns the body */
export async function get(path, options) {
  return (await call('GET', path, options)).body;
}

/** Changes something that has no key: it is sent once. @returns the body */
export async function send(method, path, body, options) {
  return (await call(method, path, {...options, body})).body;
}

/**
 * Makes an order, a payment or a refund. One wish has one Idempotency-Key, which is kept (over a reload, too) until its outcome is
 * known; while it is not, the same is asked again with the same key.
 *
 * @param wish names what is wanted, such as `pay ORDER`: at most one of a name is under way
 * @param options onUnknown: told with a Problem each time an answer left the outcome open; signal: ends the asking, not the wish
 * @returns {Promise<{status: number, body: any}>}
 * @throws Problem once it is known that it did not happen
 */
export async function make(wish, path, body, options = {}) {
  const key = keyOf(wish, body);
  for (let attempt = 0; ; attempt += 1) {
    try {
      const answer = await call('POST', path, {...options, body, key});
      if (answer.body?.status !== 'PROCESSING') {
        settle(wish);
      }
      return answer;
    } catch (problem) {
      if (!(problem instanceof Problem)) {
        throw problem;
      }
      if (!problem.outcomeUnknown && problem.status !== 429) {
        // A technical reason: the same key tries again, should the customer wish it still.
        if (!problem.mayBeRepeated) {
          settle(wish);
        }
        throw problem;
      }
      options.onUnknown?.(problem);
      const millis = ASKED_AGAIN_AFTER_MILLIS[Math.min(attempt, ASKED_AGAIN_AFTER_MILLIS.length - 1)];
      await pause(Math.max(millis, problem.retryAfterSeconds * 1000), options.signal);
    }
  }
}

async function call(method, path, options = {}) {
  return authorized((bearer) => request(method, API + path, {...options, token: bearer}));
}

/** A token that is refused once is refreshed once. */
async function authorized(ask) {
  const bearer = await token();
  try {
    return await ask(bearer);
  } catch (problem) {
    if (!(problem instanceof Problem) || problem.status !== 401 || !bearer || problem.code !== 'UNAUTHENTICATED') {
      throw problem;
    }
    const another = await token(bearer);
    if (another && another !== bearer) {
      return ask(another);
    }
    forget();
    throw problem;
  }
}

/**
 * Server-sent events, read by fetch because EventSource sends no token. Comes back by itself until the signal ends it.
 *
 * @param onEvent ({id, name, data}), data parsed from JSON
 * @param options onState: told 'open' and 'waiting'
 * @throws Problem when the stream is refused for good (401, 403, 404)
 */
export async function listen(path, onEvent, signal, options = {}) {
  let lastId = null;
  for (let attempt = 0; !signal.aborted; attempt += 1) {
    try {
      const response = await authorized((bearer) => open(API + path,
        {token: bearer, signal, accept: 'text/event-stream', lastEventId: lastId}));
      options.onState?.('open');
      for await (const event of eventsOf(response)) {
        attempt = 0;
        lastId = event.id ?? lastId;
        if (event.name === 'end') {
          return;
        }
        onEvent(event);
      }
    } catch (problem) {
      if (signal.aborted) {
        return;
      }
      if (problem instanceof Problem && problem.status >= 400 && problem.status < 429) {
        throw problem;
      }
    }
    options.onState?.('waiting');
    await pause(ASKED_AGAIN_AFTER_MILLIS[Math.min(attempt, ASKED_AGAIN_AFTER_MILLIS.length - 1)], signal).catch(() => {});
  }
}

/**
 * Server-sent events of one stream, once: resolves when it has ended by itself.
 *
 * @param onEvent ({id, name, data}) => Promise; what it throws ends the stream and is thrown
 * @throws Problem when the stream is refused; an AbortError when the signal ended it, or it fell silent
 */
export async function follow(path, onEvent, signal) {
  const silence = new AbortController();
  let timer = null;
  const heard = () => {
    clearTimeout(timer);
    timer = setTimeout(() => silence.abort(), SILENT_AFTER_MILLIS);
  };
  heard();
  try {
    const either = AbortSignal.any([signal, silence.signal]);
    const response = await authorized((bearer) => open(API + path, {token: bearer, signal: either, accept: 'text/event-stream'}));
    for await (const event of eventsOf(response, heard)) {
      await onEvent(event);
    }
  } finally {
    clearTimeout(timer);
  }
}

/** The events of a stream, which is closed when they are no longer asked for. */
async function* eventsOf(response, heard = () => {}) {
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  try {
    yield* read(reader, heard);
  } finally {
    reader.cancel().catch(() => {});
  }
}

/** The format of https://html.spec.whatwg.org/multipage/server-sent-events.html, as far as the gateway uses it. */
async function* read(reader, heard) {
  let rest = '';
  for (;;) {
    const {done, value} = await reader.read();
    if (done) {
      return;
    }
    heard();
    const blocks = (rest + value).split('\n\n');
    rest = blocks.pop();
    for (const block of blocks) {
      const event = {id: null, name: 'message', data: ''};
      for (const line of block.split('\n')) {
        const colon = line.indexOf(':');
        const name = line.slice(0, Math.max(colon, 0));
        const text = line.slice(colon + 1).replace(/^ /, '');
        if (name === 'id') {
          event.id = text;
        } else if (name === 'event') {
          event.name = text;
        } else if (name === 'data') {
          event.data += text;
        }
      }
      if (event.data) {
        yield {...event, data: JSON.parse(event.data)};
      }
    }
  }
}
