import type { PendingPoints } from '../earning/activity-record.js';
import { applyCaps } from '../earning/cap.js';
import type { Draft } from '../journal/core/draft.js';
import type { EntryData } from '../journal/core/entry.js';
import { refuseTooMany } from '../points/too-many-points.js';
import type { Program } from '../programs/program.js';

/** One side's points of a referral. */
export interface Reward {
  readonly points: number;
  readonly pending: readonly PendingPoints[];
  readonly effects: Pick<EntryData, 'changes' | 'counters' | 'shared'>;
  /** How it came about, for the entry. */
  readonly because: Readonly<Record<string, unknown>>;
}

interface RewardingRule {
  readonly id: string;
  readonly name: string;
  readonly currency: string;
}

/**
 * Points of a referral that begin to wait, as far as caps leave them. Where a limit would refuse an activity as a whole, it is this
 * reward that is refused: it gives nothing, and says why. @throws CountersNeeded
 */
export function reward(draft: Draft<Program>, rule: RewardingRule, requested: number): Reward {
  const currency = draft.program.currency(rule.currency);
  const why = { rule: rule.id, name: rule.name, requested };
  if (!currency || requested === 0) return { points: 0, pending: [], effects: {}, because: { ...why, granted: 0 } };
  const share = { rule: rule.id, name: rule.name, formula: `${requested} for a referral`, points: requested };
  const source = `rule:${rule.id}`;
  const lots = [{ expiresAt: null, source, amount: requested }];
  const capped = applyCaps(draft, [{ currency, amount: requested, lots, shares: [share], declined: [], byItem: [] }]);
  const refusal = 'code' in capped ? capped : refuseTooMany(draft.wallet(currency.id), requested);
  if ('code' in capped || refusal) return refused(why, refusal?.code);
  const [award] = capped.awards;
  const points = award?.amount ?? 0;
  const caps = award?.caps ?? [];
  const room = caps.map(({ cap, window, granted, counted = granted }) => ({ cap, window, granted: counted }));
  const waiting: PendingPoints = {
    ...{ currency: currency.id, activatesAt: null, event: null, cancelsAt: null },
    parts: [{ source, amount: points }],
    ...(room.length > 0 && { room: { earned: points, caps: room } }),
  };
  return {
    points,
    pending: points > 0 ? [waiting] : [],
    effects: { ...(points > 0 && { changes: [draft.change(currency.id, { pending: points }, [])] }), ...capped.counts },
    because: { ...why, granted: points, ...(caps.length > 0 && { caps }) },
  };
}

/** A reward that cannot be given, and the code of why. */
export const refused = (why: Readonly<Record<string, unknown>>, code: string | undefined): Reward => ({
  ...{ points: 0, pending: [], effects: {} },
  because: { ...why, granted: 0, refused: code },
});
