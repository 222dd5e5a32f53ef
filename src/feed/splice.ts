import type { StreamState } from '../journal/core/state.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import type { Cursor } from './cursor.js';
import type { Feed, FeedItem, FeedRequest, ResetReason } from './feed.js';
import type { LaneBatch } from './followers.js';
import { HeldBatches } from './held-batches.js';
import type { PastPage } from './past.js';
import { Places } from './places.js';

/**
 * Joins the past (read from the journal) to the present (given by the tailer) by one rule: what is not behind the last place is
 * dropped, what follows it is sent, and where something lies in between it is to be read from the journal. Nothing here waits.
 */
export class Splice {
  /** Items to be given. */
  readonly ready: FeedItem[] = [];
  private readonly held = new HeldBatches();
  private readonly places: Places;
  /** Number of the last item. */
  private follows = 0;
  /** The place has moved since the last item. */
  hasMoved = false;

  constructor(
    feed: Feed,
    private readonly request: FeedRequest,
    private readonly lanes: readonly number[],
  ) {
    this.places = new Places(feed, request);
  }

  /** Where it stands, when nothing is held; else null. */
  get place(): string | null {
    if (!this.held.isEmpty) return null;
    return this.request.stream ? `${this.places} ${this.follows}` : `${this.places}`;
  }

  /** A lane of which something has to be read from the journal, behind `placeIn`. */
  get laggingLane(): number | undefined {
    const [lane] = this.held.lagging;
    return lane;
  }

  placeIn(lane: number): number {
    return this.places.in(lane);
  }

  /** What the tailer gave meanwhile stays held, and lanes that lag stay so: it may be newer than the snapshot. */
  startAfresh(state: StreamState | null, heads: readonly number[], reason: ResetReason | undefined): void {
    this.places.startAt(heads);
    this.follows = state?.number ?? 0;
    this.hasMoved = false;
    const cursor = this.places.cursor();
    if (reason) this.ready.push({ type: 'RESET', cursor, reason });
    this.ready.push({ type: 'SNAPSHOT', cursor, number: this.follows, state });
  }

  /** @param missed first pages of what lies behind the cursor, of each lane */
  goOn({ stream, positions }: Cursor, missed: readonly PastPage[]): void {
    this.follows = stream?.number ?? 0;
    this.places.startAt(stream ? [stream.number] : positions);
    missed.forEach((page, i) => this.receive(this.lanes[i] as number, page));
  }

  /** Drops what is ready, to be read again behind the cursor of the last item that was given. */
  goBackTo(cursor: Cursor): void {
    this.ready.length = 0;
    for (const lane of this.places.goBackTo(cursor, this.lanes)) this.held.lagging.add(lane);
    if (cursor.stream) this.follows = cursor.stream.number;
    this.hasMoved = false;
  }

  /** From now on the tailer's entries of a lane are held again; what they repeat is dropped by its place. */
  beginReading(lane: number): void {
    this.held.lagging.delete(lane);
  }

  /** Takes what was read of a lane behind its place. */
  receive(lane: number, { entries, head, isCut }: PastPage): void {
    for (const entry of entries) this.accept(entry);
    if (isCut) this.held.lagging.add(lane);
    else if (!this.request.stream) this.moveTo(lane, head);
  }

  /** Holds what the tailer gave. */
  hold(batch: LaneBatch): void {
    const { programId } = this.request;
    this.held.put({ ...batch, entries: batch.entries.filter((entry) => entry.programId === programId) });
  }

  /** Handles the oldest of what is held; false: there is nothing, or something has to be read before. */
  handleHeld(): boolean {
    const batch = this.held.lagging.size === 0 ? this.held.shift() : undefined;
    if (!batch) return false;
    const { lane, from, to, entries } = batch;
    const { stream } = this.request;
    const last = this.places.in(lane);
    const news = entries.filter((entry) => this.places.of(entry) > last);
    const next = stream ? news[0]?.number : from;
    if (next !== undefined && next > last + 1) {
      this.held.lagging.add(lane);
      return true;
    }
    for (const entry of news) this.accept(entry);
    if (!stream) this.moveTo(lane, to);
    return true;
  }

  /** The place alone. */
  bookmark(): FeedItem {
    this.hasMoved = false;
    this.follows = this.request.stream ? this.places.in(this.lanes[0] as number) : 0;
    return { type: 'BOOKMARK', cursor: this.places.cursor(), number: this.follows };
  }

  clear(): void {
    this.held.clear();
    this.ready.length = 0;
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
}
