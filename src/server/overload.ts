import { publicError } from '../graphql/errors.js';

/** Nothing was done, and soon it may be. */
export const overloaded = () =>
  publicError('There is more to do than this process can. Nothing was done; send the same again.', 'OVERLOADED', {
    retryAfterMs: 1_000,
    http: { status: 503 },
  });

const IN_FLIGHT_MAX = 1_000;
const LAG_MS_MAX = 1_000;
const TICK_MS = 50;
const SAMPLE_MS = 500;

/** Says when this process has more to do than it can. */
export class Overload {
  private inFlight = 0;
  /** The longest lags of the last whole sample and the one before. */
  private lags: [number, number] = [0, 0];
  private lag = 0;
  private tickedAt = performance.now();
  private sampledAt = this.tickedAt;
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly limits = { inFlightMax: IN_FLIGHT_MAX, lagMsMax: LAG_MS_MAX }) {
    this.timer = setInterval(() => this.tick(), TICK_MS);
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
  }

  /** How late a timer comes is how long the event loop was kept from it. */
  private tick(): void {
    const now = performance.now();
    this.lag = Math.max(this.lag, now - this.tickedAt - TICK_MS);
    this.tickedAt = now;
    if (now - this.sampledAt < SAMPLE_MS) return;
    this.lags = [this.lags[1], this.lag];
    this.lag = 0;
    this.sampledAt = now;
  }
}
