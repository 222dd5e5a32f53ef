/** How many hold a page of the past at the same time, some hundred entries each; the others wait for their turn. */
const HOLDERS_MAX = 16;
/** Who has asked for nothing this long does not need what it holds. */
const SILENT_MS = 200;

/** A reader of the past. */
export interface Holder {
  /** When it last asked for an item, by the monotonic clock; null: it is asking. */
  readonly askedAt: number | null;
  /** Drops what was read ahead, where that is possible, and gives its place back. */
  letGo(): void;
}

/**
 * What all subscriptions of a process hold of the past together, in bounded memory. A reader that stands still keeps nobody
 * waiting: what it holds is dropped, and read again when it asks.
 */
export class ReadAhead {
  private readonly holders = new Set<Holder>();
  private readonly waiting: (() => void)[] = [];
  private timer: NodeJS.Timeout | undefined;

  /** Resolves when it may hold a page. Whoever took it gives it back. */
  async take(holder: Holder): Promise<void> {
    while (!this.holders.has(holder)) {
      if (this.holders.size >= HOLDERS_MAX) this.dropSilent();
      if (this.holders.size < HOLDERS_MAX) this.holders.add(holder);
      else await this.turn();
    }
  }

  give(holder: Holder): void {
    if (this.holders.delete(holder)) this.waiting.shift()?.();
  }

  private dropSilent(): void {
    const since = performance.now() - SILENT_MS;
    for (const holder of [...this.holders]) if (holder.askedAt !== null && holder.askedAt < since) holder.letGo();
  }

  private turn(): Promise<void> {
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      for (const resolve of this.waiting.splice(0)) resolve();
    }, SILENT_MS);
    return new Promise((resolve) => this.waiting.push(resolve));
  }
}
