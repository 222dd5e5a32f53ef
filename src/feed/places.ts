import type { StoredEntry } from '../journal/stored-entry.js';
import type { Cursor, StreamCursors } from './cursor.js';
import type { Feed, FeedRequest } from './feed.js';

/** How far a subscription has come: of one stream the number of its last entry, of a programme the position in each lane. */
export class Places {
  private readonly places: number[];
  /** Of the stream; made for the first of them. */
  private cursors: StreamCursors | undefined;

  constructor(
    private readonly feed: Feed,
    private readonly request: Pick<FeedRequest, 'programId' | 'stream'>,
  ) {
    this.places = request.stream ? [0] : feed.lanes().map(() => 0);
  }

  /** Begins behind the number of a stream, or the positions of all lanes. */
  startAt(places: readonly number[]): void {
    places.forEach((place, slot) => {
      this.places[slot] = place;
    });
  }

  in(lane: number): number {
    return this.places[this.slotOf(lane)] as number;
  }

  of(entry: StoredEntry): number {
    return this.request.stream ? entry.number : entry.position;
  }

  /** Whether that is further than it was; it never goes back. */
  moveTo(lane: number, place: number): boolean {
    if (place <= this.in(lane)) return false;
    this.places[this.slotOf(lane)] = place;
    return true;
  }

  /** Goes back to where a cursor stands, and gives those of the lanes in which that is something else. */
  goBackTo({ stream, positions }: Cursor, lanes: readonly number[]): number[] {
    const before = stream ? [stream.number] : positions;
    const changed = lanes.filter((lane) => this.in(lane) !== before[this.slotOf(lane)]);
    this.startAt(before);
    return changed;
  }

  cursor(): string {
    const { programId, stream } = this.request;
    if (!stream) return this.feed.programCursor(programId, this.places);
    this.cursors ??= this.feed.streamCursors(programId, stream.streamId);
    return this.cursors.at(this.places[0] as number);
  }

  toString(): string {
    return this.places.join();
  }

  private slotOf(lane: number): number {
    return this.request.stream ? 0 : lane;
  }
}
