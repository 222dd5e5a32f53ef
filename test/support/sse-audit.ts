import { setTimeout as sleep } from 'node:timers/promises';
import { audit, type Check, same, soon } from './audit.js';
import { type EventReader, StreamCaller } from './event-stream.js';

const QUIET_MS = 150;
const UNKNOWN = 'nobody-reserved-this';

/** A server of graphql-sse, and what the audit needs of it. */
export interface SseTarget {
  /** Of the stream. */
  readonly url: string;
  /** An Authorization header that is accepted, and somebody else's. */
  readonly authorization: string;
  readonly other: string;
  /** A subscription that sends something at once, and whenever `happen` was called. */
  readonly subscription: string;
  readonly happen: () => Promise<unknown>;
  /** A document that is refused before it runs. */
  readonly invalid: string;
}

/** A reservation, and its stream where it is open. */
interface Single {
  readonly caller: StreamCaller;
  readonly token: string;
  readonly reader: EventReader;
}

const check = (name: string, run: (target: SseTarget) => Promise<void>): Check<SseTarget> => ({ name, run });
const callerOf = ({ url, authorization }: SseTarget): StreamCaller => new StreamCaller(url, authorization);
const single = (name: string, run: (target: SseTarget, single: Single) => Promise<void>): Check<SseTarget> =>
  check(`single connection: ${name}`, async (target) => {
    const caller = callerOf(target);
    const token = await caller.reserve();
    const reader = await caller.open(token);
    try {
      await run(target, { caller, token, reader });
    } finally {
      reader.leave();
    }
  });

async function status(answer: Promise<Response>, expected: number): Promise<Response> {
  const response = await answer;
  same(response.status, expected);
  return response;
}

/** A refusal in the form of GraphQL over HTTP. */
async function refused(answer: Promise<Response>, expected: number): Promise<Response> {
  const response = await status(answer, expected);
  const { errors } = (await response.json()) as { errors?: { message?: unknown }[] };
  same(typeof errors?.[0]?.message, 'string');
  return response;
}

const until = (reader: EventReader, count: number, what: string) =>
  soon(
    reader.until(({ length }) => length >= count),
    what,
  );
const namesOf = (reader: EventReader): string[] => reader.events.map(({ event }) => event);

function isStream({ response }: EventReader): void {
  same([response.status, response.headers.get('content-type')?.split(';')[0]], [200, 'text/event-stream']);
  same(response.headers.get('cache-control')?.includes('no-cache'), true);
}

const DISTINCT: readonly Check<SseTarget>[] = [
  check('distinct connections: results come as next, until the client leaves', async (target) => {
    const reader = await callerOf(target).distinct({ query: target.subscription });
    isStream(reader);
    await until(reader, 1, 'next');
    await target.happen();
    await until(reader, 2, 'another next');
    same([...new Set(namesOf(reader))], ['next']);
    same(
      reader.payloads().every((payload) => 'data' in payload),
      true,
    );
    same(reader.comments > 0, true);
    reader.leave();
  }),
  check('distinct connections: by GET as well', async (target) => {
    const caller = callerOf(target);
    const search = new URLSearchParams({ query: target.subscription, variables: '{}' });
    const response = await status(
      caller.fetch(`?${search}`, 'GET', { headers: { accept: 'text/event-stream' }, signal: AbortSignal.timeout(2_000) }),
      200,
    );
    same(response.headers.get('content-type')?.split(';')[0], 'text/event-stream');
    await response.body?.cancel();
  }),
  check('distinct connections: what is refused before it runs is told as next and complete, which has data', async (target) => {
    for (const query of ['subscription {', target.invalid, '{ __typename }']) {
      const reader = await callerOf(target).distinct({ query });
      isStream(reader);
      await soon(reader.over, 'end of the stream');
      same(namesOf(reader), ['next', 'complete']);
      same([reader.events[1]?.data, (reader.payloads()[0]?.errors?.length ?? 0) > 0], ['', true]);
    }
  }),
  check('distinct connections: what is no request is refused by its status', async (target) => {
    const caller = callerOf(target);
    const headers = { accept: 'text/event-stream' };
    await refused(caller.fetch('', 'POST', { body: '{', headers }), 400);
    await refused(caller.fetch('', 'POST', { body: {}, headers }), 400);
    await refused(caller.fetch('', 'POST', { body: { query: {} }, headers }), 400);
    await refused(caller.fetch('', 'POST', { body: { query: target.subscription, variables: 'x' }, headers }), 400);
    await refused(caller.fetch('', 'POST', { body: 'query', headers: { ...headers, 'content-type': 'text/plain' } }), 415);
    await refused(caller.fetch('', 'GET', { headers }), 400);
    await refused(new StreamCaller(target.url, null).fetch('', 'POST', { body: { query: target.subscription }, headers }), 401);
  }),
];

const RESERVATIONS: readonly Check<SseTarget>[] = [
  check('reservation: PUT is answered with 201 and a token that nobody guesses', async (target) => {
    const caller = callerOf(target);
    const tokens = await Promise.all(
      [1, 2, 3].map(async () => {
        const response = await status(caller.fetch('', 'PUT'), 201);
        same(response.headers.get('content-type')?.split(';')[0], 'text/plain');
        return response.text();
      }),
    );
    same(new Set(tokens).size, tokens.length);
    for (const token of tokens) same(token.length >= 32, true);
  }),
  check('reservation: only for callers who are known, and in a type that they take', async (target) => {
    await refused(new StreamCaller(target.url, null).fetch('', 'PUT'), 401);
    await refused(callerOf(target).fetch('', 'PUT', { headers: { accept: 'image/png' } }), 406);
  }),
  check('reservation: is fulfilled by its token in the address, without a header, or in the header', async (target) => {
    const caller = callerOf(target);
    const byAddress = await new StreamCaller(target.url, null).open(await caller.reserve());
    const token = await caller.reserve();
    const response = await caller.fetch('', 'GET', { headers: { accept: 'text/event-stream', 'x-graphql-event-stream-token': token } });
    isStream(byAddress);
    same(response.status, 200);
    await response.body?.cancel();
    byAddress.leave();
  }),
  check('reservation: is fulfilled once at a time, and gone with its stream', async (target) => {
    const caller = callerOf(target);
    const token = await caller.reserve();
    const reader = await caller.open(token);
    await refused(caller.fetch(`?token=${token}`, 'GET', { headers: { accept: 'text/event-stream' } }), 409);
    reader.leave();
    await sleep(QUIET_MS);
    await refused(caller.fetch(`?token=${token}`, 'GET', { headers: { accept: 'text/event-stream' } }), 404);
  }),
  check('reservation: an unknown token, another caller or none find no stream', async (target) => {
    const caller = callerOf(target);
    const payload = { query: target.subscription };
    await refused(caller.fetch(`?token=${UNKNOWN}`, 'GET', { headers: { accept: 'text/event-stream' } }), 404);
    await refused(caller.operate(UNKNOWN, '1', payload), 404);
    await refused(caller.complete(UNKNOWN, '1'), 404);
    await refused(caller.fetch('', 'POST', { body: payload }), 404);
    await refused(caller.fetch('?operationId=1', 'DELETE'), 404);
    const token = await caller.reserve();
    const other = new StreamCaller(target.url, target.other);
    await refused(other.fetch(`?token=${token}`, 'GET', { headers: { accept: 'text/event-stream' } }), 404);
    await refused(other.operate(token, '1', payload), 404);
    await refused(other.complete(token, '1'), 404);
    await refused(new StreamCaller(target.url, null).operate(token, '1', payload), 401);
  }),
  check('other methods are not allowed, and told which are', async (target) => {
    const response = await refused(callerOf(target).fetch('', 'PATCH'), 405);
    same(response.headers.get('allow'), 'DELETE, GET, POST, PUT');
  }),
];

const OPERATIONS: readonly Check<SseTarget>[] = [
  single('an operation is accepted with 202 and nothing else; its results come with its id', async (target, { caller, token, reader }) => {
    isStream(reader);
    const response = await status(caller.operate(token, 'a', { query: target.subscription }), 202);
    same(await response.text(), '');
    await status(caller.operate(token, 'b', { query: target.subscription }), 202);
    await until(reader, 2, 'next of two');
    await target.happen();
    await soon(
      reader.until(() => reader.payloads('a').length > 1 && reader.payloads('b').length > 1),
      'more of two',
    );
    same(
      reader.payloads('a').every((payload) => 'data' in payload),
      true,
    );
  }),
  check('single connection: what an operation sent to a reservation is told when it is fulfilled', async (target) => {
    const caller = callerOf(target);
    const token = await caller.reserve();
    await status(caller.operate(token, 'early', { query: target.subscription }), 202);
    await sleep(QUIET_MS);
    const reader = await caller.open(token);
    await until(reader, 1, 'next');
    await target.happen();
    await until(reader, 2, 'another next');
    reader.leave();
  }),
  single('an operation needs an id, a query, JSON, and to take JSON', async (target, { caller, token }) => {
    const { subscription: query } = target;
    await refused(caller.operate(token, undefined, { query }), 400);
    await refused(caller.operate(token, '1', {}), 400);
    await refused(caller.operate(token, '1', { query: 7 }), 400);
    await refused(caller.operate(token, '1', { query }, { 'content-type': 'text/plain' }), 415);
    await refused(caller.operate(token, '1', { query }, { accept: 'image/png' }), 406);
  }),
  single('what is refused before it runs is refused by its status, and its id is free', async (target, { caller, token, reader }) => {
    for (const query of ['subscription {', target.invalid, '{ __typename }']) await refused(caller.operate(token, '1', { query }), 400);
    same(reader.events, []);
    await status(caller.operate(token, '1', { query: target.subscription }), 202);
    await until(reader, 1, 'next');
  }),
  single('an id that runs is refused with 409, and what runs goes on', async (target, { caller, token, reader }) => {
    await status(caller.operate(token, '1', { query: target.subscription }), 202);
    await refused(caller.operate(token, '1', { query: target.subscription }), 409);
    await until(reader, 1, 'next');
    await target.happen();
    await until(reader, 2, 'another next');
  }),
  single('DELETE stops an operation, and frees its id at once', async (target, { caller, token, reader }) => {
    await refused(caller.complete(token, undefined), 400);
    await status(caller.complete(token, 'never'), 200);
    for (let i = 0; i < 5; i += 1) {
      await status(caller.operate(token, '1', { query: target.subscription }), 202);
      if (i % 2 === 0)
        await soon(
          reader.until(() => reader.payloads('1').length > i / 2),
          'next',
        );
      await status(caller.complete(token, '1'), 200);
    }
    await sleep(QUIET_MS);
    const { length } = reader.events;
    await target.happen();
    await sleep(QUIET_MS);
    same(reader.events.slice(length), []);
    // All at once: of an operation that has begun nothing says that it is over.
    await status(caller.operate(token, '1', { query: target.subscription }), 202);
    await Promise.all([caller.complete(token, '1'), caller.operate(token, '1', { query: target.subscription })]);
    await target.happen();
    await soon(
      reader.until((events) => events.at(-1)?.event === 'next'),
      'next of the last',
    );
  }),
];

const CHECKS = [...DISTINCT, ...RESERVATIONS, ...OPERATIONS];

/** Everything that PROTOCOL.md of graphql-sse demands of a server, by hand; empty when it is all so. */
export const sseAudit = (target: SseTarget): Promise<readonly string[]> => audit(CHECKS, target);

/** How many demands there are. */
export const SSE_CHECKS = CHECKS.length;
