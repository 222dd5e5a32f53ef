import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { ApolloServer } from '@apollo/server';
import { fastifyApolloHandler } from '@as-integrations/fastify';
import { defineEntity, LockMode, MikroORM, p } from '@mikro-orm/postgresql';
import Fastify from 'fastify';

/**
 * The usual way to write `recordActivity`: Apollo, an entity for each thing, a transaction with a locked
 * wallet, one flush. Not a straw man: pooled connections, one statement for each entity, nothing wasted.
 */
const wallets = defineEntity({
  name: 'Wallet',
  tableName: 'wallets',
  properties: {
    id: p.uuid().primary(),
    externalId: p.string().unique(),
    active: p.integer(),
    earned: p.integer(),
    spend: p.integer(),
    tier: p.string(),
  },
});
class Wallet extends wallets.class {}
wallets.setClass(Wallet);
const activities = defineEntity({
  name: 'Activity',
  tableName: 'activities',
  properties: {
    id: p.uuid().primary(),
    walletId: p.uuid(),
    idempotencyKey: p.string().unique(),
    amount: p.integer(),
    createdAt: p.datetime(),
  },
});
class Activity extends activities.class {}
activities.setClass(Activity);
const entries = defineEntity({
  name: 'LedgerEntry',
  tableName: 'ledger_entries',
  properties: {
    id: p.uuid().primary(),
    walletId: p.uuid().index(),
    activityId: p.uuid(),
    points: p.integer(),
    balanceAfter: p.integer(),
    createdAt: p.datetime(),
  },
});
class LedgerEntry extends entries.class {}
entries.setClass(LedgerEntry);

const [url, memberCount] = process.argv.slice(2) as [string, string];
const orm = await MikroORM.init({ clientUrl: url, entities: [Wallet, Activity, LedgerEntry], pool: { min: 4, max: 10 } });
await orm.em.getConnection().execute(`
  create table if not exists wallets (id uuid primary key, external_id varchar(255) unique, active int, earned int, spend int, tier varchar(20));
  create table if not exists activities (id uuid primary key, wallet_id uuid, idempotency_key varchar(255) unique, amount int, created_at timestamptz);
  create table if not exists ledger_entries (id uuid primary key, wallet_id uuid, activity_id uuid, points int, balance_after int, created_at timestamptz);
  create index if not exists ledger_entries_wallet on ledger_entries (wallet_id);
  insert into wallets select gen_random_uuid(), 'm' || i, 0, 0, 0, 'A' from generate_series(0, ${Number(memberCount) - 1}) i on conflict do nothing`);

interface Input {
  readonly externalId: string;
  readonly idempotencyKey: string;
  readonly amount: number;
}

const apollo = new ApolloServer({
  typeDefs: `
    input RecordInput { externalId: String! idempotencyKey: String! amount: Int! }
    type Entry { points: Int! balanceAfter: Int! }
    type Payload { entry: Entry replayed: Boolean! }
    type Query { ok: Boolean }
    type Mutation { recordActivity(input: RecordInput!): Payload }`,
  resolvers: {
    Mutation: {
      recordActivity: (_: unknown, { input }: { input: Input }) =>
        orm.em.fork().transactional(async (em) => {
          const wallet = await em.findOneOrFail(Wallet, { externalId: input.externalId }, { lockMode: LockMode.PESSIMISTIC_WRITE });
          const known = await em.findOne(Activity, { idempotencyKey: input.idempotencyKey });
          if (known) return { entry: await em.findOneOrFail(LedgerEntry, { activityId: known.id }), replayed: true };
          const points = Math.floor(input.amount / 100);
          wallet.active += points;
          wallet.earned += points;
          wallet.spend += input.amount;
          if (wallet.spend >= 10_000) wallet.tier = 'B';
          const createdAt = new Date();
          const activity = em.create(Activity, {
            id: randomUUID(),
            walletId: wallet.id,
            idempotencyKey: input.idempotencyKey,
            amount: input.amount,
            createdAt,
          });
          const entry = em.create(LedgerEntry, {
            id: randomUUID(),
            walletId: wallet.id,
            activityId: activity.id,
            points,
            balanceAfter: wallet.active,
            createdAt,
          });
          em.persist([activity, entry]);
          await em.flush();
          return { entry, replayed: false };
        }),
    },
  },
});
await apollo.start();
const app = Fastify();
app.route({ url: '/graphql', method: 'POST', handler: fastifyApolloHandler(apollo) });
const address = await app.listen({ port: 0, host: '127.0.0.1' });
process.on('message', () => {
  void app
    .close()
    .then(() => orm.close())
    .then(() => process.disconnect());
});
process.send?.({ result: { url: `${address}/graphql` } });
