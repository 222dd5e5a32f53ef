import type { Handler, Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import { refuseUnlessActive } from '../members/status.js';
import type { Program } from '../programs/program.js';
import { issue, type Offered } from './issue.js';
import { soldOut } from './obstacles.js';
import { rewardOf } from './redeem-reward.js';
import { listedGift, listedPending, type Redemption, redemptionOf, redemptionRecord } from './redemption.js';

export const APPROVE_REDEMPTION = 'APPROVE_REDEMPTION';
export const FULFIL_REDEMPTION = 'FULFIL_REDEMPTION';
export const USE_REDEMPTION = 'USE_REDEMPTION';
export const FOLLOW_VOUCHER = 'FOLLOW_VOUCHER';
export const CLAIM_GIFT = 'CLAIM_GIFT';
export const RECEIVE_GIFT = 'RECEIVE_GIFT';

export interface IssueRedemption {
  /** Number of the entry that made it. */
  readonly redemption: number;
  readonly offered: Offered;
  readonly reason: string | null;
}

/** The redemption that an entry made, or why there is none. @throws RecordsNeeded */
export function redemptionAt({ state }: Draft<Program>, of: number): Redemption | Refusal {
  return (
    redemptionOf(state.records.get(of)) ?? { code: 'REDEMPTION_NOT_FOUND', message: 'There is no such redemption.', path: ['redemption'] }
  );
}

export const wrongStatus = ({ status, awaits }: Redemption, message: string): Refusal => ({
  code: 'REDEMPTION_STATUS',
  message: `This redemption is ${status}${awaits ? ` and awaits ${awaits.toLowerCase()}` : ''}. ${message}`,
  path: ['redemption'],
  data: { status },
});

/** Lets a redemption go on that waited for approval: it is issued, or waits for fulfilment. */
export const approveRedemption: Handler<Program, IssueRedemption> = (draft, { input, streamId }) => {
  const redemption = redemptionAt(draft, input.redemption);
  if ('code' in redemption) return redemption;
  if (redemption.awaits !== 'APPROVAL') return wrongStatus(redemption, 'Only what awaits approval can be approved.');
  const reward = rewardOf(draft.program, redemption.reward);
  if ('code' in reward) return reward;
  if (reward.fulfilment !== 'BY_HAND') return issueNow(draft, streamId, input, redemption, 'REDEMPTION_ISSUED');
  const records = [redemptionRecord(input.redemption, { ...redemption, awaits: 'FULFILMENT' })];
  return draft.post('REDEMPTION_APPROVED', {
    input: { redemption: input.redemption, reason: input.reason },
    because: { redemption: input.redemption, reward: redemption.reward },
    records,
  });
};

/** Says that a redemption was fulfilled by hand: the good was sent, the cash paid out. */
export const fulfilRedemption: Handler<Program, IssueRedemption> = (draft, { input, streamId }) => {
  const redemption = redemptionAt(draft, input.redemption);
  if ('code' in redemption) return redemption;
  if (redemption.awaits !== 'FULFILMENT') return wrongStatus(redemption, 'Only what awaits fulfilment can be fulfilled.');
  return issueNow(draft, streamId, input, redemption, 'REDEMPTION_ISSUED');
};

function issueNow(draft: Draft<Program>, stream: string, input: IssueRedemption, before: Redemption, kind: string): number | Refusal {
  const { redemption: of, offered } = input;
  const reward = rewardOf(draft.program, before.reward);
  if ('code' in reward) return reward;
  // Its own place in the stock was taken when it was redeemed; only codes can have run out since.
  const [obstacle] = soldOut({ ...reward, stock: null }, draft);
  if (obstacle) return { ...obstacle, message: 'Its pool has no code left. Import codes, or reject it.', path: ['redemption'] };
  const { redemption, effects } = issue(draft, reward, before, of, offered);
  return draft.post(kind, {
    input: { redemption: of, reason: input.reason },
    because: { redemption: of, reward: reward.id, name: reward.name, ...effects.because },
    ...(effects.shared && { shared: effects.shared }),
    listed: [...(effects.listed ?? []), listedPending(stream, of, redemption)],
    records: [redemptionRecord(of, redemption)],
  });
}

/** Says that what was issued was used. What has a voucher is used by redeeming that. */
export const useRedemption: Handler<Program, { readonly redemption: number }> = (draft, { input }) => {
  const redemption = redemptionAt(draft, input.redemption);
  if ('code' in redemption) return redemption;
  if (redemption.status !== 'ISSUED') return wrongStatus(redemption, 'Only what is issued can be used.');
  if (redemption.voucher) return wrongStatus(redemption, 'It is used by its voucher, with redeemVoucher.');
  return moveTo(draft, input.redemption, redemption, 'USED', input);
};

/** Follows its voucher: used up, or not any more. Nothing is posted where that is known. */
export const followVoucher: Handler<Program, { readonly redemption: number; readonly isUsedUp: boolean }> = (draft, { input }) => {
  const redemption = redemptionAt(draft, input.redemption);
  if ('code' in redemption) return redemption;
  const { status, expiresAt } = redemption;
  const isInTime = expiresAt === null || draft.at < expiresAt;
  // Used in time, although its end was posted before this came by.
  if (input.isUsedUp && (status === 'ISSUED' || (status === 'EXPIRED' && isInTime)))
    return moveTo(draft, input.redemption, redemption, 'USED', input);
  if (!input.isUsedUp && status === 'USED') return moveTo(draft, input.redemption, redemption, 'ISSUED', input);
  return null;
};

function moveTo(draft: Draft<Program>, of: number, before: Redemption, status: 'USED' | 'ISSUED', input: unknown): number {
  const isOver = status === 'USED';
  const redemption: Redemption = { ...before, status, endedBy: isOver ? draft.nextNumber : null };
  const because = { redemption: of, reward: before.reward };
  return draft.post(isOver ? 'REDEMPTION_USED' : 'REDEMPTION_REOPENED', { input, because, records: [redemptionRecord(of, redemption)] });
}

export interface ClaimGift {
  readonly redemption: number;
  /** UUID of the member who claims it. */
  readonly recipient: string;
}

/** Gives a gift that went to an e-mail address to the member who claims it. */
export const claimGift: Handler<Program, ClaimGift> = (draft, { input, streamId }) => {
  const { redemption: of, recipient } = input;
  const before = redemptionAt(draft, of);
  if ('code' in before) return before;
  const { gift, status } = before;
  if (!gift || gift.recipient !== null) return { code: 'GIFT_CLAIMED', message: 'This gift was claimed already.', path: ['code'] };
  if (status !== 'PENDING' && status !== 'ISSUED') return { ...wrongStatus(before, 'It cannot be claimed any more.'), path: ['code'] };
  const redemption = { ...before, gift: { ...gift, recipient } };
  return draft.post('GIFT_CLAIMED', {
    input,
    because: { redemption: of, reward: before.reward, gift },
    listed: [listedGift(streamId, of, redemption, recipient)],
    records: [redemptionRecord(of, redemption)],
  });
};

export interface ReceiveGift {
  /** UUID of the member who gave it, and the entry in their stream that redeemed it. */
  readonly sender: string;
  readonly redemption: number;
  readonly reward: string;
}

/** Tells a member's stream that a gift is theirs. */
export const receiveGift: Handler<Program, ReceiveGift> = (draft, { input }) =>
  refuseUnlessActive(draft.state) ?? draft.post('GIFT_RECEIVED', { input, because: { reward: input.reward } });
