import type { Server as HttpServer, IncomingMessage } from 'node:http';
import {
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  execute,
  GraphQLError,
  type GraphQLSchema,
  getOperationAST,
} from 'graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Actor } from '../access/actor.js';
import { Context, type Services } from '../context.js';
import { maskError } from '../graphql/errors.js';
import type { Gate } from '../graphql/gate.js';

export const PATH = '/graphql';
const MESSAGE_BYTES_MAX = 16 * 1024;
const SUBSCRIPTIONS_MAX = 20;
const INIT_WAIT_MS = 3_000;
const PING_MS = 12_000;
/** A reader that took nothing for this long, or lets this much pile up, is sent away and comes back with its cursor. */
const STALLED_MS = 20_000;
const BUFFERED_BYTES_MAX = 1024 * 1024;

/** Codes that a stock graphql-ws client answers by coming back. */
const RESTARTING = 1012;
const TRY_AGAIN_LATER = 1013;

interface Extra extends Record<PropertyKey, unknown> {
  readonly request: IncomingMessage;
  actor?: Actor;
  subscriptions: number;
}

export interface WebSocketDependencies {
  readonly schema: GraphQLSchema;
  readonly gate: Gate;
  readonly services: Services;
  readonly report: (errorId: string, error: unknown) => void;
}

/** Serves subscriptions by the graphql-transport-ws protocol on the path of the API. */
export function serveWebSocket(http: HttpServer, { schema, gate, services, report }: WebSocketDependencies) {
  const sockets = new WebSocketServer({
    server: http,
    path: PATH,
    maxPayload: MESSAGE_BYTES_MAX,
    perMessageDeflate: false,
    handleProtocols,
  });
  const protocol = makeServer<Record<string, unknown>, Extra>({
    connectionInitWaitTimeout: INIT_WAIT_MS,
    onConnect: async ({ connectionParams, extra }) => {
      const header = connectionParams?.authorization ?? connectionParams?.Authorization ?? extra.request.headers.authorization;
      const actor = await services.authenticator.authenticate(typeof header === 'string' ? header : undefined);
      if (!actor) return false;
      extra.actor = actor;
      return true;
    },
    onSubscribe: ({ extra }, _id, { query, operationName, variables }) => {
      const refuse = (error: GraphQLError) => [mask(error)];
      if (extra.subscriptions >= SUBSCRIPTIONS_MAX) return refuse(tooMany());
      const document = gate.admit(query);
      if (!('kind' in document)) return document.map(mask);
      const operation = getOperationAST(document as DocumentNode, operationName);
      if (operation?.operation !== 'subscription') return refuse(onlySubscriptions());
      return {
        schema,
        document: document as DocumentNode,
        operationName: operationName ?? null,
        variableValues: variables ?? null,
        contextValue: new Context(services, extra.actor ?? null),
      };
    },
    subscribe: (args) => subscribeFresh(args as ExecutionArgs),
    onOperation: ({ extra }) => {
      extra.subscriptions += 1;
    },
    onComplete: ({ extra }) => {
      extra.subscriptions -= 1;
    },
    onError: (_context, _id, _payload, errors) => errors.map(mask),
    onNext: (_context, _id, _payload, _args, result) =>
      (result.errors ? { ...result, errors: result.errors.map(mask) } : result) as ExecutionResult,
  });
  const mask = (error: unknown) => maskError(error, report) as GraphQLError;

  sockets.on('connection', (socket, request) => attach(socket, request));
  // The HTTP server below it fails with the same error, and says so.
  sockets.on('error', () => {});

  function attach(socket: WebSocket, request: IncomingMessage): void {
    // Whatever goes wrong in a socket is that socket's alone.
    const goAway = (error: unknown) => {
      report('websocket', error);
      socket.close(TRY_AGAIN_LATER, 'Come back with your cursor');
    };
    socket.on('error', () => socket.terminate());
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
        onMessage: (handle) => socket.on('message', (data) => void Promise.resolve(handle(String(data))).catch(goAway)),
      },
      { request, subscriptions: 0 },
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

/** Pings, and sends readers away that answer none or take nothing. */
function watchReader(socket: WebSocket): { stop: () => void } {
  let isAlive = true;
  let stalledSince: number | null = null;
  let taken = 0;
  const sent = () => (socket as unknown as { _socket?: { bytesWritten: number } })._socket?.bytesWritten ?? 0;
  socket.on('pong', () => {
    isAlive = true;
  });
  const sendAway = () => {
    socket.close(TRY_AGAIN_LATER, 'Too slow: come back with your cursor');
    // It reads nothing, so it will not answer the close either.
    setTimeout(() => socket.terminate(), 1_000).unref();
  };
  const timer = setInterval(() => {
    const now = Date.now();
    const progress = sent();
    if (socket.bufferedAmount === 0 || progress !== taken) stalledSince = null;
    else stalledSince ??= now;
    taken = progress;
    if (socket.bufferedAmount > BUFFERED_BYTES_MAX || (stalledSince !== null && now - stalledSince >= STALLED_MS)) sendAway();
  }, 1_000);
  const pings = setInterval(() => {
    if (!isAlive) return socket.terminate();
    isAlive = false;
    socket.ping();
  }, PING_MS);
  timer.unref();
  pings.unref();
  return {
    stop() {
      clearInterval(timer);
      clearInterval(pings);
    },
  };
}

/** graphql-js would run every event with the context of the first; here each one gets a context of its own, so that no loader remembers. */
async function subscribeFresh(args: ExecutionArgs): Promise<AsyncGenerator<ExecutionResult, void, void> | ExecutionResult> {
  const stream = await createSourceEventStream(args);
  if (!(Symbol.asyncIterator in stream)) return stream;
  const events = stream[Symbol.asyncIterator]();
  const context = args.contextValue as Context;
  const results: AsyncGenerator<ExecutionResult, void, void> = {
    async next() {
      const event = await events.next();
      if (event.done) return { done: true, value: undefined };
      return { done: false, value: await execute({ ...args, rootValue: event.value, contextValue: context.fresh() }) };
    },
    async return() {
      await events.return?.();
      return { done: true, value: undefined };
    },
    async throw(error) {
      await events.return?.();
      throw error;
    },
    [Symbol.asyncIterator]() {
      return this;
    },
    async [Symbol.asyncDispose]() {
      await events.return?.();
    },
  };
  return results;
}

const tooMany = () =>
  new GraphQLError(`A socket carries at most ${SUBSCRIPTIONS_MAX} subscriptions.`, { extensions: { code: 'BAD_REQUEST', isPublic: true } });
const onlySubscriptions = () =>
  new GraphQLError('Only subscriptions over WebSocket; send queries and mutations by HTTP.', {
    extensions: { code: 'BAD_REQUEST', isPublic: true },
  });
