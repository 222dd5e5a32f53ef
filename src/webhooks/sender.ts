import type { Pool } from 'pg';
import { globalId, newUuid } from '../graphql/global-id.js';
import type { Transaction } from '../journal/transaction.js';
import type { Outbound } from '../outbound/outbound.js';
import type { Program } from '../programs/program.js';
import { type Attempt, attempt } from './attempt.js';
import { type Claimed, claim, type Due, hasBacklog, ROUND_MAX, readDue, record } from './outbox.js';
import { entryBody } from './payload.js';
import { restAfter, retryWait, type WebhookTuning } from './retry.js';
import type { WebhookSecrets } from './secrets.js';

/** Endpoints that one process sends to at the same time. */
const ENDPOINTS_MAX = 32;
/** After this no further request of a round begins; with the last request's time-out it stays within the lease. */
const ROUND_MS_MAX = 20_000;
/** A receiver's Retry-After holds back its other deliveries for at most so long. */
const ASKED_REST_MS_MAX = 3_600_000;
/** What is under way at a stop has so long to end. */
const STOP_MS = 1_000;

export type DisabledReason = 'GONE' | 'FAILING' | 'BACKLOG';

export interface SenderDependencies {
  readonly pool: Pool;
  readonly outbound: Outbound;
  readonly secrets: WebhookSecrets;
  /** The programme in that version of its settings or a later one, which knows the name of everything in the entries. */
  readonly program: (id: string, versionMin: number) => Promise<Program | null>;
  readonly cursor: (programId: string, positions: readonly number[]) => string;
  /** Disables an endpoint within a transaction and gives what to do after its commit. */
  readonly disable: (tx: Transaction, endpoint: Claimed, reason: DisabledReason) => Promise<() => void>;
  readonly report: (error: unknown) => void;
  readonly tuning: WebhookTuning;
}

/**
 * Sends what is due. An endpoint is leased to one process for a round, so no attempt is made twice at the same time and the
 * limit of requests in flight holds over all processes; a slow or dead endpoint takes one place of many, and rests between rounds.
 */
export class Sender {
  private readonly rounds = new Map<string, Promise<void>>();
  private readonly breaking = new AbortController();
  private claiming: Promise<void> | undefined;
  private isAskedAgain = false;
  private isStopped = false;

  constructor(private readonly dependencies: SenderDependencies) {}

  readonly wake = (): void => {
    this.isAskedAgain = true;
    if (!this.isStopped) this.claiming ??= this.claimWhileAsked();
  };

  /** What is broken off counts as no attempt: it is sent again at the next start, or by another process. */
  async stop(): Promise<void> {
    this.isStopped = true;
    const timer = setTimeout(() => this.breaking.abort(), STOP_MS);
    await this.claiming;
    await Promise.all(this.rounds.values());
    clearTimeout(timer);
  }

  private async claimWhileAsked(): Promise<void> {
    const { pool, tuning, report } = this.dependencies;
    while (this.isAskedAgain && !this.isStopped && this.rounds.size < ENDPOINTS_MAX) {
      this.isAskedAgain = false;
      try {
        for (const endpoint of await claim(pool, newUuid(), tuning.leaseMs, ENDPOINTS_MAX - this.rounds.size)) {
          const round = this.round(endpoint)
            .catch(async (error: unknown) => {
              report(error);
              await record(pool, endpoint, { delivered: [], failed: [], restMs: tuning.restMsMax }, async () => {}).catch(report);
              return false;
            })
            .then((hasMore) => {
              this.rounds.delete(endpoint.lease + endpoint.id);
              if (hasMore || this.isAskedAgain) this.wake();
            });
          this.rounds.set(endpoint.lease + endpoint.id, round);
        }
      } catch (error) {
        report(error);
        break;
      }
    }
    this.claiming = undefined;
  }

  /** True: there may be more at once. */
  private async round(endpoint: Claimed): Promise<boolean> {
    const { pool, tuning, secrets, program, disable } = this.dependencies;
    const due = await readDue(pool, endpoint.id);
    const names = await program(endpoint.programId, Math.max(0, ...due.map(({ entry }) => entry.data.settings)));
    if (!names) throw new Error(`programme ${endpoint.programId} is gone`);
    const keys = [endpoint.secret, endpoint.previousSecret].flatMap((sealed) => (sealed ? secrets.open(endpoint.id, sealed) : []));
    const attempts = await this.sendAll(endpoint, due, names, keys);
    const failures = new Map(due.map(({ id, attempts }) => [id, attempts + 1]));
    const delivered = attempts.filter(({ isDelivered }) => isDelivered).map(({ deliveryId }) => deliveryId);
    const failed = attempts
      .filter(({ isDelivered }) => !isDelivered)
      .map((each) => ({ ...each, waitMs: retryWait(tuning, failures.get(each.deliveryId) as number, each.askedMs) }));
    const isFailing = delivered.length === 0 && failed.length > 0;
    const askedMs = Math.min(ASKED_REST_MS_MAX, Math.max(0, ...failed.map(({ askedMs }) => askedMs ?? 0)));
    const restMs = Math.max(askedMs, isFailing ? restAfter(tuning, endpoint.failedRounds + 1) : 0);
    let afterwards = () => {};
    await record(pool, endpoint, { delivered, failed, restMs }, async (tx, failingSince) => {
      const isGivenUp = failingSince !== null && Date.now() - failingSince.getTime() >= tuning.disableAfterMs;
      if (failed.some(({ status }) => status === 410)) afterwards = await disable(tx, endpoint, 'GONE');
      else if (!isFailing) return;
      else if (isGivenUp) afterwards = await disable(tx, endpoint, 'FAILING');
      else if (await hasBacklog(tx, endpoint.id, tuning.backlogMax)) afterwards = await disable(tx, endpoint, 'BACKLOG');
    });
    afterwards();
    return attempts.length > 0 && restMs === 0 && (due.length === ROUND_MAX || attempts.length < due.length);
  }

  /** Entries of one stream one after the other, several streams at the same time. */
  private async sendAll(endpoint: Claimed, due: readonly Due[], names: Program, secrets: readonly string[]): Promise<Attempt[]> {
    const { outbound, cursor, tuning } = this.dependencies;
    const endsAt = endpoint.askedAt + ROUND_MS_MAX;
    const attempts: Attempt[] = [];
    let isBrokenOff = false;
    const streams = [...Map.groupBy(due, ({ entry }) => entry.streamId).values()].map((each) => each.sort(byNumber));
    const sendStreams = async () => {
      for (let stream = streams.shift(); stream; stream = streams.shift()) {
        for (const { id, entry, positions } of stream) {
          if (isBrokenOff || this.isStopped || performance.now() > endsAt) return;
          const body = entryBody(entry, names, cursor(endpoint.programId, positions));
          const message = { deliveryId: id, webhookId: globalId('webhookDelivery', id), url: endpoint.url, body, secrets };
          const ended = await attempt(outbound, message, this.breaking.signal);
          if (!ended.isDelivered && this.breaking.signal.aborted) return;
          attempts.push(ended);
          const isHopeless = attempts.length >= tuning.inFlightMax && attempts.every(({ isDelivered }) => !isDelivered);
          if (isHopeless || ended.status === 410 || ended.askedMs !== null) isBrokenOff = true;
        }
      }
    };
    await Promise.all(Array.from({ length: tuning.inFlightMax }, sendStreams));
    return attempts;
  }
}

const byNumber = (a: Due, b: Due): number => a.entry.number - b.entry.number;
