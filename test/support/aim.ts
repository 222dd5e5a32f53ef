import type { Activity } from '../../src/earning/activity.js';
import { activityOf, NOTHING_RETURNED } from '../../src/earning/activity-record.js';
import type { Entry } from '../../src/journal/core/entry.js';
import type { StreamState } from '../../src/journal/core/state.js';
import { holdOf } from '../../src/points/hold.js';
import { reversalOf } from '../../src/points/reversal.js';
import type { Step } from './arbitraries.js';
import { type Deed, LINES_MAX, type Part, type Purchase } from './deeds.js';

interface Aim {
  readonly state: StreamState;
  readonly entries: readonly Entry[];
}

/** The deed with the number of the entry that it is about: often of one that is not ended yet; where there is none, of any entry. */
export function aimed(at: Aim, deed: Deed, exactly: Step['exactly']): Deed {
  const named = withNumber(at, deed);
  return exactly === null ? named : exact(at, named, exactly);
}

function withNumber({ state, entries }: Aim, deed: Deed): Deed {
  const { records } = state;
  const open = records.all.filter(({ dueAt }) => dueAt !== null).map(({ of }) => of);
  const numbers = (isMeant: (entry: Entry) => boolean) => entries.filter(isMeant).map(({ number }) => number);
  const isSpending = ({ kind }: Entry) => kind === 'POINTS_SPENT' || kind === 'HOLD_CAPTURED';
  const isReversible = (entry: Entry) => isSpending(entry) || entry.kind === 'POINTS_ADJUSTED';
  switch (deed.type) {
    case 'CAPTURE':
    case 'RELEASE':
      return {
        ...deed,
        hold: pick(
          deed.hold,
          records.all.filter(holdOf).map(({ of }) => of),
          open,
        ),
      };
    case 'ACTIVATE':
    case 'CANCEL':
      return {
        ...deed,
        activity: pick(
          deed.activity,
          records.all.filter(activityOf).map(({ of }) => of),
          open,
        ),
      };
    case 'RETURN': {
      const all = numbers((entry) => purchaseOf(entry) !== null);
      const purchase = pick(
        deed.purchase,
        all,
        all.filter((number) => left({ state, entries }, number) > 0),
      );
      return { ...deed, purchase, part: onLines(deed.part, purchaseOf(entries[purchase - 1])?.items.length ?? 0) };
    }
    case 'REVERSE':
    case 'REINSTATE': {
      const all = numbers(deed.type === 'REVERSE' ? isReversible : ({ kind }) => kind === 'POINTS_EXPIRED');
      const isOpen = (number: number) => reversalOf(known(state, number)).reversed < amountOf(entries[number - 1]);
      return { ...deed, entry: pick(deed.entry, all, all.filter(isOpen)) };
    }
    case 'PURCHASE':
      return paid(deed, numbers(isSpending), (number) => reversalOf(known(state, number)));
    default:
      return deed;
  }
}

/** Lines that the purchase has, but for the last; where it has none, money. */
function onLines(part: Part, count: number): Part {
  if (part === null || 'amount' in part) return part;
  if (count === 0) return { amount: 100 * part.items.length };
  const lines = new Map(part.items.map(({ line, quantity }) => [line < LINES_MAX ? line % count : line, quantity]));
  return { items: [...lines].map(([line, quantity]) => ({ line, quantity })) };
}

/** Who has spent nothing yet pays with money. */
function paid(
  deed: Purchase,
  spendings: readonly number[],
  of: (number: number) => { purchase: number | null; reversed: number },
): Purchase {
  const { paid: wish, ...purchase } = deed;
  if (!wish || spendings.length === 0) return purchase;
  const unused = spendings.filter((number) => of(number).purchase === null && of(number).reversed === 0);
  return { ...purchase, paid: { entry: pick(wish.entry, spendings, unused), value: Math.floor((deed.cents * wish.value) / 4) } };
}

/** What is there instead of the amount that was wished for: all, or exactly the lot that expires first; half of what is left of a purchase. */
function exact(at: Aim, deed: Deed, exactly: 'ALL' | 'FIRST_LOT'): Deed {
  if (deed.type === 'RETURN') {
    const cents = left(at, deed.purchase);
    const amount = exactly === 'ALL' ? cents : Math.ceil(cents / 2);
    return deed.part === null || 'items' in deed.part || amount === 0 ? deed : { ...deed, part: { amount } };
  }
  if (!('amount' in deed) || deed.type === 'REVERSE' || deed.type === 'REINSTATE' || (deed.type === 'ADJUST' && deed.amount > 0))
    return deed;
  const code = deed.type === 'CONVERT' ? 'POINTS' : 'code' in deed ? deed.code : null;
  const amounts =
    deed.type === 'CAPTURE'
      ? (holdOf(known(at.state, deed.hold))?.parts ?? []).map(({ amount }) => amount)
      : at.state.lots.known.filter(({ currency }) => currency === code?.toLowerCase()).map(({ remaining }) => remaining);
  const sum = (exactly === 'ALL' ? amounts : amounts.slice(0, 1)).reduce((total, amount) => total + amount, 0);
  if (sum === 0) return deed;
  return { ...deed, amount: deed.type === 'ADJUST' ? -sum : sum };
}

/** How many points an entry took or gave. */
function amountOf(entry: Entry | undefined): number {
  const { expired = 0, spent = 0, earned = 0 } = entry?.data.changes?.[0]?.delta ?? {};
  return Math.max(expired, spent, earned);
}

const known = (state: StreamState, number: number) => state.records.all.find(({ of }) => of === number) ?? null;

function purchaseOf(entry: Entry | undefined): (Activity & { type: 'PURCHASE' }) | null {
  const activity = entry?.kind === 'ACTIVITY_RECORDED' ? (entry.data.input as Activity) : null;
  return activity?.type === 'PURCHASE' ? activity : null;
}

/** Cents of a purchase that did not come back yet. */
function left({ state, entries }: Aim, number: number): number {
  const { amount } = activityOf(known(state, number))?.returned ?? NOTHING_RETURNED;
  return (purchaseOf(entries[number - 1])?.amount ?? 0) - amount;
}

/** An even number means one that is still open, where there is one; 7 means any entry at all; where there is none, the first or one that never is. */
function pick(back: number, all: readonly number[], open: readonly number[]): number {
  if (back === 7) return Math.max(1, (all.at(-1) ?? 1) - 1);
  const isOpen = back % 2 === 0 ? all.filter((number) => open.includes(number)) : [];
  const numbers = [...(isOpen.length > 0 ? isOpen : all)].sort((a, b) => b - a);
  return numbers[Math.floor(back / 2) % (numbers.length || 1)] ?? (back % 2 === 0 ? 1 : 9_999);
}
