import type { StandingChange } from './core/entry.js';
import type { JournalEntryKind, TierReason } from './entry-kinds.types.js';
import type { WalletChange } from './journal.types.js';

/** What the sentence about an entry is made of. */
export interface EntryFacts {
  readonly input: Readonly<Record<string, unknown>> | undefined;
  readonly because?: unknown;
  readonly changes: readonly WalletChange[];
  /** Caps that gave less than they were asked for. */
  readonly limits: readonly {
    readonly name: string;
    readonly requested: number;
    readonly granted: number;
    readonly currencyCode: string;
  }[];
  /** What promotions added. */
  readonly raises: readonly { readonly name: string; readonly points: number; readonly currencyCode: string }[];
  readonly tier: { readonly from: string; readonly to: string; readonly reason: TierReason; readonly standing?: StandingChange } | null;
}

/** What happened and why, in one sentence that a member can read. */
export function summaryOf(kind: string, facts: EntryFacts): string {
  // An entry of a newer version has a kind that is not known here.
  const summary = SUMMARIES[kind as JournalEntryKind] ?? kind;
  return typeof summary === 'string' ? summary : summary(facts);
}

const SUMMARIES: Readonly<Record<JournalEntryKind, string | ((facts: EntryFacts) => string)>> = {
  PROGRAM_CREATED: 'The programme was created.',
  SETTINGS_PUBLISHED: 'A new version of the settings came into force.',
  CLOCK_ADVANCED: 'The test clock was moved.',
  WENT_LIVE: 'The programme went live.',
  API_KEY_CREATED: 'An API key was created.',
  API_KEY_ROTATED: 'An API key got a new secret.',
  API_KEY_REVOKED: 'An API key was revoked.',
  STAFF_CREATED: 'A member of staff was added.',
  STAFF_UPDATED: 'A member of staff was changed.',
  IDENTITY_PROVIDER_CREATED: 'An identity provider was added.',
  IDENTITY_PROVIDER_DELETED: 'An identity provider was taken away.',
  WEBHOOK_ENDPOINT_CREATED: 'A webhook endpoint was created.',
  WEBHOOK_ENDPOINT_UPDATED: 'A webhook endpoint was changed.',
  WEBHOOK_ENDPOINT_DISABLED: 'A webhook endpoint was disabled.',
  WEBHOOK_ENDPOINT_DELETED: 'A webhook endpoint was deleted.',
  WEBHOOK_SECRET_ROTATED: 'A webhook endpoint got a new secret.',
  VOUCHERS_IMPORTED: ({ input }) => `A pool got ${Number(input?.count)} voucher codes.`,
  VOUCHER_POOL_LOW: ({ input }) => `A pool has ${Number(input?.left)} voucher codes left.`,
  MEMBER_ENROLLED: 'You joined the programme.',
  MEMBER_UPDATED: 'Your profile was changed.',
  MEMBER_EXPORTED: 'Your data was handed out.',
  MEMBER_ERASED: 'Your personal data was erased and your membership closed.',
  MEMBER_STATUS_CHANGED: ({ input }) => `Your membership is now ${String(input?.to).toLowerCase()}.`,
  HOUSEHOLD_JOINED: 'You joined a household.',
  HOUSEHOLD_CHANGED: 'Your place in your household, or how it spends, was changed.',
  HOUSEHOLD_LEFT: 'You left your household.',
  ACTIVITY_RECORDED: earned,
  ACTIVITY_CANCELLED: ({ because, changes }) => `"${named(because)}" was taken back.${takenBack(changes)}`,
  CARD_COMPLETED: ({ changes }) => {
    const [stamps, ...others] = changes;
    const got = told(({ amount, debt }) => amount - debt)(others);
    return `Your card is full: it took ${told(({ amount }) => amount)(stamps ? [stamps] : [])}${got && ` and gave you ${got}`}.`;
  },
  POINTS_SPENT: ({ changes }) => `You spent ${active(changes)}.`,
  HOUSEHOLD_POINTS_SPENT: ({ input, changes }) =>
    `You spent ${Number(input?.amount)} ${String(input?.currencyCode)} of your household: ${active(changes) || 'none'} of yours.`,
  HOUSEHOLD_POINTS_GIVEN: ({ changes }) => `Your household spent ${active(changes)} of yours.`,
  POINTS_ADJUSTED: ({ input, changes }) =>
    `We ${(changes[0]?.amount ?? 0) > 0 ? 'gave you' : 'took back'} ${active(changes)} (${String(input?.reason).toLowerCase()}).`,
  POINTS_ACTIVATED: ({ changes }) => `${pending(changes)} can be spent now.`,
  POINTS_CANCELLED: ({ changes }) => `${pending(changes)} will not become spendable.`,
  PURCHASE_RETURNED: ({ changes }) => `You returned a part of a purchase.${takenBack(changes)}`,
  PURCHASE_CANCELLED: ({ changes }) => `A purchase was taken back.${takenBack(changes)}`,
  POINTS_RESTORED: ({ changes }) => `${active(changes) || 'Expired points'} that you had paid with came back.`,
  ENTRY_REVERSED: ({ changes }) => `An earlier entry was taken back: ${active(changes) || 'nothing that is still valid'}.`,
  POINTS_REINSTATED: ({ changes }) => `${active(changes)} that had expired came back.`,
  POINTS_TRANSFERRED: ({ changes }) => `You gave ${active(changes)} to another member.`,
  POINTS_RECEIVED: ({ changes }) => {
    const repaid = debt(changes) && `${debt(changes)} that repaid what you owed`;
    return `Another member gave you ${[active(changes), repaid].filter(Boolean).join(' and ')}.`;
  },
  POINTS_CONVERTED: ({ input, changes: [given, got] }) =>
    `You converted ${-(given?.amount ?? 0)} ${given?.currencyCode} into ${Number(input?.made)} ${got?.currencyCode}.`,
  POINTS_HELD: ({ changes }) => `${active(changes)} were set aside for you.`,
  HOLD_CAPTURED: ({ input, changes }) => {
    const back = active(changes) && ` ${active(changes)} went back.`;
    return `You spent ${Number(input?.amount)} ${changes[0]?.currencyCode} that were set aside.${back}`;
  },
  HOLD_RELEASED: ({ input, changes }) =>
    `${held(changes)} that were set aside went back${input?.status === 'TIMED_OUT' ? ' because the time was over' : ''}.`,
  POINTS_EXPIRED: ({ changes }) => `${active(changes)} expired.`,
  REFERRAL_STARTED: ({ input }) =>
    input?.side === 'REFERRER' ? 'Somebody whom you referred became a member.' : 'Another member referred you.',
  REFERRAL_QUALIFIED: ({ changes }) => `A referral counts: ${pending(changes) || 'no points'} will become spendable later.`,
  REFERRAL_FLAGGED: 'A referral is being looked at.',
  REFERRAL_CLEARED: 'A referral was looked at, and goes on.',
  REFERRAL_APPROVED: ({ changes }) => {
    const repaid = debt(changes) && ` ${debt(changes)} repaid what you owed.`;
    return `A referral was approved: ${active(changes) || 'no points'} can be spent now.${repaid}`;
  },
  REFERRAL_VOIDED: ({ changes }) => `A referral does not count.${pending(changes) && ` ${pending(changes)} will not become spendable.`}`,
  TIER_CHANGED: tierMoved,
  TIER_KEPT: tierMoved,
  NOTIFICATION_SENT: ({ input }) => NOTIFIED[String(input?.type)] ?? 'You were notified.',
  NOTIFICATIONS_READ: 'You read notifications.',
  REWARD_REDEEMED: ({ because, changes }) => `You redeemed "${named(because)}" for ${active(changes) || 'nothing'}.`,
  REWARD_GIFTED: ({ because, changes }) => `You redeemed "${named(because)}" for ${active(changes) || 'nothing'}, and gave it away.`,
  REWARD_GRANTED: ({ because }) => `You were given "${named(because)}".`,
  REDEMPTION_APPROVED: 'What you redeemed was approved.',
  REDEMPTION_ISSUED: ({ because }) => `"${named(because)}" is yours now.`,
  REDEMPTION_USED: 'You used what you had redeemed.',
  REDEMPTION_REOPENED: 'What you had redeemed can be used again.',
  REDEMPTION_CANCELLED: ({ changes }) => `What you had redeemed was cancelled.${cameBack(changes)}`,
  REDEMPTION_REJECTED: ({ changes }) => `What you had redeemed was not approved.${cameBack(changes)}`,
  REDEMPTION_FAILED: ({ changes }) => `What you had redeemed could not be delivered.${cameBack(changes)}`,
  REDEMPTION_REVERSED: ({ changes }) => `What you had redeemed and used was taken back.${cameBack(changes)}`,
  REDEMPTION_EXPIRED: 'What you had redeemed was not used in time.',
  GIFT_CLAIMED: 'Your gift was claimed.',
  GIFT_RECEIVED: 'Another member gave you a present.',
  VOUCHER_ISSUED: ({ changes }) => `A voucher was opened with ${active(changes)}.`,
  VOUCHER_RESERVED: ({ changes }) => `${held(changes)} of the voucher was set aside.`,
  VOUCHER_REDEEMED: ({ input, changes }) => `${Number(input?.amount)} ${changes[0]?.currencyCode} of the voucher was used.`,
  VOUCHER_RELEASED: ({ changes }) => `${held(changes)} of the voucher that was set aside went back.`,
  VOUCHER_REINSTATED: ({ input, changes }) => `${Number(input?.amount)} ${changes[0]?.currencyCode} of the voucher was given back.`,
  VOUCHER_VOIDED: 'The voucher was ended.',
  VOUCHER_EXPIRED: ({ changes }) => `${active(changes)} of the voucher expired.`,
  SUPPORT_CASE_OPENED: 'Your case was opened.',
  SUPPORT_CASE_REPLIED: ({ input }) => (input?.author === 'MEMBER' ? 'You wrote in your case.' : 'Your case was answered.'),
  SUPPORT_CASE_NOTED: 'An internal note was written.',
  SUPPORT_CASE_ASSIGNED: ({ input }) =>
    input?.assignee ? 'Somebody looks after your case now.' : 'Your case waits for somebody to look after it.',
  SUPPORT_CASE_PRIORITIZED: ({ input }) => `The priority of your case is ${String(input?.priority).toLowerCase()} now.`,
  SUPPORT_CASE_SOLVED: 'Your case was solved.',
  SUPPORT_CASE_REOPENED: 'Your case was opened again.',
  SUPPORT_CASE_CLOSED: 'Your case was closed.',
  SUPPORT_CASE_RATED: ({ input }) => `You rated your case: ${Number(input?.rating)} of 5.`,
  SUPPORT_CASE_GOODWILL: ({ input }) => `We gave you ${Number(input?.points)} ${String(input?.currencyCode)} for your patience.`,
  SUPPORT_CASE_LINKED: ({ input }) =>
    input?.thread ? 'Your case belongs to a thread of the community.' : 'Your case belongs to no thread any more.',
  SUPPORT_CASE_ERASED: 'What was written in the case was erased.',
  THREAD_OPENED: 'A thread was opened.',
  THREAD_HELD: 'A thread waits for moderators.',
  THREAD_EDITED: 'A thread got another title or other tags.',
  THREAD_PINNED: 'A thread was pinned.',
  THREAD_UNPINNED: 'A thread is pinned no longer.',
  THREAD_CLOSED: 'A thread was closed.',
  THREAD_REOPENED: 'A thread was opened again.',
  THREAD_HIDDEN: 'A thread was taken out of sight.',
  THREAD_SHOWN: 'A thread can be seen again.',
  THREAD_DELETED: 'A thread was deleted.',
  THREAD_MOVED: 'A thread was moved.',
  THREAD_MERGED: 'Two threads became one.',
  THREAD_SPLIT: 'A thread was split.',
  POST_CREATED: 'A post was written.',
  POST_HELD: 'A post waits for moderators.',
  POST_EDITED: 'A post was changed.',
  POST_DELETED: 'A post was deleted.',
  POST_HIDDEN: 'A post was taken out of sight.',
  POST_SHOWN: 'A post can be seen again.',
  ANSWER_ACCEPTED: 'An answer was accepted.',
  ANSWER_WITHDRAWN: 'An answer is accepted no longer.',
  REACTION_ADDED: 'Somebody reacted to a post.',
  REACTION_REMOVED: 'Somebody took a reaction back.',
  POLL_VOTED: 'Somebody voted.',
  COMMUNITY_RESTRICTED: ({ input }) =>
    input?.kind === 'BAN' ? 'The community is closed to you.' : 'You can read the community, and not write in it.',
  COMMUNITY_RESTRICTION_LIFTED: 'You can take part in the community again.',
};

const NOTIFIED: Readonly<Record<string, string>> = {
  REPLY: 'Somebody replied to you.',
  MENTION: 'Somebody mentioned you.',
  THREAD_POST: 'Somebody wrote in a thread that you follow.',
  ANSWER_ACCEPTED: 'Your answer was accepted.',
  TIER_CHANGED: 'You were told of another tier.',
};

/** The name of the reward that an entry is about. */
const named = (because: unknown): string => String((because as { name?: string } | undefined)?.name);

/** Amounts of one kind over all wallets, like "20 POINTS and 3 MILES"; empty when there are none. */
const told =
  (of: (change: WalletChange) => number) =>
  (changes: readonly WalletChange[]): string =>
    changes.flatMap((change) => (of(change) === 0 ? [] : `${Math.abs(of(change))} ${change.currencyCode}`)).join(' and ');
const active = told(({ amount }) => amount);
const pending = told((change) => change.pending);
const held = told((change) => change.held);
const debt = told((change) => change.debt);

const cameBack = (changes: readonly WalletChange[]): string => (active(changes) ? ` ${active(changes)} came back.` : '');

function earned({ input, changes, limits, raises }: EntryFacts): string {
  const what = input?.type === 'PURCHASE' ? 'a purchase' : `"${String(input?.name)}"`;
  const [now, later, repaid] = [active(changes), pending(changes), debt(changes)];
  const parts = [
    ...(now ? [`You earned ${now} for ${what}.`] : []),
    ...(later ? [`${later} for ${what} will become spendable later.`] : []),
    ...(repaid ? [`${repaid} repaid what you owed.`] : []),
  ];
  return [
    ...(parts.length > 0 ? parts : [`We recorded ${what}; it earned no points.`]),
    ...(raises.length > 0 ? [`Of them ${raisedBy(raises)}.`] : []),
    ...limits.map(
      ({ name, granted, requested, currencyCode }) => `The limit "${name}" allowed ${granted} of ${requested} ${currencyCode}.`,
    ),
  ].join(' ');
}

/** Like: 20 came from "Triple" and 7 from "Gift". The currency is named where there is more than one. */
function raisedBy(raises: EntryFacts['raises']): string {
  const isMixed = new Set(raises.map(({ currencyCode }) => currencyCode)).size > 1;
  const told = raises.map(({ name, points, currencyCode }, i) => {
    const amount = isMixed ? `${points} ${currencyCode}` : String(points);
    return `${amount}${i === 0 ? ' came' : ''} from "${name}"`;
  });
  return told.join(' and ');
}

function takenBack(changes: readonly WalletChange[]): string {
  const back = [active(changes), pending(changes)].filter(Boolean).join(' and ');
  const owed = debt(changes);
  return `${back && ` ${back} that it had earned went with it.`}${owed && ` You owe ${owed}.`}`;
}

function tierMoved({ tier }: EntryFacts): string {
  if (!tier) return 'Your tier was evaluated.';
  const { from, to, reason, standing } = tier;
  const day = (at: number | null | undefined) =>
    at == null ? '' : ` until ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (from !== to) return `Your tier changed from ${from} to ${to}.`;
  if (reason === 'GRACE_BEGAN') return `You keep ${to} for a grace${day(standing?.graceUntil)}.`;
  return `You keep ${to}${day(standing?.until)}.`;
}
