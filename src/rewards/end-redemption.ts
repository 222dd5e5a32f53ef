import type { Handler, Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { Instant } from '../journal/core/entry.js';
import type { DueStep } from '../journal/core/settle.js';
import { giveBack, sumOf } from '../points/lot-parts.js';
import type { Program } from '../programs/program.js';
import { endVoucher } from '../vouchers/end-voucher.js';
import { redemptionAt, wrongStatus } from './change-redemption.js';
import { listedPending, type Redemption, type RedemptionStatus, redemptionOf, redemptionRecord } from './redemption.js';
import { limitCounter, stockKey } from './reward.js';

export const END_REDEMPTION = 'END_REDEMPTION';

export interface EndRedemption {
  /** Number of the entry that made it. */
  readonly redemption: number;
  /** Cancelled, rejected while it awaited approval, failed to be fulfilled, or taken back after it was used. */
  readonly how: 'CANCELLED' | 'REJECTED' | 'FAILED' | 'REVERSED';
  /** The stock does not get it back. */
  readonly isWrittenOff: boolean;
  readonly reason: string | null;
}

const FITTING: Readonly<Record<EndRedemption['how'], readonly RedemptionStatus[]>> = {
  CANCELLED: ['PENDING', 'ISSUED'],
  REJECTED: ['PENDING'],
  FAILED: ['PENDING', 'ISSUED'],
  REVERSED: ['USED'],
};

/** Ends a redemption: points go back into their lots, the stock gets it back or it is written off, and its voucher is void. */
export const endRedemption: Handler<Program, EndRedemption> = (draft, command, _, others) => {
  const { input, streamId } = command;
  const { redemption: of, how } = input;
  const redemption = redemptionAt(draft, of);
  if ('code' in redemption) return redemption;
  const refusal = refuseStatus(redemption, how) ?? endItsVoucher(redemption, { member: streamId, number: of }, how, command.others, others);
  if (refusal) return refusal;
  const { reward, paid, counted, isStocked } = redemption;
  const counter = draft.state.counters[limitCounter(reward)];
  const isCounted = counted !== null && counter?.window === counted;
  const back = isStocked && !input.isWrittenOff ? draft.shared.add([{ ...stockKey(reward), delta: -1 }]) : [];
  const ended: Redemption = { ...redemption, status: how === 'FAILED' ? 'FAILED' : 'CANCELLED', awaits: null, endedBy: draft.nextNumber };
  return draft.post(`REDEMPTION_${how}`, {
    input,
    because: { redemption: of, reward },
    changes: paid.map(({ currency, parts }) => giveBack(draft, currency, parts, { spent: -sumOf(parts) }, draft.at)),
    ...(isCounted && { counters: [{ counter: limitCounter(reward), window: counted, used: counter.used - 1 }] }),
    ...(back.length > 0 && { shared: back }),
    ...(redemption.status === 'PENDING' && { listed: [listedPending(streamId, of, ended)] }),
    records: [redemptionRecord(of, ended)],
  });
};

function refuseStatus(redemption: Redemption, how: EndRedemption['how']): Refusal | undefined {
  if (how === 'REJECTED' && redemption.awaits !== 'APPROVAL') return wrongStatus(redemption, 'Only what awaits approval can be rejected.');
  if (FITTING[how].includes(redemption.status)) return undefined;
  if (redemption.status === 'USED') return wrongStatus(redemption, 'A used one can only be taken back by staff, with reverseRedemption.');
  return wrongStatus(redemption, how === 'REVERSED' ? 'Only a used one is reversed; cancelRedemption ends others.' : 'It is over.');
}

/** Voids the voucher in its own stream. What was used meanwhile counts, although nobody told this stream yet. */
function endItsVoucher(
  { voucher }: Redemption,
  redemption: { readonly member: string; readonly number: number },
  how: EndRedemption['how'],
  streams: readonly { readonly streamId: string }[] = [],
  drafts: readonly Draft<Program>[],
): Refusal | undefined {
  if (!voucher) return undefined;
  const draft = drafts[streams.findIndex(({ streamId }) => streamId === voucher.id)];
  if (!draft) {
    const message = 'This redemption was changed at the same moment. Look at it, and use a new idempotencyKey.';
    return { code: 'REDEMPTION_CHANGED', message, path: ['redemption'] };
  }
  const { id: _, ...issued } = voucher;
  return endVoucher(draft, { ...issued, redemption }, { isUsedAllowed: how === 'REVERSED' });
}

const dueRedemptions = (draft: Draft<Program>, until: Instant) =>
  draft.state.records.dueBy(until).filter((record) => redemptionOf(record)?.status === 'ISSUED');

/** What was issued and not used in time. The points are gone. */
export const expireRedemptions: DueStep<Program> = {
  next: (draft, until) => dueRedemptions(draft, until)[0]?.dueAt ?? Infinity,
  post(draft, at) {
    for (const record of dueRedemptions(draft, at)) {
      const redemption = redemptionOf(record) as Redemption;
      const ended: Redemption = { ...redemption, status: 'EXPIRED', endedBy: draft.nextNumber };
      const because = { redemption: record.of, reward: redemption.reward };
      draft.postDue('REDEMPTION_EXPIRED', at, { because, records: [redemptionRecord(record.of, ended)] });
    }
  },
};
