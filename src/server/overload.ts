import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';
import { publicError } from '../graphql/errors.js';

/** Nothing was done, and soon it may be. */
export const overloaded = () =>
  publicError('There is more to do than this process can. Nothing was done; send the same again.', 'OVERLOADED', {
    retryAfterMs: 1_000,
    http: { status: 503 },
  });

const IN_FLIGHT_MAX = 1_000;
const LAG_MS_MAX = 1_000;
const SAMPLE_MS = 500;

/** Says when this process has more to do than it can. */
export class Overload {
  private inFlight = 0;
  private lags: [number, number] = [0, 0];
  private readonly delays: IntervalHistogram = monitorEventLoopDelay({ resolution: 20 });
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly limits = { inFlightMax: IN_FLIGHT_MAX, lagMsMax: LAG_MS_MAX }) {
    this.delays.enable();
    // Read when the histogram's own timer, due in the same turn, has surely recorded the delay.
    this.timer = setInterval(() => setImmediate(() => this.sample()), SAMPLE_MS);
    this.timer.unref();
  }

  /** One long pause is not overload: two samples in a row have to show it. */
  get isOver(): boolean {
    return this.inFlight >= this.limits.inFlightMax || Math.min(...this.lags) > this.limits.lagMsMax;
  }

  /** Counts work that is under way. Slow bodies are none: whoever holds many of them open must not shut others out. */
  async during<T>(work: () => Promise<T>): Promise<T> {
    this.inFlight += 1;
    try {
      return await work();
    } finally {
      this.inFlight -= 1;
    }
  }

  stop(): void {
    clearInterval(this.timer);
    this.delays.disable();
  }

  private sample(): void {
    this.lags = [this.lags[1], this.delays.max / 1e6];
    this.delays.reset();
  }
}
