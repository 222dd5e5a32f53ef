import type { IncomingMessage, ServerResponse } from 'node:http';
import cors from '@fastify/cors';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import helmet, { type HelmetOptions } from 'helmet';
import { maskError } from '../graphql/errors.js';
import { answerErrors, plainError } from './answers.js';

export type Report = (errorId: string, error: unknown) => void;

/** Methods of the paths that exist; a known path with another method is a 405. */
export const METHODS: Readonly<Record<string, string>> = {
  '/graphql': 'GET, POST',
  '/graphql/stream': 'DELETE, GET, POST, PUT',
  '/livez': 'GET',
  '/readyz': 'GET',
};

/** What a browser is told: nothing of an answer is a page. A plugin that serves one sets a policy of its own when it sends. */
export async function protectBrowsers(app: FastifyInstance, corsOrigins: readonly string[]): Promise<void> {
  const headers = headersOf({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: { defaultSrc: ["'none'"], frameAncestors: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"] },
    },
    referrerPolicy: { policy: 'no-referrer' },
  });
  app.addHook('onRequest', (_request, reply, next) => {
    reply.headers(headers);
    next();
  });
  // An own page needs none, and where no other is listed no other is told anything.
  if (corsOrigins.length === 0) return;
  await app.register(cors, {
    origin: [...corsOrigins],
    methods: ['GET', 'POST', 'PUT', 'DELETE'],
    allowedHeaders: ['authorization', 'content-type', 'apollo-require-preflight', 'traceparent', 'x-graphql-event-stream-token'],
    exposedHeaders: ['retry-after', 'x-request-id'],
    maxAge: 600,
  });
}

/** The headers that helmet sets, which are the same for every answer: asked for once instead of with each. */
function headersOf(options: HelmetOptions): Record<string, string> {
  const headers: Record<string, string> = {};
  const response = { setHeader: (name: string, value: string) => (headers[name.toLowerCase()] = value), removeHeader: () => {} };
  helmet(options)({} as IncomingMessage, response as unknown as ServerResponse, (error) => {
    if (error) throw error;
  });
  return headers;
}

/** Everything that is no answer of GraphQL itself: the same form, and nothing about what runs here. */
export function answerFailures(app: FastifyInstance, report: Report): void {
  app.setNotFoundHandler((request, reply) => {
    const allowed = METHODS[pathOf(request.url)];
    if (allowed === undefined) return answerErrors(request, reply, 404, [plainError('There is nothing here.', 'NOT_FOUND')]);
    return answerErrors(request, reply.header('allow', allowed), 405, [plainError(`Only ${allowed} here.`, 'METHOD_NOT_ALLOWED')]);
  });
  app.setErrorHandler((error, request, reply) => answerError(error, request, reply, report));
}

/** Answers with an error as `maskError` shows it, and the status that goes with it. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply, report: Report): FastifyReply {
  const status = statusOf(error, request);
  // The rest of a body that nobody wants is not waited for.
  if (status === 413) reply.header('connection', 'close');
  const shown = error instanceof GraphQLError || status === 500 ? maskError(error, report) : (OF_STATUS[status] ?? BAD_REQUEST);
  return answerErrors(request, reply, status, [shown]);
}

const BAD_REQUEST = plainError('The request cannot be read.', 'BAD_REQUEST');
const OF_STATUS: Readonly<Record<number, typeof BAD_REQUEST>> = {
  413: plainError('The request is too large.', 'PAYLOAD_TOO_LARGE'),
  415: plainError('Send application/json.', 'UNSUPPORTED_MEDIA_TYPE'),
};

function statusOf(error: unknown, { raw }: Pick<FastifyRequest, 'raw'>): number {
  // Who breaks off while sending hears nothing, and is no fault of ours. Where all was sent, it was another connection that broke.
  if ((error as { code?: unknown } | null)?.code === 'ECONNRESET' && !raw.complete) return 400;
  if (error instanceof GraphQLError)
    return (error.extensions.http as { status?: number } | undefined)?.status ?? (error.extensions.isPublic ? 400 : 500);
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  return typeof status === 'number' && status >= 400 && status < 500 ? status : 500;
}

export const pathOf = (url: string): string => url.split('?', 1)[0] as string;
