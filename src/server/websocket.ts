import type { Server as HttpServer } from 'node:http';
import { GraphQLError } from 'graphql';
import { CloseCode, handleProtocols, makeServer } from 'graphql-ws';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Session } from '../access/session.js';
import type { Sessions } from '../access/sessions.js';
import type { Config } from '../config.js';
import { PATH } from './graphql-route.js';
import { asGraphQLError } from './last-words.js';
import { limitFrames } from './limit-socket.js';
import { inOrder, isOfServers } from './message-order.js';
import { openSession } from './open-session.js';
import { addressOf, isOriginAllowed } from './origin.js';
import { Outlet, openingOf } from './outlet.js';
import type { Report } from './protections.js';
import type { SubscriptionArgs } from './subscribe-fresh.js';
import { SUBSCRIPTIONS_MAX, type Subscriptions, tooMany } from './subscriptions.js';
import { ReaderWatch, TRY_AGAIN_LATER } from './watch-reader.js';

const MESSAGE_BYTES_MAX = 16 * 1024;
/** A message may come in pieces, but not in crumbs. */
const FRAGMENTS_MAX = 64;
const BUFFERED_CHUNKS_MAX = 1_024;
/** At 13 to 40 KB each; more belong to another process. */
const SOCKETS_MAX = 20_000;
const INIT_WAIT_MS = 3_000;
/** A stock graphql-ws client answers it by coming back. */
const RESTARTING = 1012;

/** What is kept of a socket for as long as it lasts: nothing of the request that it was. */
interface Extra extends Record<PropertyKey, unknown> {
  /** The Authorization header of that request, until it was looked at. */
  header: string | undefined;
  /** Where it came from. */
  readonly address: string;
  readonly socket: WebSocket;
  readonly outlet: Outlet;
  session?: Session;
  /** Ids of subscriptions that run or are about to. */
  readonly running: Set<string>;
}

export interface WebSocketDependencies {
  readonly subscriptions: Subscriptions;
  readonly sessions: Sessions;
  readonly config: Config;
  readonly report: Report;
}

/** Serves subscriptions by the graphql-transport-ws protocol on the path of the API. */
export function serveWebSocket(http: HttpServer, { subscriptions, sessions, config, report }: WebSocketDependencies) {
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
      const header = connectionParams?.authorization ?? connectionParams?.Authorization ?? extra.header;
      extra.header = undefined;
      return greet(extra, typeof header === 'string' ? header : undefined);
    },
    onSubscribe: async ({ extra }, id, payload) => {
      const { session, running, address, outlet } = extra;
      try {
        // Counted before anything is awaited, so that many at once cannot all be the twentieth.
        if (running.size >= SUBSCRIPTIONS_MAX) throw tooMany();
        running.add(id);
        // `documentId` is here a query text like "sha256:…", as the protocol demands a query.
        const { query, operationName, variables } = payload;
        const asked = { query, operationName, variables: (variables ?? {}) as Record<string, unknown> };
        const admitted = await subscriptions.admit(session as Session, address, asked);
        return 'document' in admitted ? { ...admitted, direct: { outlet, opening: openingOf(id) } } : admitted;
      } catch (error) {
        // Shown by onError; the protocol's library takes nothing but errors of GraphQL here.
        return [asGraphQLError(error)];
      }
    },
    subscribe: (args) => subscriptions.begin(args as SubscriptionArgs),
    onComplete: ({ extra }, id) => {
      extra.running.delete(id);
    },
    onError: ({ extra }, id, _payload, errors) => {
      extra.running.delete(id);
      return errors.map(subscriptions.mask);
    },
    onNext: (_context, _id, _payload, _args, result) => subscriptions.masked(result),
  });

  /** Begins the session of a socket, and has the socket end with it. Whoever is nobody is let go. */
  async function greet(extra: Extra, header: string | undefined): Promise<boolean> {
    const { socket } = extra;
    const session = await openSession(sessions, header, () => socket.readyState !== socket.OPEN);
    if (!session) return false;
    socket.once('close', () => session.close());
    session.listen(() => {
      if (session.ended === 'UNKNOWN') socket.close(TRY_AGAIN_LATER, 'Come back with your cursor');
      else if (session.ended === 'EXPIRED') socket.close(CloseCode.Forbidden, 'The credential has expired');
      else if (session.ended) socket.close(CloseCode.Forbidden, 'The credential is no longer valid');
    });
    extra.session = session;
    return true;
  }

  const watch = new ReaderWatch();
  sockets.on('connection', (socket, request) => attach(socket, request.headers.authorization, addressOf(request, config.isProxyTrusted)));
  // The HTTP server below it fails with the same error, and says so.
  sockets.on('error', () => {});

  function attach(socket: WebSocket, header: string | undefined, address: string): void {
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
        onMessage: (handle) => {
          const handleInOrder = inOrder(handle);
          socket.on('message', (data) => {
            // What still arrives behind a close was sent by somebody who is being sent away.
            if (socket.readyState !== socket.OPEN) return;
            const text = String(data);
            if (isOfServers(text)) socket.close(CloseCode.BadRequest, 'Only servers send this message');
            else void handleInOrder(text).catch(goAway);
          });
        },
      },
      { header, address, socket, outlet: new Outlet(socket), running: new Set() },
    );
    watch.add(socket);
    socket.once('close', (code, reason) => {
      watch.drop(socket);
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
