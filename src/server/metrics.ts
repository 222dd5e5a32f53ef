import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import type { BatchRecord } from '../journal/observer.js';
import type { Observer, RequestRecord } from './record.js';

/** Figures that are read when they are asked for. */
export interface Gauges {
  readonly queueLengths: () => readonly number[];
  readonly followers: () => number;
  readonly sockets: () => number;
  readonly streams: () => number;
  readonly pools: () => Readonly<Record<string, { totalCount: number; idleCount: number; waitingCount: number }>>;
}

const OUTCOMES = ['done', 'replayed', 'refused', 'failed'] as const;
type Outcomes = Record<(typeof OUTCOMES)[number], number>;

/** Prometheus metrics of one application. No label comes from a caller, so their number is bounded. */
export class Metrics implements Observer {
  readonly registry = new Registry();
  private readonly commands = new Map<string, Outcomes>();
  private readonly requests: Histogram<'operation' | 'status'>;
  private readonly errors: Counter<'code'>;
  private readonly cost: Counter;
  private readonly batchSize: Histogram;
  private readonly batchSeconds: Histogram;

  constructor(gauges: Gauges) {
    const registers = [this.registry];
    collectDefaultMetrics({ register: this.registry });
    this.requests = new Histogram({
      name: 'laurel_request_duration_seconds',
      help: 'HTTP requests by operation type (none: health and what could not be read) and status.',
      labelNames: ['operation', 'status'],
      buckets: [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 7],
      registers,
    });
    this.errors = new Counter({ name: 'laurel_errors_total', help: 'Top-level errors by code.', labelNames: ['code'], registers });
    this.cost = new Counter({ name: 'laurel_cost_points_total', help: 'Cost points of the operations that ran.', registers });
    this.batchSize = new Histogram({
      name: 'laurel_batch_commands',
      help: 'Commands in a batch.',
      buckets: [1, 2, 4, 8, 16, 32, 64, 128, 256, 512],
      registers,
    });
    this.batchSeconds = new Histogram({
      name: 'laurel_batch_duration_seconds',
      help: 'From the begin of a batch to its commit, tries included.',
      buckets: [0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5],
      registers,
    });
    this.commandsAtScrape();
    gaugesAtScrape(gauges, registers);
  }

  request({ operationType, status, ms, errorCodes, cost }: RequestRecord): void {
    this.requests.observe({ operation: operationType ?? 'none', status: String(status) }, ms / 1_000);
    for (const code of errorCodes) this.errors.inc({ code });
    if (cost !== null) this.cost.inc(cost);
  }

  /** A command costs an increment of a plain number; the metrics are made of them when they are asked for. */
  batch({ commands, outcomes, ms }: BatchRecord): void {
    this.batchSize.observe(commands.length);
    this.batchSeconds.observe(ms / 1_000);
    for (let i = 0; i < commands.length; i += 1) {
      const type = (commands[i] as BatchRecord['commands'][number]).type;
      let counts = this.commands.get(type);
      if (!counts) {
        counts = { done: 0, replayed: 0, refused: 0, failed: 0 };
        this.commands.set(type, counts);
      }
      const outcome = outcomes[i];
      if (!outcome || outcome instanceof Error) counts.failed += 1;
      else if (outcome.replayed) counts.replayed += 1;
      else if ('refusal' in outcome) counts.refused += 1;
      else counts.done += 1;
    }
  }

  private commandsAtScrape(): void {
    const { commands } = this;
    new Counter({
      name: 'laurel_commands_total',
      help: 'Commands by type and outcome.',
      labelNames: ['type', 'outcome'],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const [type, counts] of commands) for (const outcome of OUTCOMES) this.inc({ type, outcome }, counts[outcome]);
      },
    });
  }
}

function gaugesAtScrape({ queueLengths, followers, sockets, streams, pools }: Gauges, registers: Registry[]): void {
  new Gauge({
    name: 'laurel_lane_queue_commands',
    help: 'Commands that wait in a lane.',
    labelNames: ['lane'],
    registers,
    collect() {
      for (const [lane, length] of queueLengths().entries()) this.set({ lane }, length);
    },
  });
  new Gauge({
    name: 'laurel_feed_followers',
    help: 'Subscriptions that follow the journal.',
    registers,
    collect() {
      this.set(followers());
    },
  });
  new Gauge({
    name: 'laurel_open_sockets',
    help: 'Open WebSockets.',
    registers,
    collect() {
      this.set(sockets());
    },
  });
  new Gauge({
    name: 'laurel_open_streams',
    help: 'Open event streams.',
    registers,
    collect() {
      this.set(streams());
    },
  });
  new Gauge({
    name: 'laurel_pool_connections',
    help: 'Connections of a pool to the database, and callers that wait for one.',
    labelNames: ['pool', 'state'],
    registers,
    collect() {
      for (const [pool, { totalCount, idleCount, waitingCount }] of Object.entries(pools())) {
        this.set({ pool, state: 'busy' }, totalCount - idleCount);
        this.set({ pool, state: 'idle' }, idleCount);
        this.set({ pool, state: 'waiting' }, waitingCount);
      }
    },
  });
}
