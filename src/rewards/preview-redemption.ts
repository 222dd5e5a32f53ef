import type { Context } from '../context.js';
import { memberNotFound, userError } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import { journalEntry } from '../journal/entry-view.js';
import type { MemberRef } from '../members/member.types.js';
import { resolveMember } from '../members/member-lookup.js';
import { sumOf } from '../points/lot-parts.js';
import { askedSegmentsOf } from '../segments/membership.js';
import { redeemInput } from './redeem-command.js';
import { REDEEM_REWARD } from './redeem-reward.js';
import { redemptionOf } from './redemption.js';
import { RedemptionPreview } from './redemption.types.js';
import { rewardIdOf } from './redemption-command.js';
import { pointsPrices } from './reward.types.js';

/** What redeemReward would give: the same decision, thrown away. */
export async function previewRedemption(context: Context, ref: MemberRef, rewardId: string): Promise<RedemptionPreview> {
  const { programId, by, services } = context;
  const reward = rewardIdOf(rewardId);
  if (typeof reward !== 'string') return refused(reward);
  const streamId = await resolveMember(context, ref);
  if (!streamId) return refused(memberNotFound());
  const program = await context.program();
  const segments = await askedSegmentsOf(context, program, [streamId]);
  const input = { ...redeemInput(context, reward, null), ...(segments && { segments: segments.get(streamId) ?? [] }) };
  const outcome = await services.journal.preview({ type: REDEEM_REWARD, programId, streamId, by, input, readsLots: true }, services.reads);
  if ('refusal' in outcome) return refused(outcome.refusal);
  const entry = outcome.entries.find(({ number }) => number === outcome.number);
  const redemption = redemptionOf(entry?.data.records?.[0] ?? null);
  if (!entry || !redemption) throw new Error('a redemption without a record');
  const { changes, summary } = journalEntry(entry, program);
  const { status, awaits, expiresAt, paid } = redemption;
  const price = paid.map(({ currency, parts }) => ({ currency, amount: sumOf(parts) }));
  return Object.assign(new RedemptionPreview(), {
    ...{ status, awaits, changes, summary, errors: [] },
    price: pointsPrices(price, program.settings),
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
  });
}

const refused = (refusal: Refusal): RedemptionPreview =>
  Object.assign(new RedemptionPreview(), {
    ...{ status: null, awaits: null, price: [], expiresAt: null, changes: [], summary: null },
    errors: [userError(refusal)],
  });
