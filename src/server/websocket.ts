import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { type ExecutionResult, GraphQLError, type GraphQLSchema } from 'graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Actor } from '../access/actor.js';
import type { Config } from '../config.js';
import { Context, type Services } from '../context.js';
import { maskError, publicError } from '../graphql/errors.js';
import type { Gate } from '../graphql/gate.js';
import { type Buckets, REFUSED_COST } from './buckets.js';
import { DEADLINE_MS, within } from './deadline.js';
import { PATH } from './graphql-route.js';
import { endWithCredential, limitFrames } from './limit-socket.js';
import { addressOf, isOriginAllowed } from './origin.js';
import type { Report } from './protections.js';
import { type SubscriptionArgs, subscribeFresh } from './subscribe-fresh.js';
import { TRY_AGAIN_LATER, watchReader } from './watch-reader.js';

const MESSAGE_BYTES_MAX = 16 * 1024;
/** A message may come in pieces, but not in crumbs. */
const FRAGMENTS_MAX = 64;
const BUFFERED_CHUNKS_MAX = 1_024;
const SUBSCRIPTIONS_MAX = 20;
/** At 13 to 40 KB each; more belong to another process. */
const SOCKETS_MAX = 20_000;
const INIT_WAIT_MS = 3_000;
/** A stock graphql-ws client answers it by coming back. */
const RESTARTING = 1012;

interface Extra extends Record<PropertyKey, unknown> {
  readonly request: IncomingMessage;
  readonly socket: WebSocket;
  actor?: Actor;
  /** As it was sent, to be looked at again. */
  authorization?: string | undefined;
  /** Ids of subscriptions that run or are about to. */
  readonly subscriptions: Set<string>;
}

export interface WebSocketDependencies {
  readonly schema: GraphQLSchema;
  readonly gate: Gate;
  readonly buckets: Buckets | null;
  readonly services: Services;
  readonly config: Config;
  readonly report: Report;
}

/** Serves subscriptions by the graphql-transport-ws protocol on the path of the API. */
export function serveWebSocket(http: HttpServer, { schema, gate, buckets, services, config, report }: WebSocketDependencies) {
  const sockets: WebSocketServer = new WebSocketServer({
    server: http,
    path: PATH,
    maxPayload: MESSAGE_BYTES_MAX,
    maxFragments: FRAGMENTS_MAX,
    maxBufferedChunks: BUFFERED_CHUNKS_MAX,
    perMessageDeflate: false,
    handleProtocols,
    verifyClient: ({ req }, answer) => {
      if (sockets.clients.size >= SOCKETS_MAX) answer(false, 503, 'Service Unavailable', { 'retry-after': '5' });
      else answer(isOriginAllowed(req.headers.origin, req.headers.host, config.corsOrigins), 403, 'Forbidden');
    },
  } as ConstructorParameters<typeof WebSocketServer>[0]);
  const protocol = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: INIT_WAIT_MS,
    onConnect: async ({ connectionParams, extra }) => {
      const header = connectionParams?.authorization ?? connectionParams?.Authorization ?? extra.request.headers.authorization;
      const authorization = typeof header === 'string' ? header : undefined;
      const actor = await within(DEADLINE_MS, () => services.authenticator.authenticate(authorization));
      if (!actor) return false;
      Object.assign(extra, { actor, authorization });
      if (actor.expiresAt !== null) endWithCredential(extra.socket, actor.expiresAt);
      return true;
    },
    onSubscribe: async ({ extra }, id, payload) => {
      try {
        // Counted before anything is awaited, so that many at once cannot all be the twentieth.
        if (extra.subscriptions.size >= SUBSCRIPTIONS_MAX) throw tooMany();
        extra.subscriptions.add(id);
        return await begin(extra, payload);
      } catch (error) {
        // Shown by onError; the protocol's library takes nothing but errors of GraphQL here.
        return [error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error })];
      }
    },
    subscribe: (args) => inTime(subscribeFresh(args as SubscriptionArgs)),
    onComplete: ({ extra }, id) => {
      extra.subscriptions.delete(id);
    },
    onError: ({ extra }, id, _payload, errors) => {
      extra.subscriptions.delete(id);
      return errors.map(mask);
    },
    onNext: (_context, _id, _payload, _args, result) =>
      (result.errors ? { ...result, errors: result.errors.map(mask) } : result) as ExecutionResult,
  });
  const mask = (error: unknown) => maskError(error, report) as GraphQLError;

  /** The same gate and bucket as by HTTP; `documentId` is here a query text like "sha256:…", as the protocol demands a query. */
  async function begin(
    extra: Extra,
    { query, operationName, variables }: { query: string; operationName?: string | null; variables?: object | null },
  ) {
    const actor = extra.actor ?? null;
    const admitted = gate.admit({ query, operationName, variables: (variables ?? {}) as Record<string, unknown> });
    const isAdmitted = 'cost' in admitted;
    const address = addressOf(extra.request, config.isProxyTrusted);
    const allowance = buckets ? await buckets.charge(actor, address, isAdmitted ? admitted.cost : REFUSED_COST) : null;
    if (!isAdmitted) return admitted;
    if (admitted.operation.operation !== 'subscription') throw onlySubscriptions();
    return {
      schema,
      document: admitted.document,
      operationName: operationName ?? null,
      variableValues: variables ?? null,
      contextValue: new Context(services, actor, allowance),
      // No field of graphql-js: `subscribeFresh` asks it before each event.
      isAllowed: () => isAllowed(extra),
    } as SubscriptionArgs;
  }

  /** Whether the credential still counts, as it was at most a second ago. Where it does not, the socket is sent away. */
  async function isAllowed({ authorization, socket }: Extra): Promise<boolean> {
    if (await services.authenticator.authenticate(authorization)) return true;
    socket.close(CloseCode.Forbidden, 'Forbidden');
    return false;
  }

  sockets.on('connection', (socket, request) => attach(socket, request));
  // The HTTP server below it fails with the same error, and says so.
  sockets.on('error', () => {});

  function attach(socket: WebSocket, request: IncomingMessage): void {
    // Whatever goes wrong in a socket is that socket's alone.
    const goAway = (error: unknown) => {
      if (!(error instanceof GraphQLError)) report('websocket', error);
      socket.close(TRY_AGAIN_LATER, 'Come back with your cursor');
    };
    socket.on('error', () => socket.terminate());
    limitFrames(socket);
    const closed = protocol.opened(
      {
        protocol: socket.protocol,
        // The promise holds the iterator back until the kernel took the bytes: nothing piles up here.
        send: (data) =>
          new Promise((resolve) => {
            if (socket.readyState !== socket.OPEN) resolve();
            else socket.send(data, () => resolve());
          }),
        close: (code, reason) => socket.close(code === CloseCode.InternalServerError ? TRY_AGAIN_LATER : code, reason),
        onMessage: (handle) =>
          socket.on('message', (data) => {
            // What still arrives behind a close was sent by somebody who is being sent away.
            if (socket.readyState === socket.OPEN) void Promise.resolve(handle(String(data))).catch(goAway);
          }),
      },
      { request, socket, subscriptions: new Set() },
    );
    const watch = watchReader(socket);
    socket.once('close', (code, reason) => {
      watch.stop();
      void closed(code, String(reason));
    });
  }

  return {
    /** Sends every client away with the code that brings it back to another process. */
    async stop(): Promise<void> {
      for (const socket of sockets.clients) socket.close(RESTARTING, 'Restarting');
      const force = setTimeout(() => {
        for (const socket of sockets.clients) socket.terminate();
      }, 1_000);
      await new Promise<void>((resolve) => sockets.close(() => resolve()));
      clearTimeout(force);
    },
    get connections(): number {
      return sockets.clients.size;
    },
  };
}

type Stream = Awaited<ReturnType<typeof subscribeFresh>>;

/** A subscription that begins too late is ended again; its caller was told long ago. */
async function inTime(starting: Promise<Stream>): Promise<Stream> {
  let isLate = false;
  starting.then(
    (stream) => (isLate && Symbol.asyncIterator in stream ? stream.return() : undefined),
    () => {},
  );
  return within(DEADLINE_MS, () => starting).catch((error: unknown) => {
    isLate = true;
    if (error instanceof GraphQLError && error.extensions.code === 'TIMEOUT') return { errors: [error] };
    throw error;
  });
}

const tooMany = () => publicError(`A socket carries at most ${SUBSCRIPTIONS_MAX} subscriptions.`, 'BAD_REQUEST');
const onlySubscriptions = () => publicError('Only subscriptions over WebSocket; send queries and mutations by HTTP.', 'BAD_REQUEST');
