import type { Cursor, CursorSeal } from './cursor.js';
import type { Feed, FeedItem, FeedRequest, ResetReason } from './feed.js';
import type { Follower, LaneBatch } from './followers.js';
import { readMissed } from './missed.js';
import type { Holder } from './read-ahead.js';
import { Splice } from './splice.js';
import type { Tailer } from './tailer.js';

interface Parts {
  readonly seal: CursorSeal;
  readonly tailer: Tailer;
  readonly now: () => number;
}

/**
 * One subscription: begins, then gives what its splice of past and present has ready, reads what that
 * lacks, and waits. A reader that does not ask costs a bounded buffer and loses nothing. Not a generator function, so that `return` takes effect while a `next` is pending; of `next`,
 * one call at a time.
 */
export class FeedIterator implements AsyncGenerator<FeedItem, void, void>, Follower, Holder {
  readonly lanes: readonly number[];
  readonly streamId: string | null;
  private readonly splice: Splice;
  private isStarted = false;
  private isDone = false;
  private failure: Error | undefined;
  /** Something was read past the tailer, which may not have given what is older yet. */
  private isReadAhead = false;
  private sentAt = 0;
  private wakeUp: (() => void) | undefined;
  private isIdle = false;
  askedAt: number | null = performance.now();
  /** The last item given. */
  private given: FeedItem | null = null;
  /** Told each time that everything there is was given, and it waits for more. */
  onIdle: (() => void) | undefined;

  constructor(
    private readonly feed: Feed,
    private readonly request: FeedRequest,
    private readonly parts: Parts,
  ) {
    this.lanes = feed.lanesOf(request.stream);
    this.streamId = request.stream?.streamId ?? null;
    this.splice = new Splice(feed, request, this.lanes);
  }

  async next(): Promise<IteratorResult<FeedItem, void>> {
    this.askedAt = null;
    try {
      for (;;) {
        if (this.isDone) return this.finish();
        const item = this.splice.ready.shift() ?? this.bookmark();
        if (item) {
          if (this.isPastTailer) await this.waitForOlder();
          if (this.isDone) return this.finish();
          this.note(item);
          return { done: false, value: item };
        }
        await this.advance();
      }
    } catch (error) {
      await this.return();
      throw error;
    } finally {
      this.askedAt = performance.now();
    }
  }

  async return(): Promise<IteratorResult<FeedItem, void>> {
    this.parts.tailer.leave(this);
    this.isDone = true;
    this.splice.clear();
    this.feed.readAhead.give(this);
    this.wakeUp?.();
    return { done: true, value: undefined };
  }

  async throw(error: unknown): Promise<IteratorResult<FeedItem, void>> {
    await this.return();
    throw error;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }

  /**
   * Where it stands, when everything there is was given and it waits; else null. Two that follow the same and stand at the
   * same place give the same from then on.
   */
  get place(): string | null {
    return this.isIdle && !this.isDone ? this.splice.place : null;
  }

  /** Gives of the next items what is at hand, in the same turn as the one before them. */
  takeAtHand(max: number): FeedItem[] {
    if (this.isDone || this.isPastTailer) return [];
    const { ready } = this.splice;
    while (ready.length < max && this.splice.handleHeld());
    const items = ready.splice(0, max);
    const last = items.at(-1);
    if (last) this.note(last);
    return items;
  }

  /** Holds nothing for a reader that does not ask; what it was not given is read again when it does. */
  letGo(): void {
    const { given, splice } = this;
    // What it begins with is no entry, and not read again.
    const isReadAgain = splice.ready.length > 0 && splice.ready.every(({ type }) => type === 'ENTRY');
    if (this.askedAt === null || this.isDone || !given || !isReadAgain) return;
    this.feed.readAhead.give(this);
    splice.goBackTo(this.parts.seal.open(given.cursor) as Cursor);
  }

  take(batch: LaneBatch): void {
    this.splice.hold(batch);
    this.wakeUp?.();
  }

  end(error?: Error): void {
    this.isDone = true;
    this.failure = error;
    this.wakeUp?.();
  }

  private note(item: FeedItem): void {
    this.sentAt = this.parts.now();
    this.given = item;
    // It holds nothing of the past now, and may not ask again for long.
    if (this.splice.ready.length === 0) this.feed.readAhead.give(this);
  }

  /** What is at hand may be newer than what the tailer has given. */
  private get isPastTailer(): boolean {
    return this.isReadAhead || this.parts.tailer.isBehind;
  }

  private finish(): IteratorResult<FeedItem, void> {
    const { failure } = this;
    this.failure = undefined;
    if (failure) throw failure;
    return { done: true, value: undefined };
  }

  /** Does one step towards the next item: start, read the past, handle what is held, or wait. */
  private async advance(): Promise<void> {
    this.feed.readAhead.give(this);
    if (!this.isStarted) return this.start();
    const lane = this.splice.laggingLane;
    if (lane !== undefined) return this.readOn(lane);
    if (this.splice.handleHeld()) return;
    this.isIdle = true;
    // Behind this turn, when whoever asked holds the promise of the answer.
    queueMicrotask(() => this.onIdle?.());
    await this.wait();
    this.isIdle = false;
  }

  private async start(): Promise<void> {
    this.isStarted = true;
    this.isReadAhead = true;
    const cursor = this.feed.open(this.request);
    await this.parts.tailer.follow(this);
    const reason = cursor && !this.isDone ? await this.resume(cursor) : null;
    if (this.isDone) return;
    if (!cursor) return this.startAfresh();
    if (reason) return this.startAfresh(reason);
    if (this.splice.ready.length === 0 && this.splice.laggingLane === undefined) this.splice.ready.push(this.splice.bookmark());
  }

  private async startAfresh(reason?: ResetReason): Promise<void> {
    const { programId, stream } = this.request;
    this.feed.readAhead.give(this);
    const state = stream ? await this.feed.snapshots.read(programId, stream) : null;
    this.splice.startAfresh(state, state ? [state.number] : await this.feed.past.readHeads(), reason);
  }

  /** Goes on behind a cursor: reads what it missed, or says why that cannot be. */
  private async resume(cursor: Cursor): Promise<ResetReason | null> {
    if (cursor.epoch !== this.parts.seal.epoch) return 'EPOCH_CHANGED';
    if (!(await this.mayReadAhead())) return null;
    const missed = await readMissed(this.feed, this.request, cursor, this.parts.now());
    if (typeof missed === 'string') return missed;
    this.splice.goOn(cursor, missed);
    return null;
  }

  /** Resolves when there is room for a page; false: it is over meanwhile. */
  private async mayReadAhead(): Promise<boolean> {
    await this.feed.readAhead.take(this);
    if (this.isDone) this.feed.readAhead.give(this);
    return !this.isDone;
  }

  /** Reads the next page of what lies between the last place and the present. */
  private async readOn(lane: number): Promise<void> {
    if (!(await this.mayReadAhead())) return;
    this.splice.beginReading(lane);
    this.isReadAhead = true;
    const { stream, programId } = this.request;
    const after = this.splice.placeIn(lane);
    this.splice.receive(
      lane,
      stream ? await this.feed.past.readStream(programId, stream, after) : await this.feed.past.readLane(programId, lane, after),
    );
  }

  /** A bookmark when the place moved without anything to send for a while, so that the reader's cursor does not age. */
  private bookmark(): FeedItem | undefined {
    if (!this.isStarted || !this.splice.hasMoved || this.splice.place === null) return undefined;
    return this.parts.now() - this.sentAt >= this.feed.limits.bookmarkIntervalMs ? this.splice.bookmark() : undefined;
  }

  /**
   * Entries of other streams may take away the right to see this one. Where it was read past the tailer, the tailer gives
   * them first.
   */
  private async waitForOlder(): Promise<void> {
    let isGiven = false;
    this.parts.tailer
      .caughtUp()
      .then(() => {
        isGiven = true;
        this.wakeUp?.();
      })
      .catch(() => {});
    while (!isGiven && !this.isDone) await this.wait();
    this.isReadAhead = false;
  }

  private wait(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.feed.limits.bookmarkIntervalMs);
      timer.unref();
      this.wakeUp = () => {
        clearTimeout(timer);
        this.wakeUp = undefined;
        resolve();
      };
    });
  }
}
