import type { Cursor } from '../../../src/feed/cursor.js';
import { localId } from '../../../src/graphql/global-id.js';
import type { Followed, Item, Told } from './evidence.js';
import { FeedFindings } from './findings.js';
import { isMeant, placeIn, placesOf, placesOfLast, type Records, type Row } from './records.js';
import { wrongEnd, wrongEntry, wrongSnapshot } from './values.js';

/**
 * Compares what clients were told with the journal as it lies in PostgreSQL. `records` holds one for each epoch, the present one last.
 * Of the system it uses how cursors are sealed and ids are written; every rule is written down here once more.
 */
export function checkFeed(followed: readonly Followed[], records: readonly Records[]): FeedFindings {
  const findings = new FeedFindings();
  for (const each of followed) new Judge(each, records, findings).judge();
  return findings;
}

/** The uuid of an id of an entry's stream. */
const uuidOf = (id: string): string => localId('member', id) ?? localId('program', id) ?? id;

class Judge {
  private records: Records;
  private tracks: Row[][] = [];
  /** The last place of each track; null: a snapshot has to come. */
  private places: number[] | null = null;
  private readonly told = new Set<Row>();
  /** Passed over, and perhaps still to come. */
  private readonly missing = new Set<Row>();
  private readonly resets: string[] = [];
  private isReset = false;
  private last: Item | null = null;

  constructor(
    private readonly followed: Followed,
    private readonly all: readonly Records[],
    private readonly findings: FeedFindings,
  ) {
    this.records = all.at(-1) as Records;
  }

  judge(): void {
    for (const each of this.followed.log) {
      if ('asked' in each) this.ask(each.asked);
      else this.item(each.item, each);
    }
    const { resets, lockedOutAt } = this.followed;
    if (this.resets.join() !== resets.join()) this.altered(`resets are ${this.resets.join() || 'none'}, not ${resets.join() || 'none'}`);
    if (lockedOutAt === null) {
      if (!this.places) this.findings.lost.push(`${this.followed.name}: the snapshot`);
      else this.passTo(endOf(this.followed, this.records));
      const wrong = this.missing.size === 0 && wrongEnd(this.followed, this.records);
      if (wrong) this.altered(wrong);
    }
    for (const row of this.missing) this.findings.lost.push(`${this.followed.name}: ${described(row)}`);
  }

  /** The client begins anew: from here on what lies behind the cursor is meant to come, again if need be. */
  private ask(cursor: string | null): void {
    const opened = cursor === null ? null : this.open(cursor);
    if (cursor !== null && !opened) this.altered('a cursor was asked that is none');
    if (opened) this.use(opened.epoch);
    this.places = opened && placesOf(opened);
    this.isReset = false;
  }

  private item(item: Item, { at }: Told): void {
    const opened = this.open(item.cursor);
    if (!opened) {
      this.altered(`a ${item.__typename} with a cursor that is none`);
      return;
    }
    const { programId, streamId } = this.followed;
    if (opened.programId !== programId || (opened.stream?.streamId ?? null) !== streamId)
      this.leak(`${item.__typename} with a cursor of something else`);
    else if (item.__typename === 'StreamReset') this.reset(item);
    else if (opened.epoch !== this.records.epoch && !this.isReset && this.places) this.altered(`epoch ${opened.epoch} without a reset`);
    else if (item.__typename.endsWith('Snapshot')) this.snapshot(item, opened);
    else if (!this.places) this.altered(`${item.__typename} ${item.number} before a snapshot`);
    else if (item.__typename === 'StreamBookmark') this.bookmark(item, opened);
    else this.change(item, opened, at);
    this.last = item;
  }

  private reset({ reason }: Item): void {
    this.resets.push(reason as string);
    this.places = null;
    this.isReset = true;
    // What was passed over before is behind the client now, and it knows.
    this.missing.clear();
  }

  private snapshot(item: Item, opened: Cursor): void {
    if (this.places && this.last) this.altered(`a snapshot at ${item.number} that nobody asked for`);
    this.use(opened.epoch);
    this.places = placesOf(opened);
    this.isReset = false;
    if (item.number !== (opened.stream?.number ?? 0)) this.altered(`a snapshot at ${item.number} whose cursor is elsewhere`);
    const wrong = wrongSnapshot(this.followed, item, this.records);
    if (wrong) this.altered(wrong);
  }

  private bookmark(item: Item, opened: Cursor): void {
    const to = placesOf(opened);
    if (to.some((place, track) => place < (this.places?.[track] ?? 0))) {
      this.findings.reordered.push(`${this.followed.name}: bookmark ${item.number}`);
      return;
    }
    if (item.number !== (opened.stream?.number ?? 0)) this.altered(`bookmark ${item.number} whose cursor is elsewhere`);
    this.passTo(to);
  }

  private change(item: Item, opened: Cursor, at: number): void {
    const { followed, findings } = this;
    const { streamId, lockedOutAt, name } = followed;
    const places = this.places as number[];
    const number = item.number as number;
    const row = this.records.row(uuidOf(item.entry?.streamId ?? ''), number);
    if (!row) {
      this.altered(`number ${number} of ${item.entry?.streamId} is not in the journal`);
      return;
    }
    if (row.program !== followed.programId || (streamId !== null && row.stream !== streamId)) {
      this.leak(described(row));
      return;
    }
    if (lockedOutAt !== null && row.postedAt > lockedOutAt)
      this.leak(`${described(row)}, told ${at - lockedOutAt} ms after it was locked out`);
    const track = streamId === null ? row.lane : 0;
    const place = placeIn(streamId, row);
    if (place <= (places[track] ?? 0)) {
      (this.told.has(row) && !this.missing.has(row) ? findings.doubled : findings.reordered).push(`${name}: ${described(row)}`);
      this.missing.delete(row);
      return;
    }
    if (!isMeant(followed, row)) {
      this.leak(`${described(row)}, which was not asked for`);
      return;
    }
    const follows = streamId === null ? 0 : places[0];
    const to = placesOf(opened);
    const before = this.missing.size;
    this.passTo(to, row);
    if (to[track] !== place) this.altered(`${described(row)} with a cursor of another place`);
    // Where something is missing, that is the finding.
    if (item.follows !== follows && this.missing.size === before) this.altered(`${described(row)} follows ${item.follows}, not ${follows}`);
    const wrong = wrongEntry(followed, item, row, this.records);
    if (wrong) this.altered(`${described(row)}: ${wrong}`);
    this.told.add(row);
  }

  /** Goes on to these places. What is meant, lies in between, and is not `except`, is missing. */
  private passTo(to: readonly number[], except?: Row): void {
    const places = this.places as number[];
    for (const [track, rows] of this.tracks.entries()) {
      const [from, until] = [places[track] ?? 0, to[track] ?? 0];
      if (until <= from) continue;
      for (let i = behind(this.followed.streamId, rows, from); i < rows.length; i += 1) {
        const row = rows[i] as Row;
        if (placeIn(this.followed.streamId, row) > until) break;
        if (row !== except) this.missing.add(row);
      }
      places[track] = until;
    }
  }

  private use(epoch: string): void {
    const records = this.all.find((each) => each.epoch === epoch) ?? this.records;
    if (this.tracks.length > 0 && records === this.records) return;
    this.records = records;
    this.tracks = records.tracks(this.followed);
  }

  private open(cursor: string): Cursor | null {
    const opened = this.records.open(cursor);
    if (this.tracks.length === 0 && opened) this.use(opened.epoch);
    return opened;
  }

  private altered(what: string): void {
    this.findings.altered.push(`${this.followed.name}: ${what}`);
  }

  private leak(what: string): void {
    this.findings.leaked.push(`${this.followed.name}: ${what}`);
  }
}

const described = (row: Row): string => `number ${row.number} of ${row.stream} (${row.kind}, lane ${row.lane}, position ${row.position})`;

/** Index of the first row behind a place. */
function behind(streamId: string | null, rows: readonly Row[], place: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (placeIn(streamId, rows[middle] as Row) <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The last place of each track that something which is meant has. */
export const endOf = (followed: Followed, records: Records): number[] =>
  records.tracks(followed).map((rows) => (rows.length > 0 ? placeIn(followed.streamId, rows.at(-1) as Row) : 0));

/** Whether it was told of everything up to these places. */
export function isToldUpTo(end: readonly number[], followed: Followed, records: Records): boolean {
  const places = placesOfLast(followed, records);
  return places?.every((place, track) => place >= (end[track] ?? 0)) ?? false;
}
