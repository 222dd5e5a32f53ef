import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { type Client, createClient } from 'graphql-ws';
import pg from 'pg';
import WebSocket from 'ws';
import { type App, type Parts, startApp } from '../../src/app.js';
import { type Config, readConfig } from '../../src/config.js';
import { verify } from '../../src/verify.js';
import * as api from './generated.js';

export interface GraphQLAnswer<T> {
  readonly data: T;
  readonly errors?: readonly { message: string; path?: string[]; extensions: { code: string; errorId?: string } }[];
}

/** A caller with one key. */
export class Caller {
  constructor(
    readonly url: string,
    readonly secret: string | null,
  ) {}

  /** The whole answer, errors included. */
  async ask<T, V>(document: TypedDocumentNode<T, V> | string, variables?: V): Promise<GraphQLAnswer<T>> {
    const response = await fetch(this.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(this.secret && { authorization: `Bearer ${this.secret}` }) },
      body: JSON.stringify({ query: typeof document === 'string' ? document : print(document), variables }),
    });
    return (await response.json()) as GraphQLAnswer<T>;
  }

  /** The data; any top-level error fails the test. */
  async run<T, V>(document: TypedDocumentNode<T, V>, variables: V): Promise<T> {
    const answer = await this.ask(document, variables);
    if (answer.errors) throw new Error(JSON.stringify(answer.errors));
    return answer.data;
  }

  /** A graphql-ws client that does not come back by itself. */
  live(): Client {
    return createClient({
      url: this.url.replace('http', 'ws'),
      webSocketImpl: WebSocket,
      retryAttempts: 0,
      connectionParams: { authorization: `Bearer ${this.secret}` },
    });
  }
}

/** A running Laurel on a database of its own. */
export class TestLaurel {
  private constructor(
    readonly app: App,
    readonly databaseUrl: string,
    readonly folder: string,
    readonly alarms: string[],
  ) {}

  /** Settings that are not given are those of an empty environment. */
  static async start(settings: Partial<Config> = {}, parts: Parts = {}): Promise<TestLaurel> {
    const databaseUrl = await createDatabase();
    const folder = await mkdtemp(join(tmpdir(), 'laurel-app-'));
    const alarms: string[] = [];
    const own = { port: 0, databaseUrl, dataDir: folder, isDemoWanted: false, rateLimitPerMinute: null };
    const log = (message: string, detail?: unknown) => alarms.push(`${message} ${detail instanceof Error ? detail.stack : (detail ?? '')}`);
    const app = await startApp({ ...readConfig({}), ...own, ...settings }, log, parts);
    return new TestLaurel(app, databaseUrl, folder, alarms);
  }

  get url(): string {
    return this.app.url;
  }

  get operator(): Caller {
    return new Caller(this.url, this.app.operatorKey);
  }

  /** A new programme, on a test clock unless `testClockAt` is null. */
  async program(testClockAt: string | null = '2020-01-01T00:00:00Z', input: Partial<api.CreateProgramInput> = {}): Promise<Caller> {
    const { createProgram } = await this.operator.run(api.CreateProgramDocument, {
      input: { name: 'Test', currencyCode: 'USD', testClockAt, ...input },
    });
    return new Caller(this.url, createProgram?.secret ?? null);
  }

  /**
   * Counts the SQL statements that are sent while `work` runs, without those of the work in the background, and without looks at the
   * caller's key: what one found counts for a second, so whether there is another is a matter of time.
   */
  async countStatements(work: () => Promise<unknown>): Promise<number> {
    const { Client: PgClient } = pg;
    const original = PgClient.prototype.query;
    let count = 0;
    PgClient.prototype.query = function counted(this: { connectionParameters?: { application_name?: string } }, ...args: unknown[]) {
      // Telling a connection whose rows it may see costs no round trip, and is needed only when another programme had it before; a
      // new connection tells which history it has.
      const isBeside = ['tell_program', 'tell_history', 'read_api_key'].includes((args[0] as { name?: string } | undefined)?.name ?? '');
      if (this.connectionParameters?.application_name !== 'laurel worker' && !isBeside) count += 1;
      return Reflect.apply(original, this, args);
    } as typeof original;
    try {
      await work();
    } finally {
      PgClient.prototype.query = original;
    }
    return count;
  }

  /** The differences between the journal and everything that is derived from it. */
  async differences(): Promise<readonly string[]> {
    return (await verify(this.app.services.reads)).differences;
  }

  /** Stops it and drops its database, after a last look at its books. */
  async stop(): Promise<void> {
    const differences = await this.differences();
    await this.app.stop();
    await rm(this.folder, { recursive: true, force: true });
    await dropDatabase(this.databaseUrl);
    if (differences.length > 0) throw new Error(`verify found differences:\n${differences.join('\n')}`);
  }
}

/** A database of its own for a test, in the form of today, with a secret of its own like any installation. */
export async function createDatabase(): Promise<string> {
  const url = await createEmptyDatabase(`template ${process.env.LAUREL_TEST_TEMPLATE}`);
  const secret = randomBytes(32).toString('hex');
  await onServer(`update installation set secret = decode('${secret}', 'hex')`, url);
  return url;
}

/** One that no migration has touched. */
export async function createEmptyDatabase(like = ''): Promise<string> {
  const url = new URL(process.env.LAUREL_TEST_SERVER as string);
  const name = `laurel_test_${randomBytes(6).toString('hex')}`;
  await onServer(`create database ${name} ${like}`);
  url.pathname = `/${name}`;
  return url.toString();
}

export const dropDatabase = (url: string): Promise<void> =>
  onServer(`drop database if exists ${new URL(url).pathname.slice(1)} with (force)`);

async function onServer(sql: string, url = process.env.LAUREL_TEST_SERVER as string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}

/** The usual shop: a qualifying currency that expires after 365 days, four tiers by spend, a point a dollar, 25 for a review. */
export async function openShop(caller: Caller): Promise<void> {
  const expiry = { mode: 'AFTER_PERIOD' as const, period: 'P365D' };
  await caller.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points', isQualifying: true, expiry } });
  const tiers = [
    { name: 'Bronze', threshold: '0' },
    { name: 'Silver', threshold: '100' },
    { name: 'Gold', threshold: '500' },
    { name: 'Platinum', threshold: '1000' },
  ];
  await caller.run(api.CreateTierSetDocument, { input: { name: 'Status', measure: 'SPEND', tiers } });
  await caller.run(api.CreateEarningRuleDocument, { input: { name: 'A point a dollar', pointsPerSpend: { points: '1', per: '1' } } });
  await caller.run(api.CreateEarningRuleDocument, { input: { name: 'Review', fixedPoints: { points: '25', event: 'review' } } });
}

/** Enrols somebody. */
export async function enroll(caller: Caller, externalId: string, enrolledAt?: string): Promise<string> {
  const { enrollMember } = await caller.run(api.EnrollMemberDocument, { input: { externalId, ...(enrolledAt && { enrolledAt }) } });
  if (!enrollMember?.member) throw new Error(JSON.stringify(enrollMember?.errors));
  return enrollMember.member.id;
}

let keys = 0;
export const newKey = (): string => `key-${process.pid}-${(keys += 1)}`;

/** Records a purchase. */
export async function buy(caller: Caller, externalId: string, amount: string, effectiveAt?: string) {
  const { recordActivity } = await caller.run(api.RecordActivityDocument, {
    input: { member: { externalId }, idempotencyKey: newKey(), purchase: { amount }, ...(effectiveAt && { effectiveAt }) },
  });
  if (!recordActivity) throw new Error('no payload');
  return recordActivity;
}

/** Spends points. */
export async function spend(caller: Caller, externalId: string, amount: number, effectiveAt?: string, idempotencyKey = newKey()) {
  const { spendPoints } = await caller.run(api.SpendPointsDocument, {
    input: { member: { externalId }, idempotencyKey, amount, ...(effectiveAt && { effectiveAt }) },
  });
  if (!spendPoints) throw new Error('no payload');
  return spendPoints;
}
