import type { FastifyInstance } from 'fastify';
import { Call } from './call.js';
import { type Overload, overloaded } from './overload.js';
import { answerError, METHODS, pathOf, type Report } from './protections.js';
import type { Observer } from './record.js';

/** A caller who has not taken its answer by then is cut off: slow reading holds memory. */
const TAKEN_MS = 40_000;
const ABORTED = 499;
const HEALTH = new Set(['/livez', '/readyz']);

export interface RequestDependencies {
  readonly overload: Overload;
  readonly observers: readonly Observer[];
  readonly isDraining: () => boolean;
  readonly report: Report;
}

/** Frames every request: turned away while there is too much, bounded in time, and told to the observers when it is over. */
export function frameRequests(app: FastifyInstance, { overload, observers, isDraining, report }: RequestDependencies): void {
  app.decorateRequest('call');
  // Before anything of the body is read.
  app.addHook('onRequest', async (request, reply) => {
    request.call = new Call();
    const patience = setTimeout(() => request.call.isStream || request.raw.socket.destroy(), TAKEN_MS);
    reply.raw.once('close', () => {
      clearTimeout(patience);
      const { call } = request;
      const path = pathOf(request.url);
      for (const observer of observers) {
        observer.request?.({
          requestId: request.id,
          method: request.method,
          path: path in METHODS ? path : 'other',
          // A stream ends when its reader leaves.
          status: reply.raw.writableFinished || call.isStream ? reply.statusCode : ABORTED,
          startedAt: call.startedAt,
          ms: call.ms,
          actorId: call.actor?.id ?? null,
          role: call.actor?.role ?? null,
          operationType: call.operation?.operation ?? null,
          rootFields: call.rootFields,
          cost: call.cost,
          errorCodes: call.errorCodes,
          traceparent: typeof request.headers.traceparent === 'string' ? request.headers.traceparent : null,
        });
      }
    });
    reply.header('x-request-id', request.id);
    // Whoever keeps the connection would be cut off when listening ends.
    if (isDraining()) reply.header('connection', 'close');
    if (overload.isOver && !HEALTH.has(pathOf(request.url))) return answerError(overloaded(), request, reply, report);
  });
}
