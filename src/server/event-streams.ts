import { randomBytes } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { type ExecutionResult, GraphQLError } from 'graphql';
import { createHandler, type Response } from 'graphql-sse';
import type { Config } from '../config.js';
import type { Services } from '../context.js';
import { unauthenticated } from '../graphql/errors.js';
import { answerErrors } from './answers.js';
import { type Buckets, REFUSED_COST } from './buckets.js';
import { DEADLINE_MS, within } from './deadline.js';
import { EventConnection } from './event-connection.js';
import { writeEvents } from './event-flow.js';
import { eventOpening } from './event-outlet.js';
import { foreignOrigin, noStream, refusalOf } from './event-refusals.js';
import { acceptOf, EVENTS, operationIdOf, tokenOf, wantsEvents } from './event-request.js';
import { asGraphQLError, refusal, withLastWords } from './last-words.js';
import { openSession } from './open-session.js';
import { isOriginAllowed } from './origin.js';
import { type Overload, overloaded } from './overload.js';
import { answerError, type Report } from './protections.js';
import type { Results, SubscriptionArgs } from './subscribe-fresh.js';
import type { Subscriptions } from './subscriptions.js';

export const STREAM_PATH = '/graphql/stream';
/** Streams and reservations; more belong to another process. */
const STREAMS_MAX = 10_000;
/** A reservation that nobody comes for is given away. */
const RESERVED_MS = 10_000;
/** How long a stream whose caller was locked out has to say so. */
const LAST_WORDS_MS = 500;

export interface EventStreamDependencies {
  readonly subscriptions: Subscriptions;
  readonly buckets: Buckets | null;
  readonly services: Pick<Services, 'authenticator' | 'sessions'>;
  readonly overload: Overload;
  readonly config: Config;
  readonly report: Report;
}

/** A request, and the connection that it belongs to. */
interface Passage {
  readonly request: FastifyRequest;
  readonly connection: EventConnection;
  /** The token of its reservation; null: the request is a subscription of its own. */
  readonly token: string | null;
  readonly onOver: () => void;
}

type Args = SubscriptionArgs & { readonly connection: EventConnection; readonly free: () => void };

/** A request that is refused before anything of it ran. */
class Refused extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super();
  }
}

/** Serves subscriptions by server-sent events, for where no WebSocket comes through: the protocol of graphql-sse, both modes. */
export function serveEventStreams(
  app: FastifyInstance,
  { subscriptions, buckets, services, overload, config, report }: EventStreamDependencies,
) {
  const reservations = new Map<string, EventConnection>();
  const open = new Set<ServerResponse>();

  const handle = createHandler<FastifyRequest, Passage>({
    authenticate: ({ context }) => context.token,
    // The gate did.
    validate: () => [],
    onSubscribe: async ({ context }, { query, operationName, variables }) => {
      const { connection, request, token } = context;
      let free = () => {};
      try {
        free = connection.take();
        const asked = { query, operationName, variables: variables ?? {} };
        const args = await subscriptions.admit(connection.session, request.ip, asked, request.call);
        const direct = { outlet: connection.outlet, opening: eventOpening(token === null ? null : operationIdOf(request)) };
        if ('document' in args) return { ...args, direct, connection, free } as never;
        throw new Refused(args);
      } catch (error) {
        free();
        // By itself a refusal is the only thing that its stream tells; else it is the answer to the request.
        if (token !== null) throw error;
        return refusal({ errors: error instanceof Refused ? error.errors : [asGraphQLError(error)] });
      }
    },
    subscribe: (args) => run(args as unknown as Args),
    onNext: async (_context, { context: { connection } }, result) => {
      await connection.flow.turn();
      return subscriptions.masked(result as ExecutionResult);
    },
    onComplete: (_context, { context }) => context.onOver(),
  });

  async function run({ connection, free, ...args }: Args): Promise<Results | ExecutionResult> {
    try {
      const result = await subscriptions.begin(args);
      if (!(Symbol.asyncIterator in result)) {
        free();
        return result;
      }
      const results = withLastWords(result, free);
      // Nobody would end it: its stream is gone already.
      if (connection.isGone) await results.return();
      return results;
    } catch (error) {
      free();
      throw error;
    }
  }

  /** @throws GraphQLError when the caller is nobody, or the stream not theirs */
  async function connectionOf(request: FastifyRequest, token: string | null): Promise<EventConnection> {
    const { authorization } = request.headers;
    if (token === null) {
      const isStream = request.method !== 'DELETE' && wantsEvents(request);
      if (request.method !== 'PUT' && !isStream) throw noStream();
      if (open.size + reservations.size >= STREAMS_MAX) throw overloaded();
      const session = await openSession(services.sessions, authorization, () => request.raw.socket.destroyed);
      if (!session) throw unauthenticated();
      return new EventConnection(session, request.method === 'PUT');
    }
    const connection = reservations.get(token);
    if (!connection || connection.session.ended) throw noStream();
    // The browser's EventSource sends nothing but the address; whatever else is done with a token takes the credential, too.
    if (authorization === undefined && request.method === 'GET' && wantsEvents(request)) return connection;
    const actor = await within(DEADLINE_MS - request.call.ms, () => services.authenticator.authenticate(authorization));
    if (!actor) throw unauthenticated();
    const { id, programId } = connection.session.actor;
    if (actor.id !== id || actor.programId !== programId) throw noStream();
    return connection;
  }

  async function serve(request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
    const given = tokenOf(request);
    const connection = await connectionOf(request, given);
    request.call.actor = connection.session.actor;
    const isNew = given === null;
    const token = isNew && request.method === 'PUT' ? randomBytes(32).toString('base64url') : given;
    let response: Response;
    try {
      // An operation pays for itself; a reservation would cost nothing.
      if (isNew && token !== null) await buckets?.charge(connection.session.actor, request.ip, REFUSED_COST);
      response = await ask(request, connection, token);
    } catch (error) {
      if (isNew) connection.close();
      throw error;
    }
    const [body, { status, headers }] = response;
    if (reply.sent) {
      // Too late: its caller was told so.
      if (isNew) connection.close();
      if (body !== null && typeof body !== 'string') await body.return(undefined);
      return reply;
    }
    if (body !== null && typeof body !== 'string') {
      void stream(request, reply, { connection, token, body });
      return reply;
    }
    if (status === 201) reserve(token as string, connection);
    else if (isNew) connection.close();
    if (status >= 400) return answerErrors(request, reply, status, [refusalOf(status, body)]);
    return reply
      .code(status)
      .headers({ ...headers })
      .send(body ?? '');
  }

  /** Has the library answer, and sees to it that an id is free again where the operation did not begin or was completed. */
  async function ask(request: FastifyRequest, connection: EventConnection, token: string | null): Promise<Response> {
    const id = token === null ? null : operationIdOf(request);
    if (id !== null && request.method === 'DELETE') connection.complete(id);
    if (id === null || request.method !== 'POST') return handle(asLibraryRequest({ request, connection, token, onOver: () => {} }));
    await connection.free(id);
    // Of a double the library says that it is one.
    const end = connection.note(id) ?? (() => {});
    const asked = asLibraryRequest({ request, connection, token, onOver: end });
    try {
      const response = await handle(asked);
      if (response[1].status !== 202) end();
      return response;
    } catch (error) {
      // It would keep the id of what did not begin.
      await handle({ ...asked, method: 'DELETE', url: `${STREAM_PATH}?${new URLSearchParams({ operationId: id })}` });
      end();
      throw error;
    }
  }

  /** Keeps a connection for whoever comes with its token, for a while. */
  function reserve(token: string, connection: EventConnection): void {
    reservations.set(token, connection);
    const drop = () => {
      if (connection.isOpen || connection.isGone) return;
      reservations.delete(token);
      connection.close();
      void forgetReservation(token, connection);
    };
    setTimeout(drop, RESERVED_MS).unref();
    connection.session.listen(() => connection.session.ended && drop());
  }

  /** The library lets go of a reservation only when its stream ends: so it is opened and ended. */
  async function forgetReservation(token: string, connection: EventConnection): Promise<void> {
    const headers = { get: (name: string) => (name === 'accept' ? EVENTS : undefined) };
    const context = { connection, token, onOver: () => {} } as unknown as Passage;
    const [body] = await handle({ method: 'GET', url: STREAM_PATH, headers, body: null, raw: {} as FastifyRequest, context });
    if (body && typeof body !== 'string') await body.return(undefined);
  }

  async function stream(
    request: FastifyRequest,
    reply: FastifyReply,
    { connection, token, body }: { connection: EventConnection; token: string | null; body: AsyncGenerator<string, void> },
  ): Promise<void> {
    const { session } = connection;
    const { raw } = reply;
    connection.isOpen = true;
    request.call.isStream = true;
    request.raw.socket.setTimeout(0);
    reply.hijack();
    // Nothing on the way may hold events back or change them.
    const own = { 'content-type': `${EVENTS}; charset=utf-8`, 'cache-control': 'no-cache, no-transform', 'x-accel-buffering': 'no' };
    raw.writeHead(200, { ...(reply.getHeaders() as Record<string, string>), ...own });
    open.add(raw);
    connection.outlet.open(raw);
    const leave = () => {
      open.delete(raw);
      if (token !== null) reservations.delete(token);
      connection.close();
      void body.return(undefined);
    };
    raw.once('close', leave);
    if (raw.destroyed) leave();
    session.listen(() => {
      if (session.ended === 'UNKNOWN') raw.destroy();
      else if (session.ended) setTimeout(() => raw.end(), LAST_WORDS_MS).unref();
    });
    try {
      for await (const text of body) {
        if (!(await writeEvents(raw, text))) break;
        if (text.startsWith('event: next')) connection.flow.taken();
      }
      raw.end();
    } catch (error) {
      report('event stream', error);
      raw.destroy();
    }
  }

  app.route({
    url: STREAM_PATH,
    method: ['GET', 'POST', 'PUT', 'DELETE'],
    exposeHeadRoute: false,
    handler: async (request, reply) => {
      try {
        if (!isOriginAllowed(request.headers.origin, request.headers.host, config.corsOrigins)) throw foreignOrigin();
        if (overload.isOver) throw overloaded();
        return await overload.during(() => within(DEADLINE_MS - request.call.ms, () => serve(request, reply)));
      } catch (error) {
        if (error instanceof Refused) return answerErrors(request, reply, 400, error.errors.map(subscriptions.mask));
        return answerError(error, request, reply, report);
      }
    },
  });

  return {
    /** Cuts every stream off without a word of farewell: a client takes that for a fault and comes back, to another process. */
    stop(): void {
      for (const raw of open) raw.destroy();
    },
    get connections(): number {
      return open.size;
    },
  };
}

function asLibraryRequest(passage: Passage) {
  const { request } = passage;
  const { method, url, headers, body } = request;
  return {
    method,
    url,
    headers: { get: (name: string) => (name === 'accept' ? acceptOf(request) : (headers[name] as string | undefined)) },
    body: (body ?? null) as Record<string, unknown> | null,
    raw: request,
    context: passage,
  };
}
