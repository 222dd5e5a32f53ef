import { entryId, globalId, streamKindOf } from '../graphql/global-id.js';
import type { WalletChange as StoredChange } from './core/entry.js';
import type { JournalEntryKind, TierReason } from './entry-kinds.types.js';
import { type EntryFacts, summaryOf } from './entry-summary.js';
import {
  ActivityEntry,
  InboxEntry,
  type JournalEntry,
  MembershipEntry,
  PointsEntry,
  ProgramEntry,
  RedemptionEntry,
  ReferralEntry,
  SupportCaseEntry,
  ThreadEntry,
  TierEntry,
  VoucherEntry,
  WalletChange,
} from './journal.types.js';
import type { StoredEntry } from './stored-entry.js';

/** What the entry views take from settings: names for ids. */
export interface EntryNames {
  currencyCode(currencyId: string): string;
  tierName(tierSetId: string, tierId: string): string;
}

export const walletChange = ({ currency, delta, after }: StoredChange, names: EntryNames): WalletChange => {
  const [amount, balanceAfter] = [delta.active ?? 0, after.active ?? 0];
  return Object.assign(new WalletChange(), {
    currencyCode: names.currencyCode(currency),
    amount,
    balanceBefore: balanceAfter - amount,
    balanceAfter,
    pending: delta.pending ?? 0,
    held: delta.held ?? 0,
    debt: delta.debt ?? 0,
  });
};

/** The entry as the API shows it. */
export function journalEntry(stored: StoredEntry, names: EntryNames): JournalEntry {
  const { data, streamId, kind, number } = stored;
  const streamKind = streamKindOf(stored);
  const changes = (data.changes ?? []).map((change) => walletChange(change, names));
  const input = data.input as EntryFacts['input'];
  const base = {
    id: entryId(streamKind, streamId, number),
    kind: kind as JournalEntryKind,
    number,
    streamId: globalId(streamKind, streamId),
    effectiveAt: new Date(stored.effectiveAt),
    postedAt: new Date(stored.postedAt),
    isBackDated: data.backDated ?? false,
    actor: actorId(data.by),
    settingsVersion: data.settings,
    changes,
    explanation: Array.isArray(data.because) ? { awards: data.because } : ((data.because ?? null) as Record<string, unknown> | null),
  };
  const told = (more: Partial<EntryFacts> = {}) =>
    summaryOf(kind, { input, because: data.because, changes, limits: [], raises: [], tier: null, ...more });
  switch (kind) {
    case 'ACTIVITY_RECORDED': {
      const awards = (data.because ?? []) as readonly ToldAward[];
      const facts = { limits: limitsOf(awards, names), raises: raisesOf(awards, names) };
      return Object.assign(new ActivityEntry(), base, { stored, summary: told(facts) });
    }
    case 'TIER_CHANGED':
    case 'TIER_KEPT': {
      const { tierSet, from, to, reason } = data.because as { tierSet: string; from: string; to: string; reason: TierReason };
      const [fromTierName, toTierName] = [names.tierName(tierSet, from), names.tierName(tierSet, to)];
      return Object.assign(new TierEntry(), base, {
        tierSetId: globalId('tierSet', tierSet),
        fromTierId: globalId('tier', from),
        toTierId: globalId('tier', to),
        fromTierName,
        toTierName,
        tierReason: reason,
        summary: told({ tier: { from: fromTierName, to: toTierName, reason, standing: data.standings?.[0] } }),
      });
    }
    case 'REFERRAL_STARTED':
    case 'REFERRAL_QUALIFIED':
    case 'REFERRAL_FLAGGED':
    case 'REFERRAL_CLEARED':
    case 'REFERRAL_APPROVED':
    case 'REFERRAL_VOIDED':
      return Object.assign(new ReferralEntry(), base, {
        referralId: globalId('referral', input?.referral as string),
        side: input?.side as ReferralEntry['side'],
        summary: told(),
      });
    case 'GIFT_RECEIVED': {
      const { sender, redemption } = input as { sender: string; redemption: number };
      return Object.assign(new RedemptionEntry(), base, { redemptionId: entryId('member', sender, redemption, 'rdm'), summary: told() });
    }
    case 'REWARD_REDEEMED':
    case 'REWARD_GIFTED':
    case 'REWARD_GRANTED':
    case 'REDEMPTION_APPROVED':
    case 'REDEMPTION_ISSUED':
    case 'REDEMPTION_USED':
    case 'REDEMPTION_REOPENED':
    case 'REDEMPTION_CANCELLED':
    case 'REDEMPTION_REJECTED':
    case 'REDEMPTION_FAILED':
    case 'REDEMPTION_REVERSED':
    case 'REDEMPTION_EXPIRED':
    case 'GIFT_CLAIMED': {
      const of = (data.because as { redemption?: number }).redemption ?? number;
      return Object.assign(new RedemptionEntry(), base, { redemptionId: entryId('member', streamId, of, 'rdm'), summary: told() });
    }
    case 'NOTIFICATION_SENT':
    case 'NOTIFICATIONS_READ': {
      const { n } = input as { n?: number };
      return Object.assign(new InboxEntry(), base, {
        notificationId: n === undefined ? null : entryId('member', streamId, n, 'ntf'),
        summary: told(),
      });
    }
    case 'MEMBER_ENROLLED':
    case 'MEMBER_UPDATED':
    case 'MEMBER_STATUS_CHANGED':
    case 'MEMBER_EXPORTED':
    case 'MEMBER_ERASED':
    case 'HOUSEHOLD_JOINED':
    case 'HOUSEHOLD_CHANGED':
    case 'HOUSEHOLD_LEFT':
    case 'COMMUNITY_RESTRICTED':
    case 'COMMUNITY_RESTRICTION_LIFTED':
      return Object.assign(new MembershipEntry(), base, { summary: told() });
    default:
      if (streamKind === 'program') return Object.assign(new ProgramEntry(), base, { explanation: input ?? null, summary: told() });
      if (streamKind === 'supportCase') return Object.assign(new SupportCaseEntry(), base, caseFacts(input ?? {}), { summary: told() });
      if (streamKind === 'thread')
        return Object.assign(new ThreadEntry(), base, (input?.isModeration ?? false) && { actor: 'system' }, {
          ...threadFacts(streamId, input),
          summary: told(),
        });
      if (streamKind === 'voucher') return Object.assign(new VoucherEntry(), base, { summary: told() });
      return Object.assign(new PointsEntry(), base, { reason: input?.reason ?? null, summary: told() });
  }
}

/** How a support case stands after an entry, and what the entry is about. */
function caseFacts(input: Readonly<Record<string, unknown>>): Omit<SupportCaseEntry, keyof JournalEntry> {
  const { status, priority, assignee, firstResponseDueAt, resolutionDueAt, message, member, entry } = input;
  const at = (instant: unknown): Date | null => (instant == null ? null : new Date(Number(instant)));
  return {
    caseStatus: status as SupportCaseEntry['caseStatus'],
    casePriority: priority as SupportCaseEntry['casePriority'],
    assigneeId: assignee == null ? null : globalId('staff', String(assignee)),
    firstResponseDueAt: at(firstResponseDueAt),
    resolutionDueAt: at(resolutionDueAt),
    messageNumber: message == null ? null : Number(message),
    adjustmentEntryId: entry == null ? null : entryId('member', String(member), Number(entry)),
  };
}

const threadFacts = (thread: string, input: EntryFacts['input']) => {
  const { category, post, member, author } = (input ?? {}) as Partial<Record<'category' | 'post' | 'member' | 'author', string | null>>;
  const memberId = input?.isModeration ? null : (member ?? author);
  const { earns, why } = input ?? {};
  return {
    threadId: globalId('thread', thread),
    categoryId: globalId('category', category as string),
    postId: post ? globalId('post', post) : null,
    memberId: memberId ? globalId('member', memberId) : null,
    // Of a reaction: whether it earns for the author of the post, or why not.
    ...(earns !== undefined && { explanation: { earns, ...(why !== undefined && { why }) } }),
  };
};

/** What the sentence needs of an award as its entry keeps it. */
interface ToldAward {
  readonly currency: string;
  readonly shares: readonly { readonly promotion?: string; readonly name?: string; readonly points: number }[];
  readonly caps?: readonly { readonly name: string; readonly requested: number; readonly granted: number }[];
}

const raisesOf = (awards: readonly ToldAward[], names: EntryNames): EntryFacts['raises'] =>
  awards.flatMap(({ currency, shares }) =>
    shares.flatMap(({ promotion, name = '', points }) =>
      promotion !== undefined && points > 0 ? [{ name, points, currencyCode: names.currencyCode(currency) }] : [],
    ),
  );

const limitsOf = (awards: readonly ToldAward[], names: EntryNames): EntryFacts['limits'] =>
  awards.flatMap(({ currency, caps = [] }) =>
    caps
      .filter(({ requested, granted }) => granted < requested)
      .map(({ name, requested, granted }) => ({ name, requested, granted, currencyCode: names.currencyCode(currency) })),
  );

const ACTORS = { key: 'apiKey', staff: 'staff', member: 'member' } as const;

/** Who is named in an entry, as a global id. */
export const actorId = (by: string): string => {
  const [kind = '', uuid] = by.split(':');
  return uuid && kind in ACTORS ? globalId(ACTORS[kind as keyof typeof ACTORS], uuid) : by;
};
