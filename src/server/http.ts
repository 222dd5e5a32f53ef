import { ApolloServer } from '@apollo/server';
import { fastifyApolloDrainPlugin, fastifyApolloHandler } from '@as-integrations/fastify';
import Fastify, { type FastifyInstance } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Pool } from 'pg';
import { Context, type Services } from '../context.js';
import { maskError } from '../graphql/errors.js';
import { GATE_RULES, TOKENS_MAX } from '../graphql/gate.js';
import { serveGraphiql } from './graphiql.js';
import { PATH } from './websocket.js';

/** Room for 500 activities with items. */
const BODY_BYTES_MAX = 5 * 1024 * 1024;

export interface HttpDependencies {
  readonly schema: GraphQLSchema;
  readonly services: Services;
  readonly reads: Pool;
  readonly report: (errorId: string, error: unknown) => void;
  readonly isGraphiqlOn: boolean;
}

/** Serves queries and mutations, and says whether the process is alive and ready. */
export async function createHttp({
  schema,
  services,
  reads,
  report,
  isGraphiqlOn,
}: HttpDependencies): Promise<{ app: FastifyInstance; apollo: ApolloServer<Context> }> {
  const app = Fastify({ bodyLimit: BODY_BYTES_MAX, forceCloseConnections: 'idle' });
  const apollo = new ApolloServer<Context>({
    schema,
    parseOptions: { maxTokens: TOKENS_MAX },
    validationRules: [...GATE_RULES],
    csrfPrevention: true,
    persistedQueries: false,
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    formatError: (_formatted, error) => maskError(error, report),
    plugins: [fastifyApolloDrainPlugin(app)],
    // Apollo would listen to signals by itself; here main.ts alone decides when to stop.
    stopOnTerminationSignals: false,
  });
  await apollo.start();
  app.route({
    url: PATH,
    method: ['POST', 'GET'],
    handler: fastifyApolloHandler(apollo, {
      context: async (request) => new Context(services, await services.authenticator.authenticate(request.headers.authorization)),
    }),
  });
  if (isGraphiqlOn) await app.register(serveGraphiql);
  app.get('/livez', async () => ({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    try {
      await reads.query('select 1');
      return { status: 'ok' };
    } catch {
      return reply.code(503).send({ status: 'unavailable' });
    }
  });
  return { app, apollo };
}
