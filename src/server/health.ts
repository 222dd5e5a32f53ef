import type { FastifyInstance } from 'fastify';
import type { Pool } from 'pg';
import { within } from './deadline.js';

const DATABASE_MS = 1_000;

/** Tells load balancers and supervisors the truth: alive is whoever answers; ready is who can also reach the database and is not going away. */
export function serveHealth(app: FastifyInstance, reads: Pool, isDraining: () => boolean): void {
  let probe: Promise<unknown> | undefined;
  const reachDatabase = (): Promise<unknown> => {
    // One at a time: probes must not fill the pool of a database that hangs.
    probe ??= reads.query({ text: 'select 1', query_timeout: DATABASE_MS } as { text: string }).finally(() => {
      probe = undefined;
    });
    const probing = probe;
    return within(DATABASE_MS, () => probing);
  };
  app.get('/livez', { exposeHeadRoute: false }, async () => ({ status: 'ok' }));
  app.get('/readyz', { exposeHeadRoute: false }, async (_request, reply) => {
    if (isDraining()) return reply.code(503).send({ status: 'draining' });
    try {
      await reachDatabase();
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'unavailable' });
    }
  });
}
