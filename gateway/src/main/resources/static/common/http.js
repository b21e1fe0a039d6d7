/** One request to the API: JSON in, JSON or a Problem out. */

/** Longer than any route of the API takes. */
const TIMEOUT_MILLIS = 60_000;

/** 503s that say that nothing happened; any other leaves open what became of the request. */
const DID_NOT_HAPPEN = new Set(['PAYMENT_NOT_COMPLETED', 'REFUND_NOT_COMPLETED', 'MAIL_UNAVAILABLE', 'ORDER_HELD_BY_EARLIER_ATTEMPT']);

/** What is thrown when a request does not succeed: problem+json (RFC 9457), or what stands for it when nothing came back. */
export class Problem extends Error {
  /** @param document {status, code, detail, request_id, ...}; code NETWORK and status 0 when no answer came */
  constructor(document, retryAfterSeconds = 0) {
    super(document.detail ?? document.code);
    this.name = 'Problem';
    this.status = document.status;
    this.code = document.code;
    this.detail = document.detail ?? '';
    this.requestId = document.request_id ?? '';
    this.document = document;
    this.retryAfterSeconds = retryAfterSeconds;
  }

  /** It may have happened and it may not: only the same request with the same key tells. It must never be called a failure. */
  get outcomeUnknown() {
    return this.status === 0 || (this.status >= 502 && !DID_NOT_HAPPEN.has(this.code));
  }

  /** It can be sent again as it is, with the same key. */
  get mayBeRepeated() {
    return this.status === 0 || this.status === 429 || this.status >= 502;
  }
}

/**
 * @param options body (sent as JSON), token, key (Idempotency-Key), ifMatch (a version), signal, accept, lastEventId
 * @returns {Promise<{status: number, body: any}>} body is null where there is none
 * @throws Problem; or an AbortError when the caller's own signal ended it
 */
export async function request(method, path, options = {}) {
  const response = await answer(method, path, options);
  const type = response.headers.get('Content-Type') ?? '';
  const body = type.includes('json') ? await json(response, options.signal) : null;
  if (!response.ok) {
    throw problemOf(response, body);
  }
  return {status: response.status, body};
}

/** The response itself, for who reads it as it comes; a Problem when it is none that succeeded. */
export async function open(path, options = {}) {
  const response = await answer('GET', path, {...options, endless: true});
  if (!response.ok) {
    const type = response.headers.get('Content-Type') ?? '';
    throw problemOf(response, type.includes('json') ? await json(response, options.signal) : null);
  }
  return response;
}

async function answer(method, path, options) {
  const headers = {Accept: options.accept ?? 'application/json'};
  if (options.body !== undefined) {
    headers['Content-Type'] = 'application/json';
  }
  if (options.token) {
    headers.Authorization = `Bearer ${options.token}`;
  }
  if (options.key) {
    headers['Idempotency-Key'] = options.key;
  }
  if (options.ifMatch !== undefined) {
    headers['If-Match'] = `"${options.ifMatch}"`;
  }
  if (options.lastEventId) {
    headers['Last-Event-ID'] = options.lastEventId;
  }
  const timeout = options.endless ? [] : [AbortSignal.timeout(TIMEOUT_MILLIS)];
  const signal = AbortSignal.any([...timeout, ...(options.signal ? [options.signal] : [])]);
  try {
    return await fetch(path, {
      method,
      headers,
      body: options.body === undefined ? undefined : JSON.stringify(options.body),
      // There are no cookies, and none are sent should there ever be one of another page on this host.
      credentials: 'omit',
      cache: 'no-store',
      signal,
    });
  } catch (failure) {
    throw options.signal?.aborted ? failure : noAnswer();
  }
}

async function json(response, signal) {
  try {
    return await response.json();
  } catch (failure) {
    throw signal?.aborted ? failure : noAnswer();
  }
}

function noAnswer() {
  return new Problem({status: 0, code: 'NETWORK', detail: 'No answer came.'});
}

function problemOf(response, body) {
  const known = body && typeof body.code === 'string';
  return new Problem(known ? body : {status: response.status, code: `HTTP_${response.status}`, detail: response.statusText},
    Number(response.headers.get('Retry-After') ?? 0));
}
