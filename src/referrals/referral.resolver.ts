import { Arg, Args, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import { earningRule } from '../earning/kinds/kinds.types.js';
import { EarningRule } from '../earning/rule.types.js';
import { attempt } from '../graphql/attempt.js';
import { ConnectionArgs, connection, keysetPage } from '../graphql/connection.js';
import { globalId, isUuid, localId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { Points } from '../graphql/scalars.js';
import { invalid, userError } from '../graphql/user-error.types.js';
import { journalEntry } from '../journal/entry-view.js';
import type { ReferralEntry } from '../journal/journal.types.js';
import { giveCommand } from '../members/give-command.js';
import { MemberType, memberType } from '../members/member.types.js';
import { ownEntry } from '../members/own-entry.js';
import { requireMember } from '../members/require-member.js';
import { refuseText } from '../points/points-command.js';
import { APPROVE_REFERRAL, FLAG_REFERRAL, type JudgeReferral, VOID_REFERRAL } from './flag-referral.js';
import { referMember } from './refer-member.js';
import {
  JudgeReferralInput,
  ReferMemberInput,
  ReferMemberPayload,
  ReferralConnection,
  ReferralFlag,
  ReferralPayload,
  ReferralStateType,
  ReferralType,
  referralType,
} from './referral.types.js';
import { type ReferralRow, readReferrals } from './referral-rows.js';

@Resolver(() => ReferralType)
export class ReferralResolver {
  @Query(() => ReferralType, {
    nullable: true,
    description: 'One referral; null when there is none. Scope members:read, or self:read for those that one has a part in.',
  })
  @Requires('members:read', 'self:read')
  referral(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Its id: rfl_…' }) id: string): Promise<ReferralType | null> {
    return findReferral(context, id);
  }

  @Query(() => ReferralConnection, {
    nullable: true,
    description: 'Referrals that somebody must look at, oldest first. Scope members:read.',
  })
  @Requires('members:read')
  flaggedReferrals(@Ctx() context: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    return listReferrals(context, 'FLAGGED', args);
  }

  @Mutation(() => ReferMemberPayload, {
    nullable: true,
    description:
      'Says by whom a member who is enrolled already was referred; new members bring the code to enrollMember. Once for ever, and neither oneself nor in a ring. Scope members:write.',
  })
  @Requires('members:write')
  referMember(
    @Ctx() context: Context,
    @Arg('input', () => ReferMemberInput, { description: 'Who, and by whom.' }) { member, referralCode }: ReferMemberInput,
  ) {
    return attempt(async () => {
      const id = await requireMember(context, member);
      await referMember(context, id, referralCode);
      const row = await context.referrals.ofReferee.load(id);
      return { referral: row && referralType(row, (await context.program()).now()) };
    });
  }

  @Mutation(() => ReferralPayload, {
    nullable: true,
    description: 'Has a referral looked at: until then no points of it become spendable. Scope points:adjust.',
  })
  @Requires('points:adjust')
  flagReferral(
    @Ctx() context: Context,
    @Arg('input', () => JudgeReferralInput, { description: 'Which, and why.' }) input: JudgeReferralInput,
  ) {
    return judge(context, FLAG_REFERRAL, input);
  }

  @Mutation(() => ReferralPayload, {
    nullable: true,
    description:
      'Lets a flagged referral go on. Its points become spendable when the return window closes, at once where it has. Scope points:adjust.',
  })
  @Requires('points:adjust')
  approveReferral(
    @Ctx() context: Context,
    @Arg('input', () => JudgeReferralInput, { description: 'Which, and why.' }) input: JudgeReferralInput,
  ) {
    return judge(context, APPROVE_REFERRAL, input);
  }

  @Mutation(() => ReferralPayload, {
    nullable: true,
    description: 'Ends a referral that was not approved yet, flagged or not: neither side gets points. Scope points:adjust.',
  })
  @Requires('points:adjust')
  voidReferral(
    @Ctx() context: Context,
    @Arg('input', () => JudgeReferralInput, { description: 'Which, and why.' }) input: JudgeReferralInput,
  ) {
    return judge(context, VOID_REFERRAL, input);
  }

  @FieldResolver(() => EarningRule, {
    nullable: true,
    description: 'The rule that it goes by, as it is now; null when there is none any more.',
  })
  async rule(@Root() { row }: ReferralType, @Ctx() context: Context): Promise<EarningRule | null> {
    const { settings } = await context.program();
    const rule = settings.earningRules.find(({ id }) => id === row.ofReferee.rule);
    return rule ? earningRule(rule, settings) : null;
  }

  @FieldResolver(() => [ReferralFlag], { nullable: true, description: 'Why it is to be looked at; empty: it is not. null to members.' })
  flags(@Root() { row: { ofReferee } }: ReferralType, @Ctx() { actor }: Context): ReferralFlag[] | null {
    if (actor?.memberId) return null;
    return ofReferee.ended ? [] : ofReferee.flags.map((flag) => Object.assign(new ReferralFlag(), flag));
  }

  @FieldResolver(() => Points, {
    nullable: true,
    description:
      "The referrer's points, pending or given, after caps; 0 before it qualified and once it is void. null to the other member.",
  })
  referrerPoints(@Root() { row, state }: ReferralType, @Ctx() context: Context): number | null {
    if (isHidden(context, row.referrer)) return null;
    // Void is what the other side's journal says; the referrer's follows in a moment.
    return state === ReferralStateType.VOIDED ? 0 : (row.ofReferrer?.points ?? 0);
  }

  @FieldResolver(() => Points, {
    nullable: true,
    description:
      "The referred member's points, pending or given, after caps; 0 before it qualified and once it is void. null to the other member.",
  })
  refereePoints(@Root() { row }: ReferralType, @Ctx() context: Context): number | null {
    return isHidden(context, row.referee) ? null : row.ofReferee.points;
  }

  @FieldResolver(() => MemberType, { nullable: true, description: 'Who referred; to a member, only themselves, else null.' })
  referrer(@Root() { row }: ReferralType, @Ctx() context: Context): MemberType | null {
    return isHidden(context, row.referrer) ? null : memberType(row.referrer);
  }

  @FieldResolver(() => MemberType, { nullable: true, description: 'Who was referred; to a member, only themselves, else null.' })
  referee(@Root() { row }: ReferralType, @Ctx() context: Context): MemberType | null {
    return isHidden(context, row.referee) ? null : memberType(row.referee);
  }
}

@Resolver(() => MemberType)
export class MemberReferralsResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The code with which the member refers others; null once they are erased.' })
  async referralCode(@Root() { memberId }: MemberType, @Ctx() context: Context): Promise<string | null> {
    return (await context.members.profiles.load(memberId))?.referralCode ?? null;
  }

  @FieldResolver(() => ReferralType, { nullable: true, description: 'By whom the member was referred; null: by nobody.' })
  async referredBy(@Root() { memberId }: MemberType, @Ctx() context: Context): Promise<ReferralType | null> {
    const row = await context.referrals.ofReferee.load(memberId);
    return row && referralType(row, (await context.program()).now());
  }

  @FieldResolver(() => ReferralConnection, { description: 'The referrals that the member made, oldest first.' })
  referrals(@Root() { memberId }: MemberType, @Ctx() context: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    return listReferrals(context, { referrer: memberId }, args);
  }
}

/** To a member, nobody else is there. */
const isHidden = ({ actor }: Context, member: string): boolean => !!actor?.memberId && actor.memberId !== member;

/** A referral by its global id; to a member, only where they have a part in it. */
export async function findReferral(context: Context, id: string): Promise<ReferralType | null> {
  const uuid = localId('referral', id);
  const row = uuid && (await context.referrals.byId.load(uuid));
  if (!row || (isHidden(context, row.referrer) && isHidden(context, row.referee))) return null;
  return referralType(row, (await context.program()).now());
}

async function listReferrals(context: Context, of: Parameters<typeof readReferrals>[2], args: ConnectionArgs) {
  const page = keysetPage(args, isUuid);
  const [rows, program] = await Promise.all([readReferrals(context.reads, context.programId, of, page), context.program()]);
  return connection(
    page,
    rows,
    ({ id }) => id,
    (row) => referralType(row, program.now()),
  );
}

/** Gives what staff decided to the referred member's stream. */
async function judge(context: Context, type: string, sent: JudgeReferralInput): Promise<ReferralPayload> {
  const { idempotencyKey, reason } = sent;
  const uuid = localId('referral', sent.referral);
  const row = uuid === null ? null : await context.referrals.byId.load(uuid);
  const refusal =
    (row ? undefined : { code: 'REFERRAL_NOT_FOUND', message: 'There is no such referral.', path: ['referral'] }) ??
    (reason === '' ? invalid('Say why.', 'reason') : refuseText(reason, 'reason'));
  if (!row || refusal) return refused([refusal ?? invalid('There is no such referral.', 'referral')], false);
  if (type === FLAG_REFERRAL) await hint(context, row);
  const input: JudgeReferral = { referral: row.id, reason };
  const member = { id: globalId('member', row.referee) };
  const given = await giveCommand(context, { type, member, idempotencyKey, refersTo: 1, input, sent });
  const { outcome } = given;
  if ('refusal' in outcome) return refused([outcome.refusal], outcome.replayed);
  context.referrals.byId.clear(row.id);
  const [stored, program, now] = await Promise.all([ownEntry(context, given), context.program(), context.referrals.byId.load(row.id)]);
  return Object.assign(new ReferralPayload(), {
    referral: now && referralType(now, program.now()),
    entry: journalEntry(stored, program) as ReferralEntry,
    errors: [],
    replayed: outcome.replayed,
  });
}

const refused = (refusals: readonly Parameters<typeof userError>[0][], replayed: boolean): ReferralPayload =>
  Object.assign(new ReferralPayload(), { referral: null, entry: null, errors: refusals.map(userError), replayed });

/** The list of what is flagged looks at these; what the record says counts. */
const hint = (context: Context, { id, referee }: ReferralRow): Promise<void> =>
  unitOfWork(context, async (_, tx) => {
    const flag = {
      name: 'hint_flagged',
      text: 'update referrals set is_flagged = true where id = $1 and program_id = $2 and referee = $3',
    };
    await tx.query(flag, [id, context.programId, referee]);
    return { result: undefined, commands: [] };
  });
