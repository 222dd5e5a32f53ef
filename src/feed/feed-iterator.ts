import type { StoredEntry } from '../journal/stored-entry.js';
import type { Cursor, CursorSeal } from './cursor.js';
import type { Feed, FeedItem, FeedRequest, ResetReason } from './feed.js';
import type { Follower, LaneBatch } from './followers.js';
import { HeldBatches } from './held-batches.js';
import { readMissed } from './missed.js';
import type { PastPage } from './past.js';
import { Places } from './places.js';
import type { Holder } from './read-ahead.js';
import type { Tailer } from './tailer.js';

interface Parts {
  readonly seal: CursorSeal;
  readonly tailer: Tailer;
  readonly now: () => number;
}

/**
 * One subscription. Joins the past (read from the journal) to the present (given by the tailer) by one
 * rule: what is not behind the last place is dropped, what follows it is sent, and where something lies
 * in between it is read from the journal. A reader that does not ask costs a bounded buffer and loses
 * nothing. Not a generator function, so that `return` takes effect while a `next` is pending; of `next`,
 * one call at a time.
 */
export class FeedIterator implements AsyncGenerator<FeedItem, void, void>, Follower, Holder {
  readonly lanes: readonly number[];
  readonly streamId: string | null;
  private readonly ready: FeedItem[] = [];
  private readonly held = new HeldBatches();
  /** What was handled. */
  private readonly places: Places;
  /** Number of the last item sent. */
  private follows = 0;
  private isStarted = false;
  private isDone = false;
  private failure: Error | undefined;
  /** Something was read past the tailer, which may not have given what is older yet. */
  private isReadAhead = false;
  /** The place has moved since the last item. */
  private hasMoved = false;
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
    this.places = new Places(feed, request);
  }

  async next(): Promise<IteratorResult<FeedItem, void>> {
    this.askedAt = null;
    try {
      for (;;) {
        if (this.isDone) return this.finish();
        const item = this.ready.shift() ?? this.bookmark();
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
    this.held.clear();
    this.ready.length = 0;
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
    if (!this.isIdle || !this.held.isEmpty || this.isDone) return null;
    return this.request.stream ? `${this.places} ${this.follows}` : `${this.places}`;
  }

  /** Gives of the next items what is at hand, in the same turn as the one before them. */
  takeAtHand(max: number): FeedItem[] {
    if (this.isDone || this.isPastTailer) return [];
    while (this.ready.length < max && this.held.lagging.size === 0) {
      const batch = this.held.shift();
      if (!batch) break;
      this.handle(batch);
    }
    const items = this.ready.splice(0, max);
    const last = items.at(-1);
    if (last) this.note(last);
    return items;
  }

  /** Holds nothing for a reader that does not ask; what it was not given is read again when it does. */
  letGo(): void {
    const { given, ready } = this;
    // What it begins with is no entry, and not read again.
    if (this.askedAt === null || this.isDone || !given || ready.length === 0 || ready.some(({ type }) => type !== 'ENTRY')) return;
    ready.length = 0;
    this.feed.readAhead.give(this);
    const cursor = this.parts.seal.open(given.cursor) as Cursor;
    for (const lane of this.places.goBackTo(cursor, this.lanes)) this.held.lagging.add(lane);
    if (cursor.stream) this.follows = cursor.stream.number;
    this.hasMoved = false;
  }

  take(batch: LaneBatch): void {
    const { programId } = this.request;
    this.held.put({ ...batch, entries: batch.entries.filter((entry) => entry.programId === programId) });
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
    if (this.ready.length === 0) this.feed.readAhead.give(this);
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
    const [lane] = this.held.lagging;
    if (lane !== undefined) return this.readOn(lane);
    const batch = this.held.shift();
    if (batch) return this.handle(batch);
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
    if (this.ready.length === 0 && this.held.lagging.size === 0) this.ready.push(this.mark());
  }

  /** What the tailer gave meanwhile stays held, and lanes that lag stay so: it may be newer than the snapshot. */
  private async startAfresh(reason?: ResetReason): Promise<void> {
    const { programId, stream } = this.request;
    this.feed.readAhead.give(this);
    const state = stream ? await this.feed.snapshots.read(programId, stream) : null;
    this.places.startAt(state ? [state.number] : await this.feed.past.readHeads());
    this.follows = state?.number ?? 0;
    this.hasMoved = false;
    const at = this.places.cursor();
    if (reason) this.ready.push({ type: 'RESET', cursor: at, reason });
    this.ready.push({ type: 'SNAPSHOT', cursor: at, number: this.follows, state });
  }

  /** Goes on behind a cursor: reads what it missed, or says why that cannot be. */
  private async resume(cursor: Cursor): Promise<ResetReason | null> {
    if (cursor.epoch !== this.parts.seal.epoch) return 'EPOCH_CHANGED';
    if (!(await this.mayReadAhead())) return null;
    const missed = await readMissed(this.feed, this.request, cursor, this.parts.now());
    if (typeof missed === 'string') return missed;
    this.follows = cursor.stream?.number ?? 0;
    this.places.startAt(cursor.stream ? [this.follows] : cursor.positions);
    missed.forEach((page, i) => this.receive(this.lanes[i] as number, page));
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
    // From now on the tailer's entries are held again; what they repeat is dropped by its place.
    this.held.lagging.delete(lane);
    this.isReadAhead = true;
    const { stream, programId } = this.request;
    const after = this.places.in(lane);
    this.receive(
      lane,
      stream ? await this.feed.past.readStream(programId, stream, after) : await this.feed.past.readLane(programId, lane, after),
    );
  }

  private receive(lane: number, { entries, head, isCut }: PastPage): void {
    for (const entry of entries) this.accept(entry);
    if (isCut) this.held.lagging.add(lane);
    else if (!this.request.stream) this.moveTo(lane, head);
  }

  /** The one rule, for a batch of the tailer. */
  private handle({ lane, from, to, entries }: LaneBatch): void {
    const { stream } = this.request;
    const last = this.places.in(lane);
    const news = entries.filter((entry) => this.places.of(entry) > last);
    const next = stream ? news[0]?.number : from;
    if (next !== undefined && next > last + 1) {
      this.held.lagging.add(lane);
      return;
    }
    for (const entry of news) this.accept(entry);
    if (!stream) this.moveTo(lane, to);
  }

  private accept(entry: StoredEntry): void {
    const { stream, matches } = this.request;
    this.moveTo(entry.lane, this.places.of(entry));
    if (!matches(entry)) return;
    this.ready.push({ type: 'ENTRY', cursor: this.places.cursor(), number: entry.number, follows: stream ? this.follows : 0, entry });
    this.follows = entry.number;
    this.hasMoved = false;
  }

  private moveTo(lane: number, place: number): void {
    if (this.places.moveTo(lane, place)) this.hasMoved = true;
  }

  private mark(): FeedItem {
    this.hasMoved = false;
    this.follows = this.request.stream ? this.places.in(this.lanes[0] as number) : 0;
    return { type: 'BOOKMARK', cursor: this.places.cursor(), number: this.follows };
  }

  /** A bookmark when the place moved without anything to send for a while, so that the reader's cursor does not age. */
  private bookmark(): FeedItem | undefined {
    if (!this.isStarted || !this.hasMoved || !this.held.isEmpty) return undefined;
    return this.parts.now() - this.sentAt >= this.feed.limits.bookmarkIntervalMs ? this.mark() : undefined;
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
