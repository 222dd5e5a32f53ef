import type { Client } from 'pg';
import { readEpoch } from '../../../src/database/history.js';
import { type Cursor, CursorSeal } from '../../../src/feed/cursor.js';
import { type JournalRow, readJournal } from '../books.js';
import type { Followed } from './evidence.js';

/** A row of the journal, with its JSON read. */
export interface Row extends JournalRow {
  readonly content: {
    readonly changes?: readonly {
      readonly currency: string;
      readonly delta: { readonly active?: number };
      readonly after: { readonly active?: number };
    }[];
    readonly because?: unknown;
  };
}

interface Settings {
  readonly pointCurrencies: readonly { readonly id: string; readonly code: string }[];
  readonly tierSets: readonly { readonly id: string; readonly tiers: readonly { readonly id: string; readonly name: string }[] }[];
}

/** The truth of one epoch: the journal and what is derived from it, as they lie in PostgreSQL. */
export class Records {
  private readonly byName: ReadonlyMap<string, Row>;
  private readonly byStream: ReadonlyMap<string, readonly Row[]>;
  private readonly byProgram: ReadonlyMap<string, readonly Row[]>;
  /** The last position of each lane: they have no gaps. */
  private readonly heads: readonly number[];
  private readonly codes = new Map<string, string>();
  private readonly tiers = new Map<string, string>();

  constructor(
    readonly epoch: string,
    rows: readonly Row[],
    settings: readonly Settings[],
    /** Balances of members by currency id. */
    private readonly wallets: ReadonlyMap<string, Readonly<Record<string, { readonly active?: number }>>>,
    private readonly seal: CursorSeal,
  ) {
    this.byName = new Map(rows.map((row) => [nameOf(row.stream, row.number), row]));
    this.byStream = new Map([...Map.groupBy(rows, ({ stream }) => stream)].map(([id, list]) => [id, list.toSorted(byNumber)]));
    this.byProgram = Map.groupBy(rows, ({ program }) => program);
    this.heads = [...Map.groupBy(rows, ({ lane }) => lane)].reduce<number[]>((heads, [lane, { length }]) => {
      heads[lane] = length;
      return heads;
    }, []);
    for (const { pointCurrencies, tierSets } of settings) {
      for (const { id, code } of pointCurrencies) this.codes.set(id, code);
      for (const { id, name } of tierSets.flatMap(({ tiers }) => tiers)) this.tiers.set(id, name);
    }
  }

  static async read(client: Client): Promise<Records> {
    const rows = async <T extends object>(text: string): Promise<T[]> => (await client.query<T>(text)).rows;
    const epoch = await readEpoch(rows);
    const [installation] = await rows<{ secret: Buffer }>('select secret from installation');
    const settings = await rows<{ settings: Settings }>(
      'select distinct on (program_id) settings from program_versions order by program_id, version desc',
    );
    const states = await rows<{ id: string; wallets: Record<string, { active?: number }> | null }>(
      `select stream_id as id, state->'wallets' as wallets from streams`,
    );
    return new Records(
      epoch,
      (await readJournal(client)).map((row) => ({ ...row, content: JSON.parse(row.data) as Row['content'] })),
      settings.map((each) => each.settings),
      new Map(states.map(({ id, wallets }) => [id, wallets ?? {}])),
      new CursorSeal(installation?.secret as Buffer, epoch),
    );
  }

  row(streamId: string, number: number): Row | undefined {
    return this.byName.get(nameOf(streamId, number));
  }

  /** What has to be told, by track: a stream has one, a programme one for each lane; in order. */
  tracks(followed: Followed): Row[][] {
    const { streamId, programId } = followed;
    const rows = (streamId === null ? this.byProgram.get(programId) : this.byStream.get(streamId)) ?? [];
    const meant = rows.filter((row) => isMeant(followed, row));
    if (streamId !== null) return [meant];
    const lanes = Map.groupBy(meant, ({ lane }) => lane);
    return Array.from({ length: Math.max(0, ...lanes.keys()) + 1 }, (_, lane) => (lanes.get(lane) ?? []).toSorted(byPosition));
  }

  /** What lies behind these places whether it is meant or not: how much, in positions for a programme, and the first of each track. */
  behind({ streamId, programId }: Pick<Followed, 'streamId' | 'programId'>, places: readonly number[]): { count: number; firsts: Row[] } {
    const rows = (streamId === null ? this.byProgram.get(programId) : this.byStream.get(streamId)) ?? [];
    const tracks = Map.groupBy(rows, ({ lane }) => (streamId === null ? lane : 0));
    const firsts = [...tracks].flatMap(([track, list]) => {
      const ahead = list.filter((row) => placeIn(streamId, row) > (places[track] ?? 0));
      return ahead.toSorted((a, b) => placeIn(streamId, a) - placeIn(streamId, b)).slice(0, 1);
    });
    const heads = streamId === null ? this.heads : [rows.reduce((most, { number }) => Math.max(most, number), 0)];
    return { count: heads.reduce((sum, head, track) => sum + Math.max(0, head - (places[track] ?? 0)), 0), firsts };
  }

  open(cursor: string): Cursor | null {
    return this.seal.open(cursor);
  }

  /** Spendable points of a member as of an entry, by code. */
  balancesAt(streamId: string, number: number): Map<string, number> {
    const balances = new Map<string, number>();
    for (const row of this.byStream.get(streamId) ?? []) {
      if (row.number > number) break;
      for (const { currency, after } of row.content.changes ?? []) balances.set(this.code(currency), after.active ?? 0);
    }
    return balances;
  }

  /** The same as it is stored beside the journal, now. */
  balances(streamId: string): Map<string, number> {
    return new Map(Object.entries(this.wallets.get(streamId) ?? {}).map(([id, { active = 0 }]) => [this.code(id), active]));
  }

  /** The tier that a member was moved to last, as of an entry; null where they were never moved. */
  tierAt(streamId: string, number: number): string | null {
    const move = this.byStream.get(streamId)?.findLast((row) => row.number <= number && row.kind === 'TIER_CHANGED');
    return move ? this.tierOf(move) : null;
  }

  tierOf({ content }: Row): string {
    const { to } = content.because as { to: string };
    return this.tiers.get(to) ?? to;
  }

  code(currencyId: string): string {
    return this.codes.get(currencyId) ?? currencyId;
  }
}

/** The place of a row in its track. */
export const placeIn = (streamId: string | null, row: Row): number => (streamId === null ? row.position : row.number);

/** The places in a cursor, by track. */
export const placesOf = ({ stream, positions }: Cursor): number[] => (stream ? [stream.number] : [...positions]);

/** The places of the last item that was told, in this epoch; null: there is none. */
export function placesOfLast({ log }: Followed, records: Records): number[] | null {
  const last = log.findLast((told) => 'item' in told);
  if (!last || !('item' in last) || last.item.__typename === 'StreamReset') return null;
  const opened = records.open(last.item.cursor);
  return opened?.epoch === records.epoch ? placesOf(opened) : null;
}

const nameOf = (streamId: string, number: number) => `${streamId} ${number}`;
const byNumber = (a: Row, b: Row) => a.number - b.number;
const byPosition = (a: Row, b: Row) => a.position - b.position;

const TIER_KINDS = new Set(['TIER_CHANGED', 'TIER_KEPT']);

/** Whether a subscription has to tell of it. */
export function isMeant({ shows, kinds, programId, streamId }: Followed, row: Row): boolean {
  if (row.program !== programId || (streamId !== null && row.stream !== streamId)) return false;
  if (shows === 'balance') return (row.content.changes ?? []).length > 0;
  if (shows === 'tier') return TIER_KINDS.has(row.kind);
  return kinds === null || kinds.includes(row.kind);
}
