import { setTimeout as sleep } from 'node:timers/promises';
import WebSocket, { type ClientOptions } from 'ws';
import { audit, type Check, same, soon } from './audit.js';

const PROTOCOL = 'graphql-transport-ws';
/** A server gives a connection that is not initialised this long. */
const INIT_WAIT_MS = 3_000;
/** Long enough for a message that should not come. */
const QUIET_MS = 150;

/** A server of graphql-transport-ws, and what the audit needs of it. */
export interface WsTarget {
  /** ws:… */
  readonly url: string;
  /** Payload of a `connection_init` that is accepted. */
  readonly init: Record<string, unknown>;
  /** A subscription that sends something at once, and whenever `happen` was called. */
  readonly subscription: string;
  readonly happen: () => Promise<unknown>;
  /** A document that is refused before it runs. */
  readonly invalid: string;
  /** How long to wait for what must come; 10 s when left out. */
  readonly patienceMs?: number;
}

interface Message {
  readonly type: string;
  readonly id?: string;
  readonly payload?: unknown;
}

/** All sockets of an audit: what fails leaves some open. */
const opened = new Set<WebSocket>();

/** A socket by hand. */
class Peer {
  readonly messages: Message[] = [];
  readonly closed: Promise<readonly [number, string]>;
  private wake = () => {};

  private constructor(
    readonly socket: WebSocket,
    private readonly patienceMs: number | undefined,
  ) {
    opened.add(socket);
    socket.on('error', () => {});
    socket.on('message', (data) => {
      this.messages.push(JSON.parse(String(data)) as Message);
      this.wake();
    });
    this.closed = new Promise((resolve) => socket.on('close', (code, reason) => resolve([code, String(reason)])));
  }

  static async open({ url, patienceMs }: WsTarget, protocols: string | string[] = PROTOCOL, options: ClientOptions = {}): Promise<Peer> {
    const socket = new WebSocket(url, protocols, options);
    const peer = new Peer(socket, patienceMs);
    const opening = new Promise((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    await soon(opening, 'socket', patienceMs);
    return peer;
  }

  static async ready(target: WsTarget): Promise<Peer> {
    const peer = await Peer.open(target);
    peer.send({ type: 'connection_init', payload: target.init });
    await peer.until(({ length }) => length > 0, 'connection_ack');
    return peer;
  }

  send(...messages: readonly (object | string)[]): void {
    for (const message of messages) this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }

  async until(isThere: (messages: readonly Message[]) => boolean, what: string): Promise<void> {
    const waiting = async () => {
      while (!isThere(this.messages)) await new Promise<void>((resolve) => (this.wake = resolve));
    };
    const gone = this.closed.then(([code, reason]) => Promise.reject(new Error(`closed with ${code} ${reason} instead of ${what}`)));
    await soon(Promise.race([waiting(), gone]), what, this.patienceMs);
  }

  /** Types of the messages with an id, in order. */
  typesOf(id: string): string[] {
    return this.messages.filter((message) => message.id === id).map(({ type }) => type);
  }

  async closesWith(code: number, reason?: string, ms = this.patienceMs): Promise<void> {
    const [found, said] = await soon(this.closed, `close ${code}`, ms);
    same(found, code);
    if (reason !== undefined) same(said, reason);
    if (code >= 4_000 && said === '') throw new Error('closed without a reason');
  }
}

const check = (name: string, run: (target: WsTarget) => Promise<void>): Check<WsTarget> => ({ name, run });
const subscribe = (id: unknown, query: unknown, more: object = {}) => ({ id, type: 'subscribe', payload: { query, ...more } });
const complete = (id: unknown) => ({ id, type: 'complete' });

/** After a greeting, or without one, these messages end the socket with this code. */
const ends = (
  name: string,
  code: number,
  messages: (target: WsTarget) => readonly (object | string)[],
  isGreeted = true,
  reason?: string,
) =>
  check(`${name} closes with ${code}`, async (target) => {
    const peer = isGreeted ? await Peer.ready(target) : await Peer.open(target);
    peer.send(...messages(target));
    await peer.closesWith(code, reason);
  });

const INVALID: readonly (readonly [string, object | string])[] = [
  ['text that is no JSON', '{"type":'],
  ['null', 'null'],
  ['a list', [{ type: 'ping' }]],
  ['a number', '7'],
  ['a message without a type', {}],
  ['an unknown type', { type: 'start' }],
  ['a type that is no text', { type: 7 }],
  ['connection_ack, which only servers send', { type: 'connection_ack' }],
  ['next, which only servers send', { id: '1', type: 'next', payload: {} }],
  ['error, which only servers send', { id: '1', type: 'error', payload: [{ message: 'x' }] }],
  ['a ping with a payload that is a text', { type: 'ping', payload: 'x' }],
  ['a pong with a payload that is a text', { type: 'pong', payload: 'x' }],
  ['a subscribe without an id', { type: 'subscribe', payload: { query: '{ a }' } }],
  ['a subscribe with an empty id', subscribe('', '{ a }')],
  ['a subscribe with a number for an id', subscribe(1, '{ a }')],
  ['a subscribe without a payload', { id: '1', type: 'subscribe' }],
  ['a subscribe without a query', { id: '1', type: 'subscribe', payload: {} }],
  ['a subscribe whose query is an object', subscribe('1', {})],
  ['a subscribe whose variables are a text', subscribe('1', '{ a }', { variables: 'x' })],
  ['a subscribe whose operationName is a number', subscribe('1', '{ a }', { operationName: 1 })],
  ['a subscribe whose extensions are a text', subscribe('1', '{ a }', { extensions: 'x' })],
  ['a complete without an id', { type: 'complete' }],
];

const HANDSHAKE: readonly Check<WsTarget>[] = [
  check('the subprotocol is chosen, also among others', async (target) => {
    for (const offered of [PROTOCOL, ['graphql-ws', PROTOCOL]]) {
      const { socket } = await Peer.open(target, offered);
      same(socket.protocol, PROTOCOL);
      socket.close(1000);
    }
  }),
  check('without a subprotocol it closes with 4406', async (target) => {
    await (await Peer.open(target, [])).closesWith(4406);
  }),
  check('with another subprotocol no connection comes about', async (target) => {
    const refused = await Peer.open(target, 'graphql-ws').then(
      (peer) => soon(peer.closed, 'close', target.patienceMs),
      () => [4406],
    );
    same(refused[0], 4406);
  }),
  check('connection_init is answered with one connection_ack', async (target) => {
    const peer = await Peer.ready(target);
    await sleep(QUIET_MS);
    same(
      peer.messages.map(({ type }) => type),
      ['connection_ack'],
    );
    const { id, ...rest } = peer.messages[0] as Message;
    same([id, Object.keys(rest).every((key) => ['type', 'payload'].includes(key))], [undefined, true]);
    peer.socket.close(1000, 'done');
    same((await peer.closed)[0], 1000);
  }),
  check('without connection_init it closes with 4408, not before its time', async (target) => {
    const startedAt = performance.now();
    const peer = await Peer.open(target);
    await peer.closesWith(4408, 'Connection initialisation timeout', INIT_WAIT_MS + (target.patienceMs ?? 10_000));
    same(performance.now() - startedAt > INIT_WAIT_MS - 200, true);
  }),
  ends('a second connection_init', 4429, () => [{ type: 'connection_init' }], true, 'Too many initialisation requests'),
  ends(
    'a second connection_init before the answer to the first',
    4429,
    ({ init }) => {
      const message = { type: 'connection_init', payload: init };
      return [message, message];
    },
    false,
  ),
  ends(
    'a credential that is none',
    4403,
    () => [{ type: 'connection_init', payload: { authorization: 'Bearer none' } }],
    false,
    'Forbidden',
  ),
  ends('no credential', 4403, () => [{ type: 'connection_init', payload: null }], false, 'Forbidden'),
  ends('a payload of connection_init that is a text', 4400, () => [{ type: 'connection_init', payload: 'x' }], false),
  ends('a subscribe without connection_init', 4401, ({ subscription }) => [subscribe('1', subscription)], false, 'Unauthorized'),
  ends(
    'a subscribe before connection_ack',
    4401,
    ({ init, subscription }) => [{ type: 'connection_init', payload: init }, subscribe('1', subscription)],
    false,
  ),
];

const MESSAGES: readonly Check<WsTarget>[] = [
  ...INVALID.map(([name, message]) => ends(name, 4400, () => [message])),
  ends('a message of 17 KB', 1009, () => ['x'.repeat(17 * 1024)]),
  check('a ping is answered with its payload, before and after connection_ack', async (target) => {
    const peer = await Peer.open(target);
    peer.send({ type: 'ping', payload: { at: 1 } });
    await peer.until(({ length }) => length === 1, 'pong');
    peer.send({ type: 'connection_init', payload: target.init });
    await peer.until(({ length }) => length === 2, 'connection_ack');
    peer.send({ type: 'ping' }, { type: 'ping', payload: null });
    await peer.until(({ length }) => length === 4, 'two pongs');
    same(peer.messages[0], { type: 'pong', payload: { at: 1 } });
    same(
      peer.messages.slice(2).map(({ type }) => type),
      ['pong', 'pong'],
    );
    peer.socket.close(1000);
  }),
  check('a pong that nobody asked for is no fault', async (target) => {
    const peer = await Peer.ready(target);
    peer.send({ type: 'pong' }, { type: 'pong', payload: { a: 1 } }, { type: 'ping' });
    await peer.until(({ length }) => length === 2, 'pong');
    peer.socket.close(1000);
  }),
];

const OPERATIONS: readonly Check<WsTarget>[] = [
  check('a subscription sends next with its id, and goes on', async (target) => {
    const peer = await Peer.ready(target);
    peer.send(subscribe('ä-1', target.subscription), subscribe('2', target.subscription, { variables: null, operationName: null }));
    await peer.until((messages) => messages.length === 3, 'next of two');
    await target.happen();
    await peer.until(() => peer.typesOf('ä-1').length > 1 && peer.typesOf('2').length > 1, 'more of two');
    same([...new Set(peer.messages.slice(1).map(({ type }) => type))], ['next']);
    for (const { payload } of peer.messages.slice(1)) same('data' in (payload as object), true);
    peer.socket.close(1000);
  }),
  check('what the client completed is quiet, and its completion is not answered', async (target) => {
    const peer = await Peer.ready(target);
    peer.send(subscribe('1', target.subscription));
    await peer.until(({ length }) => length === 2, 'next');
    peer.send(complete('1'), { type: 'ping' });
    await peer.until((messages) => messages.at(-1)?.type === 'pong', 'pong');
    const { length } = peer.messages;
    await target.happen();
    await sleep(QUIET_MS);
    same(peer.messages.length, length);
    peer.socket.close(1000);
  }),
  check('what the client completed before it began is quiet', async (target) => {
    const peer = await Peer.ready(target);
    peer.send(subscribe('1', target.subscription), complete('1'));
    await sleep(QUIET_MS);
    await target.happen();
    await sleep(QUIET_MS);
    same(peer.typesOf('1'), []);
    peer.socket.close(1000);
  }),
  check('a completion of what is over or never was is no fault', async (target) => {
    const peer = await Peer.ready(target);
    peer.send(complete('never'), subscribe('1', target.subscription), complete('1'), complete('1'), { type: 'ping' });
    await peer.until((messages) => messages.at(-1)?.type === 'pong', 'pong');
    peer.socket.close(1000);
  }),
  ends(
    'an id that runs',
    4409,
    ({ subscription }) => [subscribe('1', subscription), subscribe('1', subscription)],
    true,
    'Subscriber for 1 already exists',
  ),
  check('an id that has sent something closes with 4409', async (target) => {
    const peer = await Peer.ready(target);
    peer.send(subscribe('1', target.subscription));
    await peer.until(({ length }) => length === 2, 'next');
    peer.send(subscribe('1', target.subscription));
    await peer.closesWith(4409, 'Subscriber for 1 already exists');
  }),
  check('an id is free as soon as it is completed, however soon', async (target) => {
    const peer = await Peer.ready(target);
    for (let i = 0; i < 8; i += 1) peer.send(subscribe('1', target.subscription), complete('1'));
    peer.send(subscribe('1', target.subscription));
    await peer.until(() => peer.typesOf('1').length > 0, 'next');
    const { length } = peer.messages;
    await target.happen();
    await peer.until((messages) => messages.length > length, 'more');
    same(
      peer.typesOf('1').filter((type) => type !== 'next'),
      [],
    );
    // Where it was completed while it sent, the same.
    for (let i = 0; i < 8; i += 1) {
      const before = peer.messages.length;
      peer.send(complete('1'), subscribe('1', target.subscription));
      await peer.until((messages) => messages.length > before, 'next');
    }
    same(
      peer.typesOf('1').filter((type) => type !== 'next'),
      [],
    );
    peer.socket.close(1000);
  }),
  check('what is refused ends with one error, no complete, and frees its id', async (target) => {
    const peer = await Peer.ready(target);
    for (const query of ['subscription {', target.invalid, '{ __typename }']) {
      const { length } = peer.messages;
      peer.send(subscribe('1', query));
      await peer.until((messages) => messages.length > length, 'error');
      await sleep(QUIET_MS);
      const [error, ...more] = peer.messages.slice(length);
      same([error?.type, error?.id, more], ['error', '1', []]);
      same(
        ((error?.payload ?? []) as { message?: unknown }[]).every(({ message }) => typeof message === 'string'),
        true,
      );
    }
    peer.send(complete('1'), subscribe('1', target.subscription));
    await peer.until((messages) => messages.at(-1)?.type === 'next', 'next');
    peer.socket.close(1000);
  }),
];

/** Everything that PROTOCOL.md of graphql-ws demands of a server, by hand; empty when it is all so. */
export async function wsAudit(target: WsTarget): Promise<readonly string[]> {
  try {
    return await audit([...HANDSHAKE, ...MESSAGES, ...OPERATIONS], target);
  } finally {
    for (const socket of opened) socket.terminate();
    opened.clear();
  }
}

/** How many demands there are. */
export const WS_CHECKS = HANDSHAKE.length + MESSAGES.length + OPERATIONS.length;
