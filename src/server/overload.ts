import { type IntervalHistogram, monitorEventLoopDelay } from 'node:perf_hooks';

const IN_FLIGHT_MAX = 1_000;
const LAG_MS_MAX = 1_000;
const SAMPLE_MS = 500;

/** Says when this process has more to do than it can. */
export class Overload {
  private inFlight = 0;
  private lags: [number, number] = [0, 0];
  private readonly delays: IntervalHistogram = monitorEventLoopDelay({ resolution: 20 });
  private readonly timer: NodeJS.Timeout;

  constructor(private readonly inFlightMax = IN_FLIGHT_MAX) {
    this.delays.enable();
    this.timer = setInterval(() => this.sample(), SAMPLE_MS);
    this.timer.unref();
  }

  /** One long pause is not overload: two samples in a row have to show it. */
  get isOver(): boolean {
    return this.inFlight > this.inFlightMax || Math.min(...this.lags) > LAG_MS_MAX;
  }

  enter(): void {
    this.inFlight += 1;
  }

  leave(): void {
    this.inFlight -= 1;
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
