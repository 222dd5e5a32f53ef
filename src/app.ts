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
import { followCommunity } from './community/points/follow-community.js';
import type { Config } from './config.js';
import type { Services } from './context.js';
import { core } from './core.js';
import { callerConnections, laneConnections, programConnections, workerConnections } from './database/connections.js';
import { requireDurability } from './database/durability.js';
import { type EmbeddedPostgres, startEmbeddedPostgres } from './database/embedded-postgres.js';
import { HistoryWatch, readEpoch } from './database/history.js';
import { migrate, openOrm } from './database/orm.js';
import { ProgramReads } from './database/program-reads.js';
import { CursorSeal } from './feed/cursor.js';
import { Doorbell } from './feed/doorbell.js';
import { Feed } from './feed/feed.js';
import { Tailer, type TailerOptions } from './feed/tailer.js';
import { publicError } from './graphql/errors.js';
import { Gate } from './graphql/gate.js';
import { loadTrustedDocuments } from './graphql/trusted-documents.js';
import { notifyMembers } from './inbox/notify-members.js';
import { saveHeads } from './journal/chain-heads.js';
import { Journal } from './journal/journal.js';
import { Sweeper } from './journal/sweeper.js';
import { MemberLookup } from './members/member-lookup.js';
import { Occasions } from './occasions/occasions.js';
import { Outbound, type OutboundOptions } from './outbound/outbound.js';
import { ProgramDirectory } from './programs/directory.js';
import type { Program } from './programs/program.js';
import type { Reaction } from './reactors/reaction.js';
import { Reactor } from './reactors/reactor.js';
import { followReferees } from './referrals/follow-referees.js';
import { followRewards } from './rewards/follow-rewards.js';
import { createSchema } from './schema.js';
import { askedSegmentsOf } from './segments/membership.js';
import { PurchaseFolds } from './segments/purchase-folds.js';
import { Attempts } from './server/attempts.js';
import { Buckets } from './server/buckets.js';
import { serveEventStreams } from './server/event-streams.js';
import { serveGraphiql } from './server/graphiql.js';
import { createHttp } from './server/http.js';
import { observe } from './server/observe.js';
import { Overload } from './server/overload.js';
import type { Observer } from './server/record.js';
import { Subscriptions } from './server/subscriptions.js';
import { serveWebSocket } from './server/websocket.js';
import { closeCases } from './support/close-cases.js';
import { VoucherCodes } from './vouchers/codes.js';
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
  readonly tailer?: Pick<TailerOptions, 'tickMs'>;
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
    const seal = new CursorSeal(secret, await readEpoch(async (text: string) => (await reads.query(text)).rows));
    const lanePool = laneConnections(databaseUrl, laneCount);
    undo.push(() => lanePool.end());
    const report = (errorId: string, error: unknown) => log(`error ${errorId}`, error);

    const tailer = new Tailer({
      pool: reads,
      laneCount,
      connectionString: databaseUrl,
      onAlarm: (message: string) => log(`ALARM: ${message}`),
      isDoorbellHeard: config.doorbell,
      ...parts.tailer,
    });
    const doorbell = config.doorbell ? new Doorbell(databaseUrl) : null;
    await doorbell?.start();
    await tailer.start();
    undo.push(
      async () => doorbell?.stop(),
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
        doorbell?.ring();
        webhooks.noticeCommit();
        for (const reactor of reactors) reactor.noticeCommit();
      },
      (batch) => {
        for (const observer of observers) observer.batch?.(batch);
      },
    );
    const headsFile = join(config.dataDir, 'chain-heads.json');
    const keepHeads = () => saveHeads(headsFile, seal.epoch, reads);
    undo.push(keepHeads, () => journal.stop());
    const headsTimer = setInterval(() => void keepHeads().catch((error) => log('chain heads were not saved', error)), SAVE_HEADS_MS);
    headsTimer.unref();
    undo.push(async () => clearInterval(headsTimer));

    const workers = workerConnections(databaseUrl);
    undo.push(() => workers.end());
    const purchaseFolds = new PurchaseFolds(workers, (error) =>
      log('purchases were not taken out of the journal; it will be tried again', error),
    );
    undo.push(() => purchaseFolds.stop());
    const occasions = new Occasions({
      pool: workers,
      journal,
      programs: programs.exactly,
      segments: async (programId, memberIds) => {
        const program = await programs.get(programId);
        return program && askedSegmentsOf({ reads: workers, services: { purchaseFolds } }, program, memberIds);
      },
    });
    const closeSolved = closeCases({
      ...{ pool: workers, orm, journal },
      report: (error) => log('solved cases were not closed; it will be tried again', error),
    });
    const sweeper = new Sweeper(
      workers,
      journal,
      (error) => log('the sweeper failed; it will try again', error),
      async () => {
        await occasions.pass();
        await closeSolved();
      },
    );
    observers.push({ request: sweeper.noticeCaller });
    const feed = new Feed({ pool: reads, seal, tailer, laneCount, now: Date.now });
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
    const voucherCodes = new VoucherCodes(secret);
    const react = (reaction: Reaction, what: string, passGapMs?: number) =>
      new Reactor(reaction, {
        pool: workers,
        ...(passGapMs !== undefined && { passGapMs }),
        report: (error) => log(`${what} failed; it will be tried again`, error),
        alarm: (message) => log(`ALARM: ${message}`),
      });
    const reactors: readonly Reactor[] = [
      react(
        followReferees({
          journal,
          isToCome: async (id, at) => at > Date.now() && (await programs.get(id))?.testClock === null,
          report: (error) => log('a referrer could not be told', error),
        }),
        'what follows from referrals',
      ),
      // Nobody waits for what follows from rewards, and it is rare beside the entries that are looked at.
      react(
        followRewards(journal, () => voucherCodes.offer()),
        'what follows from rewards',
        200,
      ),
      react(
        followCommunity({
          journal,
          programs: programs.exactly,
          segments: (program, memberIds) => askedSegmentsOf({ reads: workers, services: { purchaseFolds } }, program, memberIds),
          now: Date.now,
        }),
        'what members earn in the community',
      ),
      react(notifyMembers({ journal, reads: workers, programs: programs.exactly }), 'notifications'),
    ];
    undo.push(
      () => outbound.stop(),
      async () => void (await Promise.all(reactors.map((reactor) => reactor.stop()))),
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
      purchaseFolds,
      voucherCodes,
      attempts: new Attempts(),
      sweep: sweeper.wake,
    };
    const history = new HistoryWatch(seal.epoch, (epoch) => {
      log(`the database has another history now, epoch ${epoch}; whoever follows it begins anew`);
      seal.epoch = epoch;
      programs.forgetAll();
      services.lookup.forgetAll();
      authenticator.forget();
      tailer.startOver(anotherHistory());
    });
    history.watch(reads, lanePool, workers);
    sweeper.start();
    await webhooks.start();
    for (const reactor of reactors) await reactor.start();
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

const anotherHistory = () =>
  publicError('The database has another history now. Come back with your cursor.', 'TIMEOUT', { retryAfterMs: 1_000 });

async function readInstallation(pool: Pool): Promise<{ laneCount: number; secret: Buffer }> {
  const { rows } = await pool.query<{ lane_count: number; secret: Buffer }>('select lane_count, secret from installation');
  const [row] = rows;
  if (!row) throw new Error('The table installation is empty: this database was not made by Laurel.');
  return { laneCount: row.lane_count, secret: row.secret };
}
