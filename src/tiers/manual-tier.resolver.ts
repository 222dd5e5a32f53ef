import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { localId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid, userError } from '../graphql/user-error.types.js';
import { journalEntry } from '../journal/entry-view.js';
import { type TierEntry } from '../journal/journal.types.js';
import { giveCommand, type MemberCommand } from '../members/give-command.js';
import { ownEntry } from '../members/own-entry.js';
import type { Program } from '../programs/program.js';
import { CLEAR_TIER, type ClearTier, SET_TIER, type SetTier } from './manual-tier.js';
import { ClearTierInput, SetTierInput, TierPayload } from './manual-tier.types.js';
import { tierStanding } from './standing.js';
import { TierStanding } from './standing.types.js';

const NOTE_MAX = 255;

@Resolver(() => TierPayload)
export class ManualTierResolver {
  @Mutation(() => TierPayload, {
    nullable: true,
    description:
      'Gives a member a tier by hand until an instant; evaluation leaves it alone until then, while activities go on to count. A tier given by hand before is replaced. At its end what evaluation gives comes back. Scope points:adjust.',
  })
  @Requires('points:adjust')
  async setTier(@Ctx() context: Context, @Arg('input', () => SetTierInput, { description: 'Who gets which tier.' }) sent: SetTierInput) {
    const { member, idempotencyKey, effectiveAt, reason, note = null, until } = sent;
    const program = await context.program();
    const tierSet = tierSetId(program, sent.tierSet);
    const input: SetTier = { tierSet, tier: tierId(program, tierSet, sent.tier), until: until.getTime(), reason, note };
    return give(context, { type: SET_TIER, member, idempotencyKey, effectiveAt, input, sent }, note);
  }

  @Mutation(() => TierPayload, {
    nullable: true,
    description: 'Ends a tier that was given by hand: what evaluation gives comes back. Scope points:adjust.',
  })
  @Requires('points:adjust')
  async clearTier(@Ctx() context: Context, @Arg('input', () => ClearTierInput, { description: 'Whose tier.' }) sent: ClearTierInput) {
    const { member, idempotencyKey, effectiveAt, reason, note = null } = sent;
    const input: ClearTier = { tierSet: tierSetId(await context.program(), sent.tierSet), reason, note };
    return give(context, { type: CLEAR_TIER, member, idempotencyKey, effectiveAt, input, sent }, note);
  }

  @FieldResolver(() => TierStanding, { nullable: true, description: 'The standing as it is now; null when refused.' })
  async standing(@Root() { moved }: TierPayload, @Ctx() context: Context): Promise<TierStanding | null> {
    if (!moved) return null;
    const [view, program] = await Promise.all([context.members.present.load(moved.memberId), context.program()]);
    const set = program.settings.tierSets.find(({ id }) => id === moved.tierSetId);
    return view && set ? tierStanding(view, set, program) : null;
  }
}

/** The set that an id or name means; what means none goes on as it is, and is refused by the decision. */
function tierSetId({ settings: { tierSets } }: Program, named: string | null | undefined): string | null {
  if (named == null) return tierSets.length === 1 ? (tierSets[0]?.id ?? null) : null;
  return localId('tierSet', named) ?? tierSets.find(({ name }) => name === named)?.id ?? named;
}

function tierId({ settings }: Program, tierSet: string | null, named: string): string {
  const tiers = settings.tierSets.find(({ id }) => id === tierSet)?.tiers ?? [];
  return localId('tier', named) ?? tiers.find(({ name, isRetired }) => name === named && !isRetired)?.id ?? named;
}

async function give(context: Context, command: MemberCommand, note: string | null): Promise<TierPayload> {
  const isNoteWrong = note !== null && (note.length > NOTE_MAX || !isStorable(note));
  const given = await giveCommand(context, isNoteWrong ? invalid(`note has at most ${NOTE_MAX} characters.`, 'note') : command);
  const { outcome, memberId } = given;
  const { replayed } = outcome;
  if ('refusal' in outcome) {
    return Object.assign(new TierPayload(), { entry: null, moved: null, errors: [userError(outcome.refusal)], replayed });
  }
  const stored = await ownEntry(context, given);
  return Object.assign(new TierPayload(), {
    entry: journalEntry(stored, await context.program()) as TierEntry,
    errors: [],
    replayed,
    moved: { memberId: memberId as string, tierSetId: stored.data.standings?.[0]?.tierSet ?? '' },
  });
}
