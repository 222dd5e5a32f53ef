import type { Pool } from 'pg';
import { globalId } from '../graphql/global-id.js';
import type { Journal } from '../journal/journal.js';
import type { Transaction } from '../journal/transaction.js';
import type { Outbound } from '../outbound/outbound.js';
import type { Program } from '../programs/program.js';
import { PROGRAM_EVENT } from '../programs/program-event.js';
import { Reactor } from '../reactors/reactor.js';
import { cleanUp } from './clean-up.js';
import { collectWebhooks } from './collect.js';
import type { Claimed } from './outbox.js';
import { Replayer } from './replayer.js';
import { TUNING, type WebhookTuning } from './retry.js';
import { WebhookSecrets } from './secrets.js';
import { type DisabledReason, Sender, type SenderDependencies } from './sender.js';

const TICK_MS = 1_000;
const CLEAN_UP_MS = 600_000;

const DISABLE = {
  name: 'webhook_disable',
  text: 'update webhook_endpoints set is_enabled = false, disabled_reason = $2, disabled_at = now(), updated_at = now() where id = $1',
};

export interface WebhookDependencies {
  readonly pool: Pool;
  readonly journal: Journal<Program>;
  readonly outbound: Outbound;
  readonly installationSecret: Buffer;
  readonly program: SenderDependencies['program'];
  readonly cursor: (programId: string, positions: readonly number[]) => string;
  readonly report: (error: unknown) => void;
  readonly alarm: (message: string) => void;
  readonly tuning?: Partial<WebhookTuning> & { readonly tickMs?: number };
}

/** Webhooks at work: entries become deliveries, deliveries are sent, replays are worked off. */
export class Webhooks {
  readonly secrets: WebhookSecrets;
  readonly outbound: Outbound;
  readonly pool: Pool;
  private readonly reactor: Reactor;
  private readonly sender: Sender;
  private readonly replayer: Replayer;
  private timers: NodeJS.Timeout[] = [];

  constructor(private readonly dependencies: WebhookDependencies) {
    const { pool, outbound, installationSecret, program, cursor, report, alarm, tuning } = dependencies;
    this.outbound = outbound;
    this.pool = pool;
    this.secrets = new WebhookSecrets(installationSecret);
    const disable = this.disable.bind(this);
    this.sender = new Sender({ pool, outbound, secrets: this.secrets, program, cursor, disable, report, tuning: { ...TUNING, ...tuning } });
    this.reactor = new Reactor(collectWebhooks(this.sender.wake), { pool, report, alarm });
    this.replayer = new Replayer(pool, report, this.sender.wake);
  }

  async start(): Promise<void> {
    const { pool, tuning, report } = this.dependencies;
    await this.reactor.start();
    const tidy = () => void cleanUp(pool).catch(report);
    this.timers = [setInterval(this.look, tuning?.tickMs ?? TICK_MS), setInterval(tidy, CLEAN_UP_MS)];
    for (const timer of this.timers) timer.unref();
  }

  async stop(): Promise<void> {
    for (const timer of this.timers) clearInterval(timer);
    await Promise.all([this.reactor.stop(), this.replayer.stop(), this.sender.stop()]);
  }

  /** Something was committed here. */
  readonly noticeCommit = (): void => this.reactor.noticeCommit();

  /** Endpoints, deliveries or replays were changed here. */
  readonly wake = (): void => {
    this.reactor.wake();
    this.look();
  };

  private readonly look = (): void => {
    this.sender.wake();
    this.replayer.wake();
  };

  /** The entry comes last, because it takes a lane. */
  private async disable(tx: Transaction, { id, programId }: Claimed, reason: DisabledReason): Promise<() => void> {
    const { journal } = this.dependencies;
    await tx.query(DISABLE, [id, reason]);
    const input = { kind: 'WEBHOOK_ENDPOINT_DISABLED', detail: { webhookEndpoint: globalId('webhookEndpoint', id), reason } };
    const { entries } = await journal.append(tx, [{ type: PROGRAM_EVENT, programId, streamId: programId, by: 'system', input }]);
    return () => journal.announce(entries);
  }
}
