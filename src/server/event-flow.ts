import type { ServerResponse } from 'node:http';

/** A reader that took nothing for this long is cut off and comes back with its cursor. */
const STALLED_MS = 20_000;

/** Holds the events of one stream back until its reader takes them: one is on its way, and nothing piles up behind it. */
export class EventFlow {
  private readonly waiting: (() => void)[] = [];
  private isBusy = false;
  private isOver = false;

  /** Resolves when an event may be sent. */
  turn(): Promise<void> {
    if (this.isBusy && !this.isOver) return new Promise((resolve) => this.waiting.push(resolve));
    this.isBusy = true;
    return Promise.resolve();
  }

  /** The event on its way was taken. */
  taken(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.isBusy = false;
  }

  /** Nobody reads any more; nothing is held back. */
  end(): void {
    this.isOver = true;
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

/** Writes whole events, and waits until the kernel took them; false when the reader is gone or takes nothing. */
export function writeEvents(response: ServerResponse, text: string | Buffer): Promise<boolean> {
  return new Promise((resolve) => {
    if (!response.writable) {
      resolve(false);
      return;
    }
    const timer = setTimeout(() => response.destroy(), STALLED_MS);
    timer.unref();
    response.write(text, (error) => {
      clearTimeout(timer);
      resolve(!error);
    });
  });
}
