import { Field, ID, Int, InterfaceType, ObjectType } from 'type-graphql';
import { connectionType } from '../graphql/connection.js';
import { Cost } from '../graphql/cost-declaration.js';
import { entryId, globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, JSONObject, Points } from '../graphql/scalars.js';
import type { StandingChange, WalletChange as StoredChange } from './core/entry.js';
import { JournalEntryKind, TierReason } from './entry-kinds.types.js';
import type { StoredEntry } from './stored-entry.js';

@ObjectType({ description: 'What one entry did to one wallet.' })
@ReadableWithParent()
@Cost({ listSize: 2 })
export class WalletChange {
  @Field(() => String, { description: 'Code of the point currency.' })
  currencyCode!: string;
  @Field(() => Points, { description: 'Change of the spendable points; negative when they left.' })
  amount!: number;
  @Field(() => Points, { description: 'Spendable points before the entry.' })
  balanceBefore!: number;
  @Field(() => Points, { description: 'Spendable points after the entry.' })
  balanceAfter!: number;
  @Field(() => Points, { description: 'Change of the pending points.' })
  pending!: number;
  @Field(() => Points, { description: 'Change of the points that are set aside.' })
  held!: number;
  @Field(() => Points, { description: 'Change of the debt; negative when it was repaid.' })
  debt!: number;
}

@InterfaceType({
  description: 'One thing that happened, immutable, numbered 1, 2, 3… without gaps in its stream.',
  implements: Node,
})
@ReadableWithParent()
export abstract class JournalEntry extends Node {
  @Field(() => JournalEntryKind, { description: 'What happened.' })
  kind!: JournalEntryKind;
  @Field(() => Points, { description: 'Place in its stream, from 1, without gaps.' })
  number!: number;
  @Field(() => ID, { description: 'Whose stream it belongs to: a member or the programme.' })
  streamId!: string;
  @Field(() => DateTime, { description: 'When it counts.' })
  effectiveAt!: Date;
  @Field(() => DateTime, { description: 'When it was written.' })
  postedAt!: Date;
  @Field(() => Boolean, {
    description: "It was given an instant before the member's last settled one, and decided on the state of its writing.",
  })
  isBackDated!: boolean;
  @Field(() => String, {
    description: 'Who caused it: the id of an API key, of a member of staff or of the member, or "system" for what falls due by itself.',
  })
  actor!: string;
  @Field(() => Int, { description: "Version of the programme's settings that it was decided under." })
  settingsVersion!: number;
  @Field(() => [WalletChange], { description: 'What it did to wallets; empty when it moved no points.' })
  changes!: WalletChange[];
  @Field(() => String, { description: 'What happened and why, in one sentence that a member can read.' })
  summary!: string;
  @Field(() => JSONObject, {
    nullable: true,
    description: 'Why the numbers are what they are, as data: rules, inputs, formulas. null where nothing needs explaining.',
  })
  explanation!: Record<string, unknown> | null;
}

@ObjectType({ implements: JournalEntry, description: 'An entry about the programme itself: settings, clock, keys.' })
@ReadableWithParent()
export class ProgramEntry extends JournalEntry {}

@ObjectType({ implements: JournalEntry, description: 'An entry about a membership: joined, changed, suspended, closed.' })
@ReadableWithParent()
export class MembershipEntry extends JournalEntry {}

@ObjectType({ implements: JournalEntry, description: 'An activity of a member, with all that it earned.' })
@ReadableWithParent()
export class ActivityEntry extends JournalEntry {
  /** The stored entry, for the activity's own resolver. */
  stored!: StoredEntry;
}

@ObjectType({ implements: JournalEntry, description: 'Points that moved: spent, held, activated, adjusted, expired and the like.' })
@ReadableWithParent()
export class PointsEntry extends JournalEntry {
  @Field(() => String, { nullable: true, description: 'The reason that was given; null when none was.' })
  reason!: string | null;
}

@ObjectType({
  implements: JournalEntry,
  description: 'A move from one tier to another, or a tier that was kept; a jump over a tier is one entry.',
})
@ReadableWithParent()
export class TierEntry extends JournalEntry {
  @Field(() => TierReason, { description: 'Why.' })
  tierReason!: TierReason;
  @Field(() => ID, { description: 'The ladder.' })
  tierSetId!: string;
  @Field(() => ID, { description: 'Tier before.' })
  fromTierId!: string;
  @Field(() => ID, { description: 'Tier after.' })
  toTierId!: string;
  @Field(() => String, { description: 'Name of the tier before, as it is today.' })
  fromTierName!: string;
  @Field(() => String, { description: 'Name of the tier after, as it is today.' })
  toTierName!: string;
}

export const JournalEntryConnection = connectionType<JournalEntry>('JournalEntry', () => JournalEntry as never, 'journal entries');

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

type Input = Record<string, unknown> | undefined;

const ACTORS = { key: 'apiKey', staff: 'staff', member: 'member' } as const;

/** Who is named in an entry, as a global id. */
const actorId = (by: string): string => {
  const [kind = '', uuid] = by.split(':');
  return uuid && kind in ACTORS ? globalId(ACTORS[kind as keyof typeof ACTORS], uuid) : by;
};

/** The entry as the API shows it. */
export function journalEntry(stored: StoredEntry, names: EntryNames): JournalEntry {
  const { data, programId, streamId, kind } = stored;
  const streamKind = streamId === programId ? 'program' : 'member';
  const changes = (data.changes ?? []).map((change) => walletChange(change, names));
  const base = {
    id: entryId(streamKind, streamId, stored.number),
    kind: kind as JournalEntryKind,
    number: stored.number,
    streamId: globalId(streamKind, streamId),
    effectiveAt: new Date(stored.effectiveAt),
    postedAt: new Date(stored.postedAt),
    isBackDated: data.backDated ?? false,
    actor: actorId(data.by),
    settingsVersion: data.settings,
    changes,
    explanation:
      data.because === undefined
        ? null
        : Array.isArray(data.because)
          ? { awards: data.because }
          : (data.because as Record<string, unknown>),
  };
  const told = (of: (change: WalletChange) => number): string =>
    changes.flatMap((change) => (of(change) === 0 ? [] : `${Math.abs(of(change))} ${change.currencyCode}`)).join(' and ');
  const list = told(({ amount }) => amount);
  const input = data.input as Input;
  switch (kind) {
    case 'ACTIVITY_RECORDED': {
      const what = input?.type === 'PURCHASE' ? 'a purchase' : `"${String(input?.name)}"`;
      return Object.assign(new ActivityEntry(), base, {
        stored,
        summary: earnedSentence(
          what,
          list,
          told(({ pending }) => pending),
          told(({ debt }) => debt),
          ((data.because ?? []) as readonly CappedAward[]).flatMap((award) => limitSentences(award, names)),
        ),
      });
    }
    case 'POINTS_SPENT':
      return Object.assign(new PointsEntry(), base, { reason: input?.reason ?? null, summary: `You spent ${list}.` });
    case 'POINTS_ADJUSTED': {
      const verb = (changes[0]?.amount ?? 0) > 0 ? 'gave you' : 'took back';
      return Object.assign(new PointsEntry(), base, {
        reason: input?.reason ?? null,
        summary: `We ${verb} ${list} (${String(input?.reason).toLowerCase()}).`,
      });
    }
    case 'POINTS_ACTIVATED':
      return Object.assign(new PointsEntry(), base, { reason: null, summary: `${told(({ pending }) => pending)} can be spent now.` });
    case 'POINTS_CANCELLED':
      return Object.assign(new PointsEntry(), base, {
        reason: null,
        summary: `${told(({ pending }) => pending)} will not become spendable.`,
      });
    case 'PURCHASE_RETURNED':
    case 'PURCHASE_CANCELLED': {
      const what = kind === 'PURCHASE_RETURNED' ? 'You returned a part of a purchase' : 'A purchase was taken back';
      const back = [list, told(({ pending }) => pending)].filter(Boolean).join(' and ');
      const owed = told(({ debt }) => debt);
      const summary = `${what}.${back ? ` ${back} that it had earned went with it.` : ''}${owed ? ` You owe ${owed}.` : ''}`;
      return Object.assign(new PointsEntry(), base, { reason: null, summary });
    }
    case 'POINTS_TRANSFERRED':
      return Object.assign(new PointsEntry(), base, { reason: input?.reason ?? null, summary: `You gave ${list} to another member.` });
    case 'POINTS_RECEIVED': {
      const owed = told(({ debt }) => debt);
      const summary = `Another member gave you ${[list, owed && `${owed} that repaid what you owed`].filter(Boolean).join(' and ')}.`;
      return Object.assign(new PointsEntry(), base, { reason: input?.reason ?? null, summary });
    }
    case 'POINTS_CONVERTED': {
      const [given, got] = changes;
      const summary = `You converted ${-(given?.amount ?? 0)} ${given?.currencyCode} into ${Number(input?.made)} ${got?.currencyCode}.`;
      return Object.assign(new PointsEntry(), base, { reason: null, summary });
    }
    case 'POINTS_RESTORED':
      return Object.assign(new PointsEntry(), base, {
        reason: null,
        summary: `${list || 'Expired points'} that you had paid with came back.`,
      });
    case 'ENTRY_REVERSED':
      return Object.assign(new PointsEntry(), base, {
        reason: input?.reason ?? null,
        summary: `An earlier entry was taken back: ${list || 'nothing that is still valid'}.`,
      });
    case 'POINTS_REINSTATED':
      return Object.assign(new PointsEntry(), base, { reason: input?.reason ?? null, summary: `${list} that had expired came back.` });
    case 'POINTS_HELD':
      return Object.assign(new PointsEntry(), base, { reason: input?.reason ?? null, summary: `${list} were set aside for you.` });
    case 'HOLD_CAPTURED':
      return Object.assign(new PointsEntry(), base, { reason: null, summary: capturedSentence(Number(input?.amount), list, changes) });
    case 'HOLD_RELEASED': {
      const why = input?.status === 'TIMED_OUT' ? ' because the time was over' : '';
      return Object.assign(new PointsEntry(), base, {
        reason: null,
        summary: `${told(({ held }) => held)} that were set aside went back${why}.`,
      });
    }
    case 'POINTS_EXPIRED':
      return Object.assign(new PointsEntry(), base, { reason: null, summary: `${list} expired.` });
    case 'TIER_CHANGED':
    case 'TIER_KEPT': {
      const { tierSet, from, to, reason } = data.because as { tierSet: string; from: string; to: string; reason: TierReason };
      const [fromTierName, toTierName] = [names.tierName(tierSet, from), names.tierName(tierSet, to)];
      const ids = { tierSetId: globalId('tierSet', tierSet), fromTierId: globalId('tier', from), toTierId: globalId('tier', to) };
      return Object.assign(new TierEntry(), base, ids, {
        fromTierName,
        toTierName,
        tierReason: reason,
        summary: tierSummary(reason, fromTierName, toTierName, data.standings?.[0]),
      });
    }
    case 'MEMBER_ENROLLED':
      return Object.assign(new MembershipEntry(), base, { summary: 'You joined the programme.' });
    case 'MEMBER_UPDATED':
      return Object.assign(new MembershipEntry(), base, { summary: 'Your profile was changed.' });
    case 'MEMBER_EXPORTED':
      return Object.assign(new MembershipEntry(), base, { summary: 'Your data was handed out.' });
    case 'MEMBER_ERASED':
      return Object.assign(new MembershipEntry(), base, { summary: 'Your personal data was erased and your membership closed.' });
    case 'MEMBER_STATUS_CHANGED':
      return Object.assign(new MembershipEntry(), base, { summary: `Your membership is now ${String(input?.to).toLowerCase()}.` });
    default:
      return Object.assign(new ProgramEntry(), base, { summary: PROGRAM_SUMMARIES[kind] ?? kind, explanation: input ?? null });
  }
}

/** What the sentence needs of an award as its entry keeps it. */
interface CappedAward {
  readonly currency: string;
  readonly caps?: readonly { readonly name: string; readonly requested: number; readonly granted: number }[];
}

const limitSentences = ({ currency, caps = [] }: CappedAward, names: EntryNames): string[] =>
  caps
    .filter(({ requested, granted }) => granted < requested)
    .map(({ name, requested, granted }) => `The limit "${name}" allowed ${granted} of ${requested} ${names.currencyCode(currency)}.`);

function earnedSentence(what: string, active: string, pending: string, debt: string, limits: readonly string[]): string {
  const parts = [
    ...(active ? [`You earned ${active} for ${what}.`] : []),
    ...(pending ? [`${pending} for ${what} will become spendable later.`] : []),
    ...(debt ? [`${debt} repaid what you owed.`] : []),
  ];
  return [...(parts.length > 0 ? parts : [`We recorded ${what}; it earned no points.`]), ...limits].join(' ');
}

const capturedSentence = (spent: number, back: string, [change]: readonly WalletChange[]): string =>
  `You spent ${spent} ${change?.currencyCode} that were set aside.${back ? ` ${back} went back.` : ''}`;

function tierSummary(reason: TierReason, from: string, to: string, standing: StandingChange | undefined): string {
  const day = (at: number | null | undefined) =>
    at == null ? '' : ` until ${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  if (from !== to) return `Your tier changed from ${from} to ${to}.`;
  if (reason === 'GRACE_BEGAN') return `You keep ${to} for a grace${day(standing?.graceUntil)}.`;
  return `You keep ${to}${day(standing?.until)}.`;
}

const PROGRAM_SUMMARIES: Readonly<Record<string, string>> = {
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
};
