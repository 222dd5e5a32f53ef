import { type ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { Context, type Services } from '../context.js';
import type { Allowance } from '../graphql/allowance.js';
import { COST_MAX } from '../graphql/cost.js';
import { maskError, publicError } from '../graphql/errors.js';
import type { Admitted, Gate } from '../graphql/gate.js';
import { answerErrors } from './answers.js';
import type { Passages } from './apollo.js';
import { askedBy } from './asked.js';
import { BODY_BYTES_MAX, payloadTooLarge } from './body.js';
import { type Buckets, REFUSED_COST } from './buckets.js';
import { DEADLINE_MS, within } from './deadline.js';
import { type Overload, overloaded } from './overload.js';
import { answerError, type Report } from './protections.js';

export const PATH = '/graphql';

export interface RouteDependencies {
  readonly gate: Gate;
  readonly buckets: Buckets | null;
  readonly services: Services;
  readonly apollo: ApolloServer<Context>;
  readonly passages: Passages;
  readonly overload: Overload;
  readonly report: Report;
}

/** The errors that a request is refused with, before anything of it ran. */
interface Refused {
  readonly errors: readonly GraphQLError[];
  readonly extensions: Record<string, unknown>;
}

/** Serves queries and mutations: who calls, what it asks for, what that costs, and only then the answer. */
export function serveGraphql(app: FastifyInstance, dependencies: RouteDependencies): void {
  const { services, overload, report } = dependencies;
  app.route({
    url: PATH,
    method: ['POST', 'GET'],
    exposeHeadRoute: false,
    // Before the body: how much of it is read depends on who sends it.
    preParsing: async (request) => {
      const { authorization } = request.headers;
      const known = services.authenticator.known(authorization);
      request.call.actor =
        known !== undefined
          ? known
          : await overload.during(() => within(left(request), () => services.authenticator.authenticate(authorization)));
    },
    handler: async (request, reply) => {
      try {
        // Many may have come in together, before the first of them was counted.
        if (overload.isOver) throw overloaded();
        const answer = await overload.during(() => within(left(request), () => serve(request, dependencies)));
        return 'errors' in answer ? refuse(request, reply, answer, report) : write(reply, answer);
      } catch (error) {
        return answerError(error, request, reply, report);
      }
    },
  });
}

const left = (request: FastifyRequest): number => DEADLINE_MS - request.call.ms;

async function serve(request: FastifyRequest, { gate, buckets, services, apollo, passages }: RouteDependencies) {
  const { call } = request;
  const actor = call.actor ?? null;
  const asked = askedBy(request);
  const admitted = asked && gate.admit(asked);
  const isAdmitted = admitted !== null && 'cost' in admitted;
  const cost = isAdmitted ? admitted.cost : REFUSED_COST;
  const allowance = buckets ? await buckets.charge(actor, request.ip, cost) : null;
  const extensions = costExtensions(cost, allowance);
  if (admitted && !isAdmitted) return { errors: admitted, extensions } satisfies Refused;
  if (isAdmitted) {
    call.operation = admitted.operation;
    call.cost = cost;
    if (call.bytes > BODY_BYTES_MAX && !admitted.isBulk) throw payloadTooLarge();
    if (admitted.operation.operation === 'subscription') throw onlyBySocket();
  } else if (call.bytes > BODY_BYTES_MAX) throw payloadTooLarge();
  const httpGraphQLRequest = toApollo(request, isAdmitted ? admitted : null);
  if (isAdmitted) passages.set(httpGraphQLRequest, { admitted, call, extensions });
  return apollo.executeHTTPGraphQLRequest({ httpGraphQLRequest, context: async () => new Context(services, actor, allowance, request.ip) });
}

const costExtensions = (requested: number, allowance: Allowance | null) => ({
  cost: {
    requested,
    maximum: COST_MAX,
    ...(allowance && { remaining: allowance.remaining, resetAt: new Date(allowance.resetAt).toISOString() }),
  },
});

/** The request as Apollo wants it, with the text that was admitted, whatever name it was asked for by. */
function toApollo(request: FastifyRequest, admitted: Admitted | null) {
  const headers = new HeaderMap();
  for (const [name, value] of Object.entries(request.headers))
    if (value) headers.set(name, Array.isArray(value) ? value.join(', ') : value);
  const at = request.url.indexOf('?');
  let search = at < 0 ? '' : request.url.slice(at);
  let { body } = request;
  if (admitted && request.method === 'GET') {
    const parameters = new URLSearchParams(search);
    parameters.set('query', admitted.query);
    search = `?${parameters}`;
  } else if (admitted) body = { ...(body as object), query: admitted.query };
  return { method: request.method, headers, search, body };
}

function refuse(request: FastifyRequest, reply: FastifyReply, { errors, extensions }: Refused, report: Report): FastifyReply {
  return answerErrors(
    request,
    reply,
    400,
    errors.map((error) => maskError(error, report)),
    extensions,
  );
}

function write(reply: FastifyReply, { status, headers, body }: HTTPGraphQLResponse): FastifyReply {
  for (const [name, value] of headers) reply.header(name, value);
  if (body.kind !== 'complete') throw new Error('answers come in one piece here');
  return reply.code(status ?? 200).send(body.string);
}

const onlyBySocket = () => publicError('Subscriptions run over WebSocket, or by server-sent events at /graphql/stream.', 'BAD_REQUEST');
