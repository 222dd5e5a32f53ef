import { Migrator } from '@mikro-orm/migrations';
import { type EntityManager, MikroORM } from '@mikro-orm/postgresql';
import { CompiledQuery, type Transaction as KyselyTransaction } from 'kysely';
import { ApiKey } from '../access/api-key.entity.js';
import { IdentityProvider } from '../access/identity-provider.entity.js';
import { Staff } from '../access/staff.entity.js';
import { CommunityMember } from '../community/community-member.entity.js';
import { Post, PostEdit } from '../community/post.entity.js';
import { Thread } from '../community/thread.entity.js';
import { Household, HouseholdMembership } from '../households/household.entity.js';
import type { Row, Transaction } from '../journal/transaction.js';
import { Member } from '../members/member.entity.js';
import { ProgramRow, ProgramVersion } from '../programs/program.entity.js';
import { CaseMessage, SupportCase } from '../support/support-case.entity.js';
import { WebhookEndpoint } from '../webhooks/webhook-endpoint.entity.js';
import { TIMEOUTS } from './connections.js';
import { reclaimLostConnections } from './lost-connections.js';
import { Migration0001Base } from './migrations/migration-0001-base.js';
import { Migration0002Access } from './migrations/migration-0002-access.js';
import { Migration0003Webhooks } from './migrations/migration-0003-webhooks.js';
import { Migration0004Records } from './migrations/migration-0004-records.js';
import { Migration0005SharedCounters } from './migrations/migration-0005-shared-counters.js';
import { Migration0006Households } from './migrations/migration-0006-households.js';
import { Migration0007BirthDates } from './migrations/migration-0007-birth-dates.js';
import { Migration0008Purchases } from './migrations/migration-0008-purchases.js';
import { Migration0009Vouchers } from './migrations/migration-0009-vouchers.js';
import { Migration0010Referrals } from './migrations/migration-0010-referrals.js';
import { Migration0011Community } from './migrations/migration-0011-community.js';
import { Migration0012Moderation } from './migrations/migration-0012-moderation.js';
import { Migration0013SupportCases } from './migrations/migration-0013-support-cases.js';
import { Migration0014Likes } from './migrations/migration-0014-likes.js';

/** Any two numbers do; every process that migrates must use the same. */
const MIGRATION_LOCK = 7_230_311;

/** The object-relational mapper for everything that is not the hot path. */
export async function openOrm(url: string, timeouts: Partial<typeof TIMEOUTS> = TIMEOUTS): Promise<MikroORM> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [
      Member,
      Household,
      HouseholdMembership,
      ApiKey,
      Staff,
      IdentityProvider,
      ProgramRow,
      ProgramVersion,
      WebhookEndpoint,
      SupportCase,
      CaseMessage,
      CommunityMember,
      Thread,
      Post,
      PostEdit,
    ],
    extensions: [Migrator],
    migrations: {
      tableName: 'migrations',
      migrationsList: [
        Migration0001Base,
        Migration0002Access,
        Migration0003Webhooks,
        Migration0004Records,
        Migration0005SharedCounters,
        Migration0006Households,
        Migration0007BirthDates,
        Migration0008Purchases,
        Migration0009Vouchers,
        Migration0010Referrals,
        Migration0011Community,
        Migration0012Moderation,
        Migration0013SupportCases,
        Migration0014Likes,
      ],
      snapshot: false,
    },
    driverOptions: { ...timeouts, keepAlive: true, application_name: 'laurel' },
    pool: { min: 0, max: 8 },
    // A request forks its own manager; what it leaves behind must not reach the next one.
    allowGlobalContext: false,
    // What goes wrong is thrown; what goes right needs no line.
    logger: () => {},
  });
  reclaimLostConnections(await orm.em.getConnection().getNativeClient());
  return orm;
}

/** Brings the schema up to date, however long that takes. Processes that start together take turns. */
export async function migrate(url: string): Promise<void> {
  const orm = await openOrm(url, { connectionTimeoutMillis: TIMEOUTS.connectionTimeoutMillis });
  const pool = await orm.em.getConnection().getNativeClient();
  const client = await pool.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    await orm.migrator.up();
  } finally {
    await client.query('select pg_advisory_unlock_all()').catch(() => {});
    client.release(true);
    await orm.close();
  }
}

/** The journal's view of a unit of work that is already open. */
export function transactionOf(em: EntityManager): Transaction {
  const context = em.getTransactionContext<KyselyTransaction<unknown>>();
  if (!context) throw new Error('entries can be appended only within em.transactional()');
  return {
    query: async ({ text }, values) => (await context.executeQuery<Row>(CompiledQuery.raw(text, [...values]))).rows,
  };
}
