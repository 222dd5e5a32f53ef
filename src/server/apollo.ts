import { ApolloServer, type ApolloServerPlugin, type HTTPGraphQLRequest } from '@apollo/server';
import { ApolloServerPluginLandingPageDisabled } from '@apollo/server/plugin/disabled';
import type { GraphQLSchema } from 'graphql';
import type { Context } from '../context.js';
import { maskError } from '../graphql/errors.js';
import type { Admitted, Gate } from '../graphql/gate.js';
import { TOKENS_MAX } from '../graphql/shape.js';
import type { Call } from './call.js';
import type { Report } from './protections.js';

/** What the gate let through. */
export interface Passage {
  readonly admitted: Admitted;
  readonly call: Call;
  readonly extensions: Record<string, unknown>;
}

/** By the request that Apollo is given; the context would not do, for Apollo makes a copy of it. */
export type Passages = WeakMap<HTTPGraphQLRequest, Passage>;

/** Apollo runs what the gate admitted; parsing and validation were the gate's work and are not done again. */
export function createApollo(schema: GraphQLSchema, gate: Gate, passages: Passages, report: Report): ApolloServer<Context> {
  const onlyAdmitted: ApolloServerPlugin<Context> = {
    async requestDidStart({ request: { http } }) {
      const passage = http && passages.get(http);
      return {
        async didResolveOperation({ source }) {
          if (passage?.admitted.query !== source) throw new Error('an operation came past the gate');
        },
        async willSendResponse({ response: { body } }) {
          if (body.kind !== 'single' || !passage) return;
          passage.call.note(body.singleResult.errors ?? []);
          body.singleResult.extensions = { ...body.singleResult.extensions, ...passage.extensions };
        },
      };
    },
  };
  return new ApolloServer<Context>({
    schema,
    documentStore: {
      // The key ends in the SHA-256 of the text.
      get: async (key) => gate.document(key.slice(-64)),
      set: async () => {},
      delete: async () => {},
    },
    parseOptions: { maxTokens: TOKENS_MAX },
    csrfPrevention: true,
    persistedQueries: false,
    // The gate decides; what it lets through may ask.
    introspection: true,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    formatError: (_formatted, error) => maskError(error, report),
    plugins: [ApolloServerPluginLandingPageDisabled(), onlyAdmitted],
    // Apollo would listen to signals by itself; here main.ts alone decides when to stop.
    stopOnTerminationSignals: false,
  });
}
