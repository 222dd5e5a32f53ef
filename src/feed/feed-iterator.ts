import type { StoredEntry } from '../journal/stored-entry.js';
import type { Cursor, CursorSeal } from './cursor.js';
import type { Feed, FeedItem, FeedRequest, PastPage, ResetReason } from './feed.js';
import type { Follower, LaneBatch, Tailer } from './tailer.js';

/** Entries held for a reader that is not asking. Beyond it nothing is held: the journal holds it. */
const HELD_MAX = 256;

interface Parts {
  readonly seal: CursorSeal;
  readonly tailer: Tailer;
  readonly now: () => number;
}

/**
 * One subscription. Joins the past (read from the journal) to the present (given by the tailer) by one
 * rule: what is not behind the last place is dropped, what follows it is sent, and where something lies
 * in between it is read from the journal. A reader that does not ask costs a bounded buffer and loses
 * nothing.
 */
export class FeedIterator implements AsyncGenerator<FeedItem, void, void>, Follower {
  readonly lanes: readonly number[];
  private readonly ready: FeedItem[] = [];
  private held: LaneBatch[] = [];
  private heldCount = 0;
  /** The last place handled of the stream (its number), or of each lane (its position). */
  private readonly places: number[];
  /** Lanes in which something lies between the last place and what is held. */
  private readonly behind = new Set<number>();
  /** Number of the last item sent. */
  private follows = 0;
  private isStarted = false;
  private isDone = false;
  private failure: Error | undefined;
  private hasMoved = false;
  private sentAt = 0;
  private wakeUp: (() => void) | undefined;

  constructor(
    private readonly feed: Feed,
    private readonly request: FeedRequest,
    private readonly parts: Parts,
  ) {
    this.lanes = feed.lanesOf(request.stream);
    this.places = feed.lanes().map(() => 0);
  }

  async next(): Promise<IteratorResult<FeedItem, void>> {
    try {
      for (;;) {
        if (this.isDone) return this.finish();
        const item = this.ready.shift() ?? this.bookmark();
        if (item) {
          this.sentAt = this.parts.now();
          return { done: false, value: item };
        }
        await this.advance();
      }
    } catch (error) {
      await this.return();
      throw error;
    }
  }

  async return(): Promise<IteratorResult<FeedItem, void>> {
    this.parts.tailer.leave(this);
    this.isDone = true;
    this.held = [];
    this.ready.length = 0;
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

  take(batch: LaneBatch): void {
    const { programId, stream } = this.request;
    const entries = batch.entries.filter(
      (entry) => entry.programId === programId && (stream === null || entry.streamId === stream.streamId),
    );
    if (stream !== null && entries.length === 0) return;
    if (this.heldCount + entries.length > HELD_MAX) {
      for (const { lane } of this.held) this.behind.add(lane);
      this.behind.add(batch.lane);
      this.held = [];
      this.heldCount = 0;
    } else if (!this.behind.has(batch.lane)) {
      this.held.push({ ...batch, entries });
      this.heldCount += entries.length;
    }
    this.wakeUp?.();
  }

  end(error?: Error): void {
    this.isDone = true;
    this.failure = error;
    this.wakeUp?.();
  }

  private finish(): IteratorResult<FeedItem, void> {
    const { failure } = this;
    this.failure = undefined;
    if (failure) throw failure;
    return { done: true, value: undefined };
  }

  /** Does one step towards the next item: start, read the past, handle what is held, or wait. */
  private async advance(): Promise<void> {
    if (!this.isStarted) return this.start();
    const [lane] = this.behind;
    if (lane !== undefined) return this.readOn(lane);
    const batch = this.held.shift();
    if (batch) {
      this.heldCount -= batch.entries.length;
      return this.handle(batch);
    }
    await this.wait();
  }

  private async start(): Promise<void> {
    this.isStarted = true;
    const cursor = this.feed.open(this.request);
    await this.parts.tailer.follow(this);
    if (this.isDone) this.parts.tailer.leave(this);
    const reason = cursor && (await this.resume(cursor));
    if (cursor && !reason) {
      if (this.ready.length === 0 && this.behind.size === 0) this.ready.push(this.mark());
      return;
    }
    const { stream } = this.request;
    const state = stream ? await this.feed.readSnapshot(stream) : null;
    if (state) this.places[0] = state.number;
    else (await this.feed.readHeads()).forEach((position, i) => (this.places[i] = position));
    this.behind.clear();
    this.follows = state?.number ?? 0;
    const at = this.cursor();
    if (reason) this.ready.push({ type: 'RESET', cursor: at, reason });
    this.ready.push({ type: 'SNAPSHOT', cursor: at, number: this.follows, state });
  }

  /** Goes on behind a cursor: reads what it missed, or says why that cannot be. */
  private async resume(cursor: Cursor): Promise<ResetReason | null> {
    const { feed, request, parts } = this;
    const { streamRetentionMs, programRetentionMs, behindMax } = feed.limits;
    if (cursor.epoch !== parts.seal.epoch) return 'EPOCH_CHANGED';
    const isExpired = (page: PastPage, retentionMs: number) => (page.entries[0]?.postedAt ?? Infinity) < parts.now() - retentionMs;
    if (request.stream) {
      const after = cursor.stream?.number ?? 0;
      const page = await feed.readStream(request.stream, after);
      if (after > page.head) return 'CURSOR_AHEAD';
      if (page.head - after > behindMax) return 'TOO_FAR_BEHIND';
      if (isExpired(page, streamRetentionMs)) return 'CURSOR_EXPIRED';
      this.places[0] = this.follows = after;
      this.receive(0, page);
      if (page.isCut) this.behind.add(this.lanes[0] as number);
      return null;
    }
    const heads = await feed.readHeads();
    const missed = heads.map((head, lane) => head - (cursor.positions[lane] ?? 0));
    if (missed.some((count) => count < 0)) return 'CURSOR_AHEAD';
    if (missed.reduce((sum, count) => sum + count, 0) > behindMax) return 'TOO_FAR_BEHIND';
    cursor.positions.forEach((position, lane) => (this.places[lane] = position));
    for (const lane of this.lanes) {
      const page = await feed.readLane(request.programId, lane, cursor.positions[lane] ?? 0);
      if (isExpired(page, programRetentionMs)) {
        this.ready.length = 0;
        return 'CURSOR_EXPIRED';
      }
      this.receive(lane, page);
      if (page.isCut) this.behind.add(lane);
    }
    return null;
  }

  /** Reads the next page of what lies between the last place and the present. */
  private async readOn(lane: number): Promise<void> {
    // From now on the tailer's entries are held again; what they repeat is dropped by its place.
    this.behind.delete(lane);
    const { stream, programId } = this.request;
    const slot = stream ? 0 : lane;
    const after = this.places[slot] as number;
    const page = stream ? await this.feed.readStream(stream, after) : await this.feed.readLane(programId, lane, after);
    this.receive(slot, page);
    if (page.isCut) this.behind.add(lane);
  }

  private receive(slot: number, { entries, head, isCut }: PastPage): void {
    for (const entry of entries) this.accept(slot, entry);
    if (!this.request.stream && !isCut && head > (this.places[slot] as number)) {
      this.places[slot] = head;
      this.hasMoved = true;
    }
  }

  /** The one rule, for a batch of the tailer. */
  private handle({ lane, from, to, entries }: LaneBatch): void {
    if (this.request.stream) {
      for (const entry of entries) {
        const last = this.places[0] as number;
        if (entry.number <= last) continue;
        if (entry.number > last + 1) {
          this.behind.add(lane);
          return;
        }
        this.accept(0, entry);
      }
      return;
    }
    const last = this.places[lane] as number;
    if (to <= last) return;
    if (from > last + 1) {
      this.behind.add(lane);
      return;
    }
    for (const entry of entries) if (entry.position > last) this.accept(lane, entry);
    this.places[lane] = to;
    this.hasMoved = true;
  }

  private accept(slot: number, entry: StoredEntry): void {
    const { stream } = this.request;
    this.places[slot] = stream ? entry.number : entry.position;
    this.hasMoved = true;
    if (!this.request.matches(entry)) return;
    this.ready.push({ type: 'ENTRY', cursor: this.cursor(), number: entry.number, follows: stream ? this.follows : 0, entry });
    this.follows = entry.number;
    this.hasMoved = false;
  }

  private cursor(): string {
    const { programId, stream } = this.request;
    return stream
      ? this.feed.streamCursor(programId, stream.streamId, this.places[0] as number)
      : this.feed.programCursor(programId, this.places);
  }

  private mark(): FeedItem {
    this.hasMoved = false;
    return { type: 'BOOKMARK', cursor: this.cursor(), number: this.request.stream ? (this.places[0] as number) : 0 };
  }

  /** A bookmark when the place moved without anything to send for a while, so that the reader's cursor does not age. */
  private bookmark(): FeedItem | undefined {
    if (!this.isStarted || !this.hasMoved || this.behind.size > 0 || this.held.length > 0) return undefined;
    return this.parts.now() - this.sentAt >= this.feed.limits.bookmarkIntervalMs ? this.mark() : undefined;
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
