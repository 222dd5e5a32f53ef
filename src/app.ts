import { mkdir } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Pool } from 'pg';
import { Authenticator } from './access/authenticator.js';
import { KeyCredential } from './access/key-credential.js';
import { MemberTokens } from './access/member-token.js';
import { OidcTokens } from './access/oidc.js';
import { ensureOperatorKey } from './access/operator-key.js';
import { Sessions } from './access/sessions.js';
import type { Config } from './config.js';
import type { Services } from './context.js';
import { core } from './core.js';
import { callerConnections, laneConnections, programConnections, workerConnections } from './database/connections.js';
import { requireDurability } from './database/durability.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './database/embedded-postgres.js';
import { migrate, openOrm } from './database/orm.js';
import { ProgramReads } from './database/program-reads.js';
import { CursorSeal, readEpoch } from './feed/cursor.js';
import { Doorbell } from './feed/doorbell.js';
import { Feed } from './feed/feed.js';
import { Tailer } from './feed/tailer.js';
import { Gate } from './graphql/gate.js';
import { loadTrustedDocuments } from './graphql/trusted-documents.js';
import { saveHeads } from './journal/chain-heads.js';
import { Journal } from './journal/journal.js';
import { Sweeper } from './journal/sweeper.js';
import { MemberLookup } from './members/member-lookup.js';
import { Occasions } from './occasions/occasions.js';
import { Outbound, type OutboundOptions } from './outbound/outbound.js';
import { ProgramDirectory } from './programs/directory.js';
import type { Program } from './programs/program.js';
import { Reactor } from './reactors/reactor.js';
import { followReferees } from './referrals/follow-referees.js';
import { createSchema } from './schema.js';
import { Buckets } from './server/buckets.js';
import { serveEventStreams } from './server/event-streams.js';
import { serveGraphiql } from './server/graphiql.js';
import { createHttp } from './server/http.js';
import { observe } from './server/observe.js';
import { Overload } from './server/overload.js';
import type { Observer } from './server/record.js';
import { Subscriptions } from './server/subscriptions.js';
import { serveWebSocket } from './server/websocket.js';
import { type WebhookDependencies, Webhooks } from './webhooks/webhooks.js';

const SAVE_HEADS_MS = 60_000;

/** A running Laurel. */
export interface App {
  readonly url: string;
  /** Where Prometheus finds the metrics; null when they are off. */
  readonly metricsUrl: string | null;
  readonly databaseUrl: string;
  /** Secret of the operator's key, which creates programmes. */
  readonly operatorKey: string;
  readonly services: Services;
  readonly sweeper: Sweeper<Program>;
  readonly tailer: Tailer;
  /** Finishes what is under way, then closes everything, the embedded database last. */
  stop(): Promise<void>;
}

export type Log = (message: string, detail?: unknown) => void;

/** What is given by whoever starts it: observers by the program, the others by tests. */
export interface Parts {
  readonly observers?: readonly Observer[];
  readonly outbound?: Omit<OutboundOptions, 'allow'>;
  readonly webhooks?: WebhookDependencies['tuning'];
}

/**
 * The composition root: database, journal, feed, schema, servers, workers.
 * @throws Error when the database cannot be used as it is, with what to do about it
 */
export async function startApp(config: Config, log: Log, parts: Parts = {}): Promise<App> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step().catch((error: unknown) => log('while stopping', error));
  };
  try {
    const trusted = config.trustedDocuments === null ? null : await loadTrustedDocuments(config.trustedDocuments);
    await mkdir(config.dataDir, { recursive: true, mode: 0o700 });
    const embedded = config.databaseUrl === null ? await startEmbeddedPostgres({ dataDir: join(config.dataDir, 'postgres') }) : null;
    if (embedded) undo.push(() => embedded.stop());
    const databaseUrl = config.databaseUrl ?? (embedded as EmbeddedPostgres).url;

    const reads = callerConnections(databaseUrl);
    undo.push(() => reads.end());
    await requireDurability(reads);
    await migrate(databaseUrl);
    const orm = await openOrm(databaseUrl);
    undo.push(() => orm.close());

    const { laneCount, secret } = await readInstallation(reads);
    const epoch = await readEpoch(async (text: string) => (await reads.query(text)).rows);
    const lanePool = laneConnections(databaseUrl, laneCount);
    undo.push(() => lanePool.end());
    const report = (errorId: string, error: unknown) => log(`error ${errorId}`, error);

    const tailer = new Tailer({
      pool: reads,
      laneCount,
      connectionString: databaseUrl,
      onAlarm: (message: string) => log(`ALARM: ${message}`),
    });
    const doorbell = new Doorbell(databaseUrl);
    await doorbell.start();
    await tailer.start();
    undo.push(
      () => doorbell.stop(),
      () => tailer.stop(),
    );
    const programs = new ProgramDirectory(reads);
    const observers: Observer[] = [...(parts.observers ?? [])];
    const journal = new Journal<Program>(
      lanePool,
      { core, programs: programs.exactly, wallClock: Date.now },
      laneCount,
      () => {
        tailer.wake();
        doorbell.ring();
        webhooks.noticeCommit();
        referees.noticeCommit();
      },
      (batch) => {
        for (const observer of observers) observer.batch?.(batch);
      },
    );
    const headsFile = join(config.dataDir, 'chain-heads.json');
    const keepHeads = () => saveHeads(headsFile, epoch, reads);
    undo.push(keepHeads, () => journal.stop());
    const headsTimer = setInterval(() => void keepHeads().catch((error) => log('chain heads were not saved', error)), SAVE_HEADS_MS);
    headsTimer.unref();
    undo.push(async () => clearInterval(headsTimer));

    const workers = workerConnections(databaseUrl);
    undo.push(() => workers.end());
    const occasions = new Occasions({ pool: workers, journal, programs: programs.exactly });
    const sweeper = new Sweeper(workers, journal, (error) => log('the sweeper failed; it will try again', error), occasions.pass);
    observers.push({ request: sweeper.noticeCaller });
    const feed = new Feed({ pool: reads, seal: new CursorSeal(secret, epoch), tailer, laneCount, now: Date.now });
    const programPool = programConnections(databaseUrl);
    undo.push(() => programPool.end());
    const programReads = new ProgramReads(programPool);
    const keys = new KeyCredential(reads);
    const memberTokens = new MemberTokens(reads, secret);
    const outbound = new Outbound({ allow: config.outboundAllow, ...parts.outbound });
    const webhooks: Webhooks = new Webhooks({
      pool: workers,
      journal,
      outbound,
      installationSecret: secret,
      program: async (id, versionMin) => {
        const program = await programs.get(id);
        if (!program || program.version >= versionMin) return program;
        programs.forget(id);
        return programs.get(id);
      },
      cursor: (programId, positions) => feed.programCursor(programId, positions),
      report: (error) => log('webhooks failed; they will try again', error),
      alarm: (message) => log(`ALARM: ${message}`),
      ...(parts.webhooks && { tuning: parts.webhooks }),
    });
    const referees: Reactor = new Reactor(
      followReferees({
        journal,
        isToCome: async (id, at) => at > Date.now() && (await programs.get(id))?.testClock === null,
        report: (error) => log('a referrer could not be told', error),
      }),
      {
        pool: workers,
        report: (error) => log('referrals failed; they will be tried again', error),
        alarm: (message) => log(`ALARM: ${message}`),
      },
    );
    undo.push(
      () => outbound.stop(),
      () => referees.stop(),
      () => webhooks.stop(),
      () => keys.stop(),
    );
    const authenticator = new Authenticator([keys, memberTokens, new OidcTokens(reads, outbound.fetch)]);
    const services: Services = {
      orm,
      reads,
      programReads,
      journal,
      programs,
      lookup: new MemberLookup(programReads),
      authenticator,
      sessions: new Sessions(authenticator, tailer, laneCount),
      memberTokens,
      outbound,
      feed,
      webhooks,
      sweep: sweeper.wake,
    };
    sweeper.start();
    await webhooks.start();
    await referees.start();
    undo.push(() => sweeper.stop());

    const schema = await createSchema();
    const gate = new Gate(schema, { isIntrospectionOn: config.isIntrospectionOn, trusted });
    const buckets = config.rateLimitPerMinute === null ? null : new Buckets(config.rateLimitPerMinute);
    const overload = new Overload();
    undo.push(async () => overload.stop());
    const http = await createHttp({
      schema,
      gate,
      buckets,
      services,
      reads,
      overload,
      config,
      observers,
      report,
      pages: config.isGraphiqlOn ? [serveGraphiql] : [],
    });
    undo.push(() => http.stop());
    const { app } = http;
    const subscriptions = new Subscriptions({ schema, gate, buckets, services, report });
    const sockets = serveWebSocket(app.server, { subscriptions, sessions: services.sessions, config, report });
    const streams = serveEventStreams(app, { subscriptions, buckets, services, overload, config, report });
    const ormPool = await orm.em.getConnection().getNativeClient();
    const watching = await observe(observers, config, {
      queueLengths: () => journal.queueLengths,
      followers: () => tailer.followerCount - services.sessions.watched,
      sockets: () => sockets.connections,
      streams: () => streams.connections,
      pools: () => ({ reads, callers: programPool, lanes: lanePool, orm: ormPool }),
    });
    undo.push(
      () => watching.stop(),
      () => sockets.stop(),
      async () => streams.stop(),
    );
    const operatorKey = await ensureOperatorKey(orm, config);
    await app.listen({ port: config.port, host: config.host });
    undo.push(() => http.drain());
    const { port } = app.server.address() as AddressInfo;
    return {
      url: `http://${config.host === '0.0.0.0' ? '127.0.0.1' : config.host}:${port}/graphql`,
      metricsUrl: watching.metricsUrl,
      databaseUrl,
      operatorKey,
      services,
      sweeper,
      tailer,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function readInstallation(pool: Pool): Promise<{ laneCount: number; secret: Buffer }> {
  const { rows } = await pool.query<{ lane_count: number; secret: Buffer }>('select lane_count, secret from installation');
  const [row] = rows;
  if (!row) throw new Error('The table installation is empty: this database was not made by Laurel.');
  return { laneCount: row.lane_count, secret: row.secret };
}
