import type { Handler, Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import { refuseUnlessActive } from '../members/status.js';
import { spendableCurrency } from '../points/currency.js';
import { insufficientPoints } from '../points/insufficient-points.js';
import type { Program } from '../programs/program.js';
import type { HouseholdRole, HouseholdSpending } from './household.js';

export const SPEND_HOUSEHOLD_POINTS = 'SPEND_HOUSEHOLD_POINTS';

/** Who is in a household, as it was when a command was decided. */
export interface Roster {
  /** UUID of the household. */
  readonly household: string;
  readonly spending: HouseholdSpending;
  /** In the order in which points are taken. */
  readonly members: readonly { readonly member: string; readonly role: HouseholdRole }[];
}

export interface SpendHouseholdPoints {
  readonly amount: number;
  readonly currencyCode: string | null;
  readonly reason: string | null;
  /** null: the spender is in no household. */
  readonly roster: Roster | null;
}

/** What one member gave to a household's spending. */
export interface HouseholdPart {
  /** UUID. */
  readonly member: string;
  readonly points: number;
  /** Number of the entry in that member's stream. */
  readonly entry: number;
}

/** Takes points from the wallets of a household, from each those that expire first. All of the amount or nothing; status stays everyone's own. */
export const spendHouseholdPoints: Handler<Program, SpendHouseholdPoints> = (draft, { input, streamId, others }, _, drafts) => {
  const { roster, amount, reason } = input;
  const refusal = refuseUnlessActive(draft.state) ?? refuseSpender(streamId, roster);
  if (refusal) return refusal;
  const named = spendableCurrency(draft.program, input.currencyCode);
  if ('refusal' in named) return named.refusal;
  const { id, code } = named.currency;
  const { household, spending, members } = roster as Roster;

  const draftOf = new Map([[streamId, draft], ...drafts.map((each, i) => [others?.[i]?.streamId ?? '', each] as const)]);
  const givers = members.flatMap(({ member }) => {
    const of = draftOf.get(member);
    return of && of.state.status === 'ACTIVE' ? [{ member, draft: of, active: of.wallet(id).active }] : [];
  });
  const available = givers.reduce((sum, { active }) => sum + active, 0);
  if (available < amount) return insufficientPoints(available, amount);
  const shares = shareOut(
    givers.map(({ active }) => active),
    amount,
    spending,
  );
  const taken = (of: Draft<Program>, points: number) =>
    points === 0 ? [] : [of.change(id, { active: -points, spent: points }, of.state.lots.take(id, points))];
  const parts = givers.flatMap(({ member, draft: of }, i): HouseholdPart[] => {
    const points = shares[i] as number;
    if (points === 0) return [];
    if (of === draft) return [{ member, points, entry: draft.nextNumber }];
    const entry = of.post('HOUSEHOLD_POINTS_GIVEN', {
      input: { household, spender: streamId, amount: points, reason },
      changes: taken(of, points),
    });
    return [{ member, points, entry }];
  });
  const own = parts.find(({ member }) => member === streamId)?.points ?? 0;
  return draft.post('HOUSEHOLD_POINTS_SPENT', {
    input: { ...input, currencyCode: code },
    because: { spending, available, parts },
    changes: taken(draft, own),
  });
};

function refuseSpender(member: string, roster: Roster | null): Refusal | undefined {
  const path = ['member'];
  if (!roster)
    return { code: 'NO_HOUSEHOLD', message: 'This member is in no household; createHousehold or joinHousehold changes that.', path };
  const role = roster.members.find((each) => each.member === member)?.role;
  return role === 'CONTRIBUTOR'
    ? { code: 'HOUSEHOLD_ROLE', message: 'A contributor does not spend for the household; setHouseholdRole changes that.', path }
    : undefined;
}

/**
 * How much each gives of an amount that all together have. In proportion, what rounding leaves over goes to the largest
 * remainders, the first of equal ones before the others; nobody gives more than they have.
 */
export function shareOut(active: readonly number[], amount: number, spending: HouseholdSpending): number[] {
  if (spending === 'IN_ORDER') {
    let missing = amount;
    return active.map((points) => {
      const part = Math.min(points, missing);
      missing -= part;
      return part;
    });
  }
  const total = active.reduce((sum, points) => sum + BigInt(points), 0n);
  if (total === 0n) return active.map(() => 0);
  const exact = active.map((points) => BigInt(points) * BigInt(amount));
  const shares = exact.map((each) => Number(each / total));
  let left = amount - shares.reduce((sum, share) => sum + share, 0);
  const byRemainder = exact
    .map((each, i) => ({ i, remainder: each % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.i - b.i : a.remainder > b.remainder ? -1 : 1));
  for (const { i } of byRemainder) {
    if (left === 0) break;
    shares[i] = (shares[i] as number) + 1;
    left -= 1;
  }
  return shares;
}
