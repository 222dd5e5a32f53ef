import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createPubSub } from '@graphql-yoga/subscription';
import fastify from 'fastify';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { useServer as serveSockets } from 'graphql-ws/use/ws';
import { createSchema, createYoga } from 'graphql-yoga';
import mercurius from 'mercurius';
import { WebSocketServer } from 'ws';
import { type Ask, answerParent, collect, SELECTION, type Told, told } from './protocol.js';

/** The event that all of them send: one that Laurel sent. */
const EVENT = JSON.parse(process.env.BENCH_EVENT as string) as object;
const BYTES = JSON.stringify({ id: '1', type: 'next', payload: { data: { journal: EVENT } } });
const ALL = 'all';
const topicOf = (topic: number | null) => (topic === null ? ALL : `t${topic}`);

const SDL = `
  type Query { one: Int }
  type Subscription { journal(topic: String!): Change }
  type Change { cursor: String number: Float follows: Float entry: Entry }
  type Entry { id: ID kind: String number: Float effectiveAt: String postedAt: String summary: String changes: [WalletChange] }
  type WalletChange { currencyCode: String amount: Float balanceAfter: Float }
`;
const document = (topic: string) => ({
  query: `subscription ($topic: String!) { journal(topic: $topic) { ${SELECTION} } }`,
  variables: { topic },
});

interface Contender {
  readonly url: string;
  publish(topic: string): void;
}

const listening = async (server: ReturnType<typeof createServer>, path = ''): Promise<string> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `ws://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
};

const resolvers = (subscribe: (topic: string) => unknown) => ({
  Subscription: {
    journal: { subscribe: (_: unknown, { topic }: { topic: string }) => subscribe(topic), resolve: (event: unknown) => event },
  },
});

/** No protocol, no execution: what was made once is sent to everybody. */
async function raw(): Promise<Contender> {
  const server = createServer();
  const sockets = new WebSocketServer({ server, perMessageDeflate: false });
  const topics = new Map<string, Set<import('ws').WebSocket>>();
  sockets.on('connection', (socket) => {
    socket.on('message', (data) => {
      const { type, payload } = JSON.parse(String(data)) as { type: string; payload?: { variables?: { topic: string } } };
      if (type === 'connection_init') socket.send('{"type":"connection_ack"}');
      const topic = payload?.variables?.topic;
      if (topic) topics.set(topic, (topics.get(topic) ?? new Set()).add(socket));
    });
  });
  return {
    url: await listening(server),
    publish: (topic) => {
      for (const socket of topics.get(topic) ?? []) socket.send(BYTES);
    },
  };
}

async function graphqlWs(): Promise<Contender> {
  const pubSub = createPubSub<Record<string, [object]>>();
  const schema: GraphQLSchema = buildSchema(SDL);
  const field = schema.getSubscriptionType()?.getFields().journal;
  if (!field) throw new Error('no field');
  const { Subscription } = resolvers((topic) => pubSub.subscribe(topic));
  field.subscribe = Subscription.journal.subscribe as never;
  field.resolve = Subscription.journal.resolve;
  const server = createServer();
  serveSockets({ schema }, new WebSocketServer({ server, perMessageDeflate: false }));
  return { url: await listening(server), publish: (topic) => pubSub.publish(topic, EVENT) };
}

async function yoga(): Promise<Contender> {
  const pubSub = createPubSub<Record<string, [object]>>();
  const schema = createSchema({ typeDefs: SDL, resolvers: resolvers((topic) => pubSub.subscribe(topic)) as never });
  const made = createYoga({ schema, logging: false });
  const server = createServer(made);
  // As its documentation has it.
  serveSockets(
    {
      execute: (args) => (args as never as { rootValue: { execute: (args: unknown) => never } }).rootValue.execute(args),
      subscribe: (args) => (args as never as { rootValue: { subscribe: (args: unknown) => never } }).rootValue.subscribe(args),
      onSubscribe: async (ctx, _id, params) => {
        const { schema, execute, subscribe, contextFactory, parse, validate } = made.getEnveloped({
          ...ctx,
          req: ctx.extra.request,
          socket: ctx.extra.socket,
          params,
        });
        const args = {
          schema,
          operationName: params.operationName,
          document: parse(params.query),
          variableValues: params.variables,
          contextValue: await contextFactory(),
          rootValue: { execute, subscribe },
        };
        const errors = validate(args.schema, args.document);
        return errors.length > 0 ? errors : (args as never);
      },
    },
    new WebSocketServer({ server, path: made.graphqlEndpoint, perMessageDeflate: false }),
  );
  return { url: await listening(server, made.graphqlEndpoint), publish: (topic) => pubSub.publish(topic, EVENT) };
}

async function mercuriusServer(): Promise<Contender> {
  const app = fastify();
  await app.register(mercurius, {
    schema: SDL,
    resolvers: {
      Subscription: {
        journal: {
          subscribe: (_: unknown, { topic }: { topic: string }, { pubsub }: { pubsub: { subscribe(topic: string): unknown } }) =>
            pubsub.subscribe(topic),
          resolve: (event: unknown) => event,
        },
      },
    } as never,
    subscription: true,
  });
  await app.listen({ port: 0, host: '127.0.0.1' });
  const { port } = app.server.address() as AddressInfo;
  return {
    url: `ws://127.0.0.1:${port}/graphql`,
    publish: (topic) => void app.graphql.pubsub.publish({ topic, payload: EVENT as never }),
  };
}

const CONTENDERS: Readonly<Record<string, () => Promise<Contender>>> = { raw, 'graphql-ws': graphqlWs, yoga, mercurius: mercuriusServer };

const contender = await (CONTENDERS[process.argv[2] as string] as () => Promise<Contender>)();

async function obey(ask: Ask): Promise<Told> {
  if (ask.do === 'burst') {
    for (let i = 0; i < ask.events; i += 1) {
      contender.publish(topicOf(ask.topics === null ? null : i % ask.topics));
      // Ten in a turn, as a batch of the journal brings them.
      if (i % 10 === 9) await new Promise(setImmediate);
    }
  } else if (ask.do === 'memory') await collect();
  else if (ask.do === 'stop') setImmediate(() => process.exit(0));
  return told();
}
answerParent(obey);
process.send?.({ result: { url: contender.url, init: {}, all: document(ALL), one: document('t{topic}') } });
