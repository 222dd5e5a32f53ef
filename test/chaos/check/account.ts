import type { Change, Effect } from '../deed.js';
import { CONVERSION, earnedBy, MILES_OF_DAY_MAX, REVIEW_EARNS } from '../shop.js';

/** What an entry does to a wallet: to what can be spent, and to what is owed. */
export interface Movement extends Change {
  readonly owed: number;
}

/** Something of which parts can be taken back, and how much is left of it. */
interface Left {
  readonly number: number;
  readonly left: number;
}

interface Bought {
  readonly cents: number;
  returned: number;
  readonly day: number;
  /** By currency: what it earned under the caps, and what of that was taken back. */
  readonly earned: ReadonlyMap<string, number>;
  readonly taken: Map<string, number>;
}

interface Moved {
  readonly change: Change;
  reversed: number;
}

const DAY_MS = 86_400_000;
/** Dollars of a year from which a member stands on the next tier, in cents. */
const THRESHOLDS = [10_000, 50_000, 100_000];

/** How many tiers above the first. */
export const rankOf = (cents: number): number => THRESHOLDS.filter((threshold) => cents >= threshold).length;

/** What one member has, by the rules of the shop and arithmetic of our own. Effects are applied in the order of the journal. */
export class Account {
  /** What purchases cost that were not returned, and the highest tier that it ever reached. */
  cents = 0;
  tier = 0;
  private readonly active = new Map<string, number>();
  private readonly owed = new Map<string, number>();
  private readonly purchases = new Map<string, Bought>();
  private readonly moved = new Map<string, Moved>();
  private readonly lefts = new Map<string, Left[]>();
  private milesOf = { day: 0, used: 0 };

  /** Does what the entry of this number and key should have done, and says what that is to wallets. */
  apply(effect: Effect, key: string, number: number, effectiveAt: number): Movement[] {
    const day = Math.floor(effectiveAt / DAY_MS);
    switch (effect.is) {
      case 'nothing':
        return [];
      case 'reviews':
        return [this.gain(REVIEW_EARNS)];
      case 'buys':
        return this.buy(effect.cents, key, number, day);
      case 'gives':
        this.move(key, number, effect.change);
        return [this.gain(effect.change)];
      case 'takes':
        this.move(key, number, effect.change);
        return [this.shift(effect.change)];
      case 'transfers':
        return [this.shift(effect.change)];
      case 'converts': {
        const steps = Math.floor(effect.amount / CONVERSION.step);
        return [
          this.shift({ currencyCode: 'POINTS', amount: -steps * CONVERSION.step }),
          this.gain({ currencyCode: 'MILES', amount: steps * CONVERSION.gives }),
        ];
      }
      case 'returns':
        return this.takeBack(effect.purchase, effect.cents, number, day);
      case 'reverses':
        return this.reverse(effect.entry, effect.amount, number);
    }
  }

  /** Points from another member. */
  receive(change: Change): Movement {
    return this.gain(change);
  }

  /** Whether so much was left of what was done under a key, after one of the entries from `low` to `high`. */
  wasLeft(key: string, left: number, low: number, high: number): boolean {
    const lefts = this.lefts.get(key) ?? [];
    return lefts.some((each, i) => each.left === left && each.number <= high && (lefts[i + 1]?.number ?? Number.POSITIVE_INFINITY) > low);
  }

  /** Whether more of it was taken back than there was, or nothing of what was left. */
  isOverdone(key: string): boolean {
    const lefts = this.lefts.get(key) ?? [];
    return lefts.some(({ left }, i) => left < 0 || left === lefts[i - 1]?.left);
  }

  /** Points that arrive repay first what is owed. */
  private gain({ currencyCode, amount }: Change): Movement {
    const repaid = Math.min(this.owed.get(currencyCode) ?? 0, amount);
    return this.shift({ currencyCode, amount: amount - repaid }, -repaid);
  }

  /** Points that are taken back; what is no longer there is owed. */
  private lose({ currencyCode, amount }: Change): Movement {
    const there = Math.min(this.active.get(currencyCode) ?? 0, amount);
    return this.shift({ currencyCode, amount: -there }, amount - there);
  }

  private shift({ currencyCode, amount }: Change, owed = 0): Movement {
    this.active.set(currencyCode, (this.active.get(currencyCode) ?? 0) + amount);
    this.owed.set(currencyCode, (this.owed.get(currencyCode) ?? 0) + owed);
    return { currencyCode, amount, owed };
  }

  private buy(cents: number, key: string, number: number, day: number): Movement[] {
    if (this.milesOf.day !== day) this.milesOf = { day, used: 0 };
    const earned = new Map<string, number>();
    const movements = earnedBy(cents).map(({ currencyCode, amount }) => {
      const granted = currencyCode === 'MILES' ? Math.min(amount, MILES_OF_DAY_MAX - this.milesOf.used) : amount;
      if (currencyCode === 'MILES') this.milesOf.used += granted;
      earned.set(currencyCode, granted);
      return this.gain({ currencyCode, amount: granted });
    });
    this.purchases.set(key, { cents, returned: 0, day, earned, taken: new Map() });
    this.lefts.set(key, [{ number, left: cents }]);
    this.cents += cents;
    return movements;
  }

  private takeBack(key: string, cents: number | null, number: number, day: number): Movement[] {
    const bought = this.purchases.get(key);
    if (!bought) return [];
    const part = cents ?? bought.cents - bought.returned;
    bought.returned += part;
    this.cents -= part;
    this.lefts.get(key)?.push({ number, left: bought.cents - bought.returned });
    return [...bought.earned].flatMap(([currencyCode, earned]) => {
      // Rounded down on all that came back so far, so that the last part ends at exactly what was earned.
      const before = bought.taken.get(currencyCode) ?? 0;
      const now = bought.returned === bought.cents ? earned : Math.floor((earned * bought.returned) / bought.cents);
      bought.taken.set(currencyCode, now);
      if (currencyCode === 'MILES' && this.milesOf.day === bought.day && day === bought.day) this.milesOf.used -= now - before;
      return now > before ? [this.lose({ currencyCode, amount: now - before })] : [];
    });
  }

  private move(key: string, number: number, change: Change): void {
    this.moved.set(key, { change, reversed: 0 });
    this.lefts.set(key, [{ number, left: Math.abs(change.amount) }]);
  }

  private reverse(key: string, amount: number | null, number: number): Movement[] {
    const moved = this.moved.get(key);
    if (!moved) return [];
    const { currencyCode } = moved.change;
    const size = Math.abs(moved.change.amount);
    const part = amount ?? size - moved.reversed;
    moved.reversed += part;
    this.lefts.get(key)?.push({ number, left: size - moved.reversed });
    // What was spent comes back as it was, and repays nothing.
    return [moved.change.amount < 0 ? this.shift({ currencyCode, amount: part }) : this.lose({ currencyCode, amount: part })];
  }
}
