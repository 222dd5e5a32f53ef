import { globalId } from '../graphql/global-id.js';
import { inputHashOf } from '../journal/input-hash.js';
import type { CommandRequest } from '../journal/journal.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import { PROGRAM_EVENT } from '../programs/program-event.js';
import { FOLLOW_VOUCHER, RECEIVE_GIFT, type ReceiveGift } from './change-redemption.js';
import type { Offered } from './issue.js';
import { GRANT_REWARD, type GrantReward } from './redeem-reward.js';
import { type Gift, redemptionOf } from './redemption.js';

/** Entries from which something follows in another stream. */
export const FOLLOWED_KINDS = ['VOUCHER_REDEEMED', 'VOUCHER_REINSTATED', 'REWARD_GIFTED', 'GIFT_CLAIMED', 'CARD_COMPLETED'];
/** Entries that can leave a pool low. They are many, and followed only where a pool warns. */
export const DRAWING_KINDS = ['REWARD_REDEEMED', 'REWARD_GRANTED', 'REDEMPTION_ISSUED'];

/** What the explanation of an entry may say to those who follow it. */
interface Because {
  readonly redemption?: { readonly member: string; readonly number: number } | number | null;
  readonly isUsedUp?: boolean;
  readonly reward?: string;
  readonly gift?: Gift;
  readonly poolLow?: { readonly pool: string; readonly left: number };
  readonly grants?: readonly { readonly reward: string; readonly count?: number }[];
}

/**
 * The commands that follow from an entry: a redemption learns that its voucher was used up, a member that a gift arrived, the programme
 * that a pool runs low, and what a rule grants is given. Each has a key made from the entry, so that it is given once however often this is asked.
 */
export function followUps(entry: StoredEntry, offer: () => Offered): CommandRequest[] {
  const { programId, kind, data, effectiveAt } = entry;
  const because = (data.because ?? {}) as Because;
  const keyed = (what: string, streamId: string, type: string, input: unknown): CommandRequest => {
    const key = `${what}:${entry.streamId}:${entry.number}`;
    return { type, programId, streamId, by: 'system', input, key, inputHash: inputHashOf(type, key), effectiveAt, readsLots: true };
  };
  return [
    ...ofVoucher(because, kind).map(({ member, ...input }) => ({
      ...keyed('voucher', member, FOLLOW_VOUCHER, input),
      refersTo: input.redemption,
    })),
    ...ofGift(entry, because).map(({ recipient, ...input }) => keyed('gift', recipient, RECEIVE_GIFT, input satisfies ReceiveGift)),
    ...(because.poolLow ? [because.poolLow] : []).map(({ pool, left }) => ({
      ...keyed('pool-low', programId, PROGRAM_EVENT, {
        kind: 'VOUCHER_POOL_LOW',
        detail: { voucherPool: globalId('voucherPool', pool), left },
      }),
      effectiveAt: null,
    })),
    ...(because.grants ?? []).flatMap(({ reward, count = 1 }, i) =>
      Array.from({ length: count }, (_, nth) => {
        const input: GrantReward = { reward, offered: offer(), reason: `${kind} ${entry.number}` };
        return keyed(`grant-${i}-${nth}`, entry.streamId, GRANT_REWARD, input);
      }),
    ),
  ];
}

function ofVoucher({ redemption, isUsedUp }: Because, kind: string) {
  const isChange = kind === 'VOUCHER_REINSTATED' || (kind === 'VOUCHER_REDEEMED' && isUsedUp === true);
  if (!isChange || typeof redemption !== 'object' || redemption === null) return [];
  return [{ member: redemption.member, redemption: redemption.number, isUsedUp: kind === 'VOUCHER_REDEEMED' }];
}

function ofGift({ kind, streamId, number, data }: StoredEntry, { reward }: Because) {
  if (kind !== 'REWARD_GIFTED' && kind !== 'GIFT_CLAIMED') return [];
  const [record] = data.records ?? [];
  const redemption = redemptionOf(record ?? null);
  const recipient = redemption?.gift?.recipient;
  return recipient ? [{ recipient, sender: streamId, redemption: record?.of ?? number, reward: reward ?? redemption.reward }] : [];
}
