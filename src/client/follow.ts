import { Numbers } from './numbers.js';
import { type FeedItem, itemOf, type Result, type Transport } from './transport.js';
import { isFinal, waitMs } from './trouble.js';

/** Items that wait for a handler; beyond it the subscription is left, and begun again behind the last of them. */
const QUEUE_MAX = 1_000;

export interface FollowOptions<Item extends FeedItem> {
  /** A client of graphql-ws or graphql-sse. */
  readonly transport: Transport;
  /** A subscription that takes `$after: String` and selects `cursor`, `number`, `follows` and `entry { streamId }`. */
  readonly query: string;
  readonly variables?: Readonly<Record<string, unknown>>;
  /** Cursor of the last item that was handled; left out: begin with a snapshot. */
  readonly after?: string | null;
  /**
   * Handles one item after the other. Store `item.cursor` with what you derive from the item, in one transaction where you
   * have one. What it throws ends the following.
   */
  readonly handle: (item: Item) => void | Promise<void>;
  /** The cursor could not be used: drop what you hold, a snapshot comes next. The reset is also given to `handle`. */
  readonly onReset?: (reason: string) => void | Promise<void>;
  /** Something broke, and the following comes back by itself. */
  readonly onTrouble?: (trouble: unknown) => void;
  /**
   * Whether an entry is new to what you store, asked before it is handled: false where a crash came between handling an
   * entry and storing its cursor. Not needed where both are stored in one transaction.
   */
  readonly isNew?: (streamId: string, number: number) => boolean | Promise<boolean>;
  /** Items that may wait for the handler; 1,000 when left out. */
  readonly queueMax?: number;
}

/** A subscription that is followed across every break. */
export interface Following {
  /** Cursor of the last item that was handled. */
  readonly cursor: string | null;
  /** Resolves when it was stopped; rejects with what refused it for good, or what a handler threw. */
  readonly done: Promise<void>;
  /** Handles no more; resolves when the item in hand is handled. */
  stop(): Promise<void>;
}

/** Follows a subscription: in order, nothing left out, each entry once, whatever breaks between here and the server. */
export const follow = <Item extends FeedItem>(options: FollowOptions<Item>): Following => new Follower(options);

class Follower<Item extends FeedItem> implements Following {
  cursor: string | null;
  readonly done: Promise<void>;
  private readonly queue: Item[] = [];
  private readonly numbers = new Numbers();
  /** Cursor of the last item that was taken into the queue. */
  private taken: string | null;
  /** Number of the last item; null where there was none yet, or it is not known. */
  private last: number | null = null;
  private leave: (() => void) | null = null;
  private handling: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private tries = 0;
  private isOver = false;
  private settle: { readonly resolve: () => void; readonly reject: (error: unknown) => void } | undefined;

  constructor(private readonly options: FollowOptions<Item>) {
    this.cursor = this.taken = options.after ?? null;
    this.done = new Promise((resolve, reject) => {
      this.settle = { resolve, reject };
    });
    // Whoever does not look at it shall not be brought down by it.
    this.done.catch(() => {});
    this.begin();
  }

  async stop(): Promise<void> {
    this.end();
    await this.handling;
    this.settle?.resolve();
  }

  private begin(): void {
    const { transport, query, variables } = this.options;
    // The transport sends this very object again when it comes back by itself.
    const own: Record<string, unknown> = { ...variables, after: this.taken };
    let isMine = true;
    const mine =
      <T extends unknown[]>(work: (...given: T) => void) =>
      (...given: T) => {
        if (isMine) work(...given);
      };
    const unsubscribe = transport.subscribe(
      { query, variables: own },
      {
        next: mine((result: Result) => {
          this.next(result);
          own.after = this.taken;
        }),
        error: mine((trouble: unknown) => this.comeBack(trouble)),
        complete: mine(() => this.comeBack(null)),
      },
    );
    this.leave = () => {
      isMine = false;
      this.leave = null;
      unsubscribe();
    };
    if (this.isOver) this.leave();
  }

  private next(result: Result): void {
    const item = itemOf(result) as Item | null;
    if (!item) this.comeBack(result.errors ?? null);
    // Never seen; but it would be silent, and is easily made good.
    else if (item.follows && this.last !== null && item.follows > this.last) this.comeBack(new Error('an item is missing'));
    else if (this.queue.length >= (this.options.queueMax ?? QUEUE_MAX)) this.leave?.();
    else this.take(item);
  }

  private take(item: Item): void {
    this.tries = 0;
    this.taken = item.cursor;
    this.last = item.number ?? (item.reason ? null : this.last);
    this.queue.push(item);
    this.handling ??= this.handleAll();
  }

  private async handleAll(): Promise<void> {
    try {
      for (let item = this.queue.shift(); item && !this.isOver; item = this.queue.shift()) {
        await this.handle(item);
        this.cursor = item.cursor;
        // Where the queue was full.
        if (!this.leave && !this.timer && this.queue.length === 0 && !this.isOver) this.begin();
      }
    } catch (error) {
      this.fail(error);
    }
    this.handling = null;
  }

  private async handle(item: Item): Promise<void> {
    const { handle, onReset, isNew } = this.options;
    if (item.reason) {
      this.numbers.clear();
      await onReset?.(item.reason);
    }
    const streamId = item.entry ? (item.entry.streamId ?? (item.follows ? '' : null)) : null;
    if (streamId !== null && typeof item.number === 'number') {
      if (!this.numbers.take(streamId, item.number)) return;
      if (isNew && !(await isNew(streamId, item.number))) return;
    }
    await handle(item);
  }

  /** Begins again, after a while, behind what was taken; not where the same would be refused again. */
  private comeBack(trouble: unknown): void {
    this.leave?.();
    if (this.isOver) return;
    if (isFinal(trouble)) {
      this.fail(trouble);
      return;
    }
    if (trouble) this.options.onTrouble?.(trouble);
    this.timer = setTimeout(() => {
      this.timer = undefined;
      this.begin();
    }, waitMs(this.tries));
    this.tries += 1;
  }

  private fail(error: unknown): void {
    this.end();
    this.settle?.reject(error);
  }

  private end(): void {
    this.isOver = true;
    clearTimeout(this.timer);
    this.leave?.();
  }
}
