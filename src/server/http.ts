import { randomUUID } from 'node:crypto';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import Fastify, { type FastifyInstance, type FastifyPluginAsync, type FastifyReply } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Pool } from 'pg';
import type { Config } from '../config.js';
import type { Services } from '../context.js';
import type { Gate } from '../graphql/gate.js';
import { plainError } from './answers.js';
import { createApollo, type Passages } from './apollo.js';
import { readBodies } from './body.js';
import type { Buckets } from './buckets.js';
import { serveGraphql } from './graphql-route.js';
import { serveHealth } from './health.js';
import type { Overload } from './overload.js';
import { answerFailures, protectBrowsers, type Report } from './protections.js';
import type { Observer } from './record.js';
import { frameRequests } from './requests.js';

/** Slow and half-open clients are let go after these. */
const PATIENCE = {
  headersTimeout: 5_000,
  requestTimeout: 10_000,
  /** Longer than a request may take, so that it ends only what is idle or takes no answer. */
  connectionTimeout: 15_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 1_000,
} as const;
const REQUESTS_PER_SOCKET_MAX = 10_000;
const IN_FLIGHT_END_MS = 10_000;

export interface HttpDependencies {
  readonly schema: GraphQLSchema;
  readonly gate: Gate;
  readonly buckets: Buckets | null;
  readonly services: Services;
  readonly reads: Pool;
  readonly overload: Overload;
  readonly config: Config;
  readonly observers: readonly Observer[];
  readonly report: Report;
  /** Pages beside the API, each with a security policy of its own. */
  readonly pages?: readonly FastifyPluginAsync[];
}

export interface Http {
  readonly app: FastifyInstance;
  /** Says at /readyz that it is going away, and goes on answering meanwhile, each connection for the last time. */
  drain(): Promise<void>;
  /** Ends listening at once; lets requests under way finish, for ten seconds. */
  stop(): Promise<void>;
}

/** Serves queries and mutations, and says whether the process is alive and ready. */
export async function createHttp({
  schema,
  gate,
  buckets,
  services,
  reads,
  overload,
  config,
  observers,
  report,
  pages = [],
}: HttpDependencies): Promise<Http> {
  const { headersTimeout, connectionsCheckingInterval, ...timeouts } = PATIENCE;
  const app = Fastify({
    ...timeouts,
    http: { headersTimeout, connectionsCheckingInterval },
    maxRequestsPerSocket: REQUESTS_PER_SOCKET_MAX,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // The nearest proxy alone: what stands before its entry, the caller wrote.
    trustProxy: config.isProxyTrusted && ((_address: string, hop: number) => hop === 0),
    requestIdHeader: false,
    genReqId: () => randomUUID(),
    frameworkErrors: (_error, _request, reply) => {
      void (reply as FastifyReply).code(400).type('application/json; charset=utf-8').send(UNREADABLE);
    },
    clientErrorHandler: (error, socket) => answerUnreadable(error, socket),
  });
  let isDraining = false;
  const passages: Passages = new WeakMap();
  const apollo = createApollo(schema, gate, passages, report);
  await apollo.start();
  frameRequests(app, { overload, observers, isDraining: () => isDraining, report });
  answerFailures(app, report);
  await protectBrowsers(app, config.corsOrigins);
  readBodies(app);
  serveGraphql(app, { gate, buckets, services, apollo, passages, overload, report });
  for (const page of pages) await app.register(page);
  serveHealth(app, reads, () => isDraining);
  return {
    app,
    async drain() {
      isDraining = true;
      await sleep(config.drainMs);
    },
    async stop() {
      isDraining = true;
      const force = setTimeout(() => app.server.closeAllConnections(), IN_FLIGHT_END_MS);
      await app.close();
      clearTimeout(force);
      await apollo.stop();
    },
  };
}

const UNREADABLE = JSON.stringify({ errors: [plainError('The request cannot be read.', 'BAD_REQUEST')] });

/** What is no HTTP, or too slow, is answered where it still can be, and the connection ended. */
function answerUnreadable(error: Error & { code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'ERR_HTTP_REQUEST_TIMEOUT' ? '408 Request Timeout' : '400 Bad Request';
  socket.end(
    `HTTP/1.1 ${status}\r\ncontent-type: application/json; charset=utf-8\r\ncontent-length: ${UNREADABLE.length}\r\nconnection: close\r\n\r\n${UNREADABLE}`,
    () => socket.destroy(),
  );
}
