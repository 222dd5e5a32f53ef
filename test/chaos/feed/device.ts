import { createClient as createEvents } from 'graphql-sse';
import { createClient as createSockets } from 'graphql-ws';
import WebSocket from 'ws';
import { type Following, follow } from '../../../src/client/follow.js';
import { itemOf, type Result, type Transport } from '../../../src/client/transport.js';
import type { Random } from '../random.js';
import type { Followed, Item } from './evidence.js';
import { evidenceOf, type Subject, subscriptionOf } from './subject.js';

/** How a device is connected; `own`: the library comes back by itself, else what follows does. */
export type Way = 'socket' | 'socket own' | 'events' | 'events own';
export const WAYS: readonly Way[] = ['socket', 'socket own', 'events', 'socket', 'events own', 'socket own'];

export interface DeviceOptions {
  readonly name: string;
  readonly way: Way;
  /** Asked for each connection. */
  readonly url: () => string;
  readonly secret: string;
  readonly programId: string;
  readonly subjects: readonly Subject[];
  /** A ping that is not answered for so long ends the connection. */
  readonly silenceMs?: number;
}

const KEEP_ALIVE_MS = 1_500;
const SILENCE_MS = 1_500;
const RETRY_MS_MAX = 400;
/** A client that forgot goes back by so many items at most. */
const FORGOTTEN_MAX = 6;
const EVENTS_PATH = '/stream';

interface Subscription {
  readonly evidence: Followed;
  readonly subject: Subject;
  following: Following | null;
}

/** One client with some subscriptions over one connection, which writes down everything that it is told. */
export class Device {
  readonly subscriptions: readonly Subscription[];
  private readonly transport: Transport & { dispose(): unknown };
  /** Why it gave up; null: it did not. */
  refused: unknown = null;
  /** When it gave up. */
  refusedAt: number | null = null;

  constructor(readonly options: DeviceOptions) {
    const { name, way, programId, subjects } = options;
    this.transport = way.startsWith('socket') ? sockets(options) : events(options);
    this.subscriptions = subjects.map((subject) => ({
      evidence: evidenceOf(`${name} (${way})`, programId, subject),
      subject,
      following: null,
    }));
  }

  get evidence(): Followed[] {
    return this.subscriptions.map(({ evidence }) => evidence);
  }

  start(): this {
    for (const each of this.subscriptions) this.begin(each, each.following?.cursor ?? null);
    return this;
  }

  /** Leaves; `start` comes back behind the last cursor. */
  async stop(): Promise<void> {
    await Promise.all(this.subscriptions.map(({ following }) => following?.stop()));
    // A client that is just connecting gives the reason why it could not.
    await Promise.resolve(this.transport.dispose()).catch(() => {});
  }

  /** Stops the subscriptions and keeps the connection's client; `start` goes on. */
  async rest(): Promise<void> {
    await Promise.all(this.subscriptions.map(({ following }) => following?.stop()));
  }

  /** Dies between handling some items and storing the cursor: goes back behind an older one. */
  async forget(random: Random): Promise<void> {
    const each = random.pick(this.subscriptions);
    await each.following?.stop();
    const cursors = each.evidence.log.flatMap((told) => ('item' in told ? [told.item.cursor] : []));
    this.begin(each, cursors.at(-random.int(1, Math.min(FORGOTTEN_MAX, cursors.length))) ?? null);
  }

  private begin(each: Subscription, after: string | null): void {
    const { log } = each.evidence;
    const following = follow<Item>({
      ...subscriptionOf(each.subject),
      transport: recording(this.transport, log),
      after,
      handle: () => {},
    });
    each.following = following;
    following.done.catch((refused: unknown) => {
      this.refused = refused;
      this.refusedAt ??= Date.now();
    });
  }
}

/** Without what makes it big. */
const kept = (item: Item): Item => Object.fromEntries(Object.entries(item).filter(([name]) => !/^p\d+$/.test(name))) as unknown as Item;

/** Writes down what is asked and told, beneath whatever makes it whole. */
export const recording = (transport: Transport, log: Followed['log']): Transport => ({
  subscribe(payload, sink) {
    log.push({ at: Date.now(), asked: (payload.variables.after as string | null) ?? null });
    let isLeft = false;
    const next = (result: Result) => {
      const item = itemOf(result);
      if (item && !isLeft) log.push({ at: Date.now(), item: kept(item as Item) });
      sink.next(result);
    };
    const leave = transport.subscribe(payload, { next, error: (error) => sink.error(error), complete: () => sink.complete() });
    return () => {
      isLeft = true;
      leave();
    };
  },
});

const isPassing = (trouble: unknown): boolean => (trouble as { code?: unknown }).code !== 4403;
const retryWait = () => new Promise<void>((resolve) => setTimeout(resolve, RETRY_MS_MAX * Math.random()));

function sockets({ way, url, secret, silenceMs = SILENCE_MS }: DeviceOptions) {
  let socket: WebSocket | null = null;
  let silence: NodeJS.Timeout | undefined;
  const client = createSockets({
    url: () => url().replace('http', 'ws'),
    webSocketImpl: WebSocket,
    connectionParams: { authorization: `Bearer ${secret}` },
    keepAlive: KEEP_ALIVE_MS,
    retryAttempts: way === 'socket own' ? Number.POSITIVE_INFINITY : 0,
    shouldRetry: isPassing,
    retryWait,
    on: {
      opened: (opened) => {
        socket = opened as WebSocket;
      },
      // Without this a connection that fell silent would be waited for until TCP gives it up.
      ping: (isReceived) => {
        if (!isReceived && Number.isFinite(silenceMs)) silence = setTimeout(() => socket?.terminate(), silenceMs);
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(silence);
      },
      closed: () => clearTimeout(silence),
    },
  });
  return client as unknown as Transport & { dispose(): unknown };
}

function events({ way, url, secret }: DeviceOptions) {
  const client = createEvents({
    url: () => `${url()}${EVENTS_PATH}`,
    headers: { authorization: `Bearer ${secret}` },
    retryAttempts: way === 'events own' ? Number.POSITIVE_INFINITY : 0,
    retry: retryWait,
  } as Parameters<typeof createEvents>[0]);
  return client as unknown as Transport & { dispose(): unknown };
}
