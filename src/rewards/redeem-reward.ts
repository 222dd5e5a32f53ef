import type { Handler, Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import { refuseUnlessActive } from '../members/status.js';
import { kept } from '../points/lot-parts.js';
import type { Program } from '../programs/program.js';
import { type Effects, issue, type Offered } from './issue.js';
import { limitWindow, obstaclesTo, priceFor, soldOut, usedOfLimit, type Wish } from './obstacles.js';
import { type Gift, listedGift, listedPending, REDEMPTION, type Redemption, redemptionRecord } from './redemption.js';
import { limitCounter, type RewardPrice, type RewardSettings, stockKey } from './reward.js';

export const REDEEM_REWARD = 'REDEEM_REWARD';
export const GRANT_REWARD = 'GRANT_REWARD';

export interface RedeemReward {
  /** UUID. */
  readonly reward: string;
  readonly offered: Offered;
  /** Ids of segments that the member was in when the command was admitted, of those that anything asks about. */
  readonly segments?: readonly string[];
  readonly gift?: Gift;
}

export interface GrantReward {
  /** UUID. */
  readonly reward: string;
  readonly offered: Offered;
  readonly reason: string | null;
}

const FREE: RewardPrice = { parts: [], tier: null, season: { from: null, to: null } };

/** Buys one of a reward: all that it takes and gives is one entry, or nothing is done. */
export const redeemReward: Handler<Program, RedeemReward> = (draft, { input, streamId }) => {
  const reward = rewardOf(draft.program, input.reward);
  if ('code' in reward) return reward;
  const wish = wishOf(draft, input.segments);
  const [obstacle] = [refuseUnlessActive(draft.state), ...obstaclesTo(reward, wish)].filter((each) => each !== undefined);
  if (obstacle) return obstacle;
  const counted = limitWindow(reward, wish);
  const limit = counted !== null && {
    counters: [{ counter: limitCounter(reward.id), window: counted, used: usedOfLimit(reward, wish, counted) + 1 }],
  };
  return take(draft, streamId, reward, priceFor(reward, wish) ?? FREE, {
    ...{ kind: input.gift ? 'REWARD_GIFTED' : 'REWARD_REDEEMED', input, counted, gift: input.gift ?? null, limit: limit || {} },
  });
};

/** Gives one of a reward for nothing: to whom tier, segment, season and limit do not matter. Stock and codes do. */
export const grantReward: Handler<Program, GrantReward> = (draft, { input, streamId }) => {
  const reward = rewardOf(draft.program, input.reward);
  if ('code' in reward) return reward;
  const [obstacle] = [refuseUnlessActive(draft.state), ...soldOut(reward, draft)].filter((each) => each !== undefined);
  return obstacle ?? take(draft, streamId, reward, FREE, { kind: 'REWARD_GRANTED', input, counted: null, gift: null, limit: {} });
};

const wishOf = ({ program, state, at, shared }: Draft<Program>, segments: readonly string[] = []): Wish => ({
  ...{ program, state, at, shared, segments },
});

export const rewardOf = ({ settings }: Program, id: string): RewardSettings | Refusal =>
  settings.rewards?.find((each) => each.id === id) ?? {
    ...{ code: 'REWARD_NOT_FOUND', message: 'There is no such reward in this programme.', path: ['reward'] },
  };

interface Taking {
  readonly kind: 'REWARD_REDEEMED' | 'REWARD_GIFTED' | 'REWARD_GRANTED';
  readonly input: RedeemReward | GrantReward;
  readonly counted: number | null;
  readonly gift: Gift | null;
  readonly limit: object;
}

/** Posts the one entry: points out of their lots, one out of the stock, and what is issued at once. */
function take(draft: Draft<Program>, stream: string, reward: RewardSettings, price: RewardPrice, taking: Taking): number {
  const { kind, input, counted, gift, limit } = taking;
  const of = draft.nextNumber;
  const taken = price.parts
    .filter(({ amount }) => amount > 0)
    .map(({ currency, amount }) => ({ currency, amount, lots: draft.state.lots.take(currency, amount) }));
  const isStocked = reward.stock !== null;
  const waiting: Redemption = {
    type: REDEMPTION,
    reward: reward.id,
    status: 'PENDING',
    awaits: reward.needsApproval ? 'APPROVAL' : 'FULFILMENT',
    redeemedAt: draft.at,
    paid: taken.map(({ currency, lots }) => ({ currency, parts: kept(lots) })),
    expiresAt: null,
    ...{ counted, isStocked, gift, voucher: null, endedBy: null },
  };
  const isAtOnce = !reward.needsApproval && reward.fulfilment !== 'BY_HAND';
  const { redemption, effects }: { redemption: Redemption; effects: Effects } = isAtOnce
    ? issue(draft, reward, waiting, of, input.offered)
    : { redemption: waiting, effects: { listed: [listedPending(stream, of, waiting)] } };
  const shared = [...(isStocked ? draft.shared.add([{ ...stockKey(reward.id), delta: 1 }]) : []), ...(effects.shared ?? [])];
  const { offered: _, ...told } = input;
  const listed = [...(effects.listed ?? []), ...(gift?.recipient ? [listedGift(stream, of, redemption, gift.recipient)] : [])];
  return draft.post(kind, {
    // What was offered is in the record where it was taken.
    input: told,
    because: { reward: reward.id, version: reward.version, name: reward.name, price: price.parts, ...effects.because },
    changes: taken.map(({ currency, amount, lots }) => draft.change(currency, { active: -amount, spent: amount }, lots)),
    ...limit,
    ...(shared.length > 0 && { shared }),
    ...(listed.length > 0 && { listed }),
    records: [redemptionRecord(of, redemption)],
  });
}
