import { RetryLater } from './lanes.js';

/** Commands over several streams that are at work at the same time, each with a connection of its own. */
export const TOGETHER_MAX = 4;

/** A number of places, and a line for them. Whoever waits holds nothing meanwhile. */
export class Places {
  private readonly line: (() => void)[] = [];

  constructor(
    private free: number,
    private readonly lineMax: number,
  ) {}

  /**
   * Does the work once there is a place.
   * @throws RetryLater when too many wait; nothing was begun
   */
  async take<T>(work: () => Promise<T>): Promise<T> {
    if (this.free > 0) this.free -= 1;
    else if (this.line.length >= this.lineMax) throw new RetryLater(1_000);
    else await new Promise<void>((resolve) => this.line.push(resolve));
    try {
      return await work();
    } finally {
      // The place goes to the next in line, or is free.
      const next = this.line.shift();
      if (next) next();
      else this.free += 1;
    }
  }
}
