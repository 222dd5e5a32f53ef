import type { Refusal } from '../journal/core/decide.js';
import type { Instant } from '../journal/core/entry.js';
import type { SharedCounters } from '../journal/core/shared-counters.js';
import type { StreamState } from '../journal/core/state.js';
import type { Program } from '../programs/program.js';
import { hasTier } from '../tiers/tier-set.js';
import { codesKey, drawnKey } from '../vouchers/pool.js';
import { isWithin, limitCounter, type RewardPrice, type RewardSettings, stockKey } from './reward.js';

/** Who wants a reward, and when. */
export interface Wish {
  readonly program: Program;
  readonly state: StreamState;
  readonly at: Instant;
  readonly shared: SharedCounters;
  /** Ids of segments that the member is in. */
  readonly segments: readonly string[];
}

/**
 * All that keeps a member from a reward, in the order in which it is told; empty: nothing does.
 * @throws CountersNeeded
 */
export const obstaclesTo = (reward: RewardSettings, wish: Wish): readonly Refusal[] => [
  ...notAvailable(reward, wish),
  ...limitReached(reward, wish),
  ...soldOut(reward, wish),
  ...missingPoints(reward, wish),
];

const unavailable = (reason: string, message: string, more: Readonly<Record<string, unknown>> = {}): Refusal => ({
  code: 'REWARD_NOT_AVAILABLE',
  message,
  path: ['reward'],
  data: { reason, availableFrom: null, ...more },
});

function notAvailable(reward: RewardSettings, wish: Wish): Refusal[] {
  const { at, segments } = wish;
  const { from } = reward.available;
  if (reward.isArchived) return [unavailable('ARCHIVED', 'This reward is not offered any more.')];
  const isEarly = from !== null && at < from;
  return [
    ...(isEarly
      ? [
          unavailable('NOT_YET', `This reward can be redeemed from ${new Date(from).toISOString()}.`, {
            availableFrom: new Date(from).toISOString(),
          }),
        ]
      : []),
    ...(!isEarly && !isWithin(reward.available, at) ? [unavailable('NO_LONGER', 'This reward cannot be redeemed any more.')] : []),
    ...(reward.tiers.length > 0 && !reward.tiers.some((tier) => hasTier(wish.program.settings.tierSets, wish.state.standings, tier))
      ? [unavailable('TIER', 'This reward is for members of a higher tier.')]
      : []),
    ...(reward.segments.length > 0 && !reward.segments.some((segment) => segments.includes(segment))
      ? [unavailable('SEGMENT', 'This reward is for certain members only.')]
      : []),
    ...(priceFor(reward, wish) ? [] : [unavailable('NO_PRICE', 'This reward has no price for this member at this time.')]),
  ];
}

/** What the member pays; undefined where no price fits. */
export const priceFor = ({ prices }: RewardSettings, wish: Wish): RewardPrice | undefined =>
  prices.find(
    ({ tier, season }) =>
      isWithin(season, wish.at) && (tier === null || hasTier(wish.program.settings.tierSets, wish.state.standings, tier)),
  );

/** The first instant of the period in which a redemption counts to the member's limit; null where it does not. */
export function limitWindow({ id, limit }: RewardSettings, { program, state, at }: Wish): Instant | null {
  if (!limit) return null;
  const window = program.calendar.periodOf(at, limit.period);
  return (state.counters[limitCounter(id)]?.window ?? window) > window ? null : window;
}

export const usedOfLimit = ({ id }: RewardSettings, { state }: Wish, window: Instant): number => {
  const counter = state.counters[limitCounter(id)];
  return counter?.window === window ? counter.used : 0;
};

function limitReached(reward: RewardSettings, wish: Wish): Refusal[] {
  const { limit } = reward;
  const window = limitWindow(reward, wish);
  if (!limit || window === null || usedOfLimit(reward, wish, window) < limit.max) return [];
  const per = limit.period === 'EVER' ? 'in all' : `a ${limit.period.toLowerCase()}`;
  const message = `A member may redeem this reward ${limit.max} times ${per}.`;
  return [{ code: 'REWARD_LIMIT_REACHED', message, path: ['reward'], data: { max: limit.max, period: limit.period } }];
}

/** @throws CountersNeeded */
export function soldOut({ id, stock, voucher }: RewardSettings, { shared }: Pick<Wish, 'shared'>): Refusal[] {
  const refusal = { code: 'REWARD_SOLD_OUT', message: 'This reward is sold out. No points were taken.', path: ['reward'] };
  const pool = voucher && 'pool' in voucher ? voucher.pool : null;
  const keys = [...(stock === null ? [] : [stockKey(id)]), ...(pool === null ? [] : [codesKey(pool), drawnKey(pool)])];
  const used = shared.used(keys);
  if (stock !== null && (used.shift() as number) >= stock) return [refusal];
  const [codes = 0, drawn = 0] = used;
  return pool !== null && drawn >= codes ? [refusal] : [];
}

function missingPoints(reward: RewardSettings, wish: Wish): Refusal[] {
  return missing(reward, wish).map(({ currency, available, required }) => ({
    code: 'INSUFFICIENT_POINTS',
    message: `${required} ${wish.program.currencyCode(currency)} are required, ${available} are available.`,
    path: ['reward'],
    data: { available, required },
  }));
}

/** The currencies of which the member has too little. */
export function missing(reward: RewardSettings, wish: Wish) {
  return (priceFor(reward, wish)?.parts ?? []).flatMap(({ currency, amount }) => {
    const available = wish.state.wallets[currency]?.active ?? 0;
    return available < amount ? [{ currency, available, required: amount }] : [];
  });
}
