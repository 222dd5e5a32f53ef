import { type RawBuilder, sql } from 'kysely';
import type { Instant } from '../journal/core/entry.js';
import type { Program } from '../programs/program.js';
import { LAST_REDEMPTION, PURCHASES, readable } from './purchases.js';
import { asksEntries, leavesOf, type SegmentCondition } from './segment.js';

/** What conditions need to know of a member beyond its rows in `members` and `streams`, each once, whatever the number of conditions. */
export class Facts {
  /** First instants of the windows in which purchases are summed; null: ever. */
  private readonly windows: readonly (Instant | null)[];
  private readonly currencies: readonly string[];
  private readonly needsAttributes: boolean;
  private readonly needsRedemption: boolean;
  private readonly needsLastPurchase: boolean;

  constructor(
    private readonly conditions: readonly SegmentCondition[],
    private readonly program: Program,
  ) {
    const leaves = conditions.flatMap(leavesOf);
    const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
    this.windows = distinct(
      leaves.flatMap((leaf) => (leaf.kind === 'SPEND' || leaf.kind === 'PURCHASES' ? [this.startOf(leaf.days)] : [])),
    );
    this.currencies = distinct(leaves.flatMap((leaf) => (leaf.kind === 'BALANCE' ? [leaf.currency] : [])));
    this.needsLastPurchase = leaves.some(({ kind }) => kind === 'LAST_PURCHASE');
    this.needsAttributes = leaves.some(({ kind }) => kind === 'ATTRIBUTE');
    this.needsRedemption = leaves.some(({ kind }) => kind === 'LAST_REDEMPTION');
  }

  /** The first instant of so many last days, of which today is one. */
  startOf(days: number): Instant;
  startOf(days: number | null): Instant | null;
  startOf(days: number | null): Instant | null {
    return days === null ? null : this.program.calendar.rolling(this.program.now(), `P${days}D`).start;
  }

  spend = (days: number | null): RawBuilder<number> => sql.ref(`bought.spend_${this.windows.indexOf(this.startOf(days))}`);
  purchases = (days: number | null): RawBuilder<number> => sql.ref(`bought.purchases_${this.windows.indexOf(this.startOf(days))}`);
  lastPurchaseAt = (): RawBuilder<number> => sql.ref('bought.last_at');
  lastRedemptionAt = (): RawBuilder<number> => sql.ref('redeemed.last_at');
  attribute = (name: string): RawBuilder<unknown> => sql`(${sql.ref('profile.attributes')} -> ${name}::text)`;
  balance = (currency: string): RawBuilder<number> => sql.ref(`held.balance_${this.currencies.indexOf(currency)}`);

  /** Entries are asked for, as far as they were not taken out of the journal. */
  get needsEntries(): boolean {
    return this.conditions.some(asksEntries);
  }

  /** Subqueries for each member `m` with stream `s`, by the name under which they are joined; where entries are asked for, `q` says from where. */
  get laterals(): readonly { readonly name: string; readonly query: RawBuilder<unknown> }[] {
    return [
      ...(this.needsAttributes ? [{ name: 'profile', query: ATTRIBUTES }] : []),
      ...(this.windows.length > 0 || this.needsLastPurchase ? [{ name: 'bought', query: this.bought() }] : []),
      ...(this.currencies.length > 0 ? [{ name: 'held', query: this.held() }] : []),
      ...(this.needsRedemption ? [{ name: 'redeemed', query: LAST_REDEMPTION }] : []),
    ];
  }

  private bought(): RawBuilder<unknown> {
    const sums = this.windows.flatMap((start, i) => {
      const since = start === null ? sql`true` : sql`p.at >= ${start}`;
      return [
        sql`coalesce(sum(p.money) filter (where ${since}), 0) as ${sql.id(`spend_${i}`)}`,
        sql`count(*) filter (where ${since} and not p.is_gone) as ${sql.id(`purchases_${i}`)}`,
      ];
    });
    return sql`select ${sql.join([...sums, sql`max(p.at) filter (where not p.is_gone) as last_at`])} from (${PURCHASES}) p`;
  }

  /** What has not expired by now, posted or not. */
  private held(): RawBuilder<unknown> {
    const sums = this.currencies.map(
      (currency, i) => sql`coalesce(sum(l.remaining) filter (where l.currency_id = ${currency}::uuid), 0) as ${sql.id(`balance_${i}`)}`,
    );
    return sql`select ${sql.join(sums)} from lots l
      where l.shard = s.shard and l.stream_id = s.stream_id and l.expires_at > ${this.program.now()}`;
  }
}

const ATTRIBUTES = sql`select ${readable(sql`m.attributes`)} as attributes offset 0`;
