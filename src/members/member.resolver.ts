import { Arg, Args, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Actor } from '../access/actor.js';
import type { Context } from '../context.js';
import { ActivityConnection, activityType } from '../earning/activity.types.js';
import { ACTIVITY_RECORDED } from '../earning/record-activity.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { ConnectionArgs } from '../graphql/connection.js';
import { badInput, forbidden } from '../graphql/errors.js';
import { Requires } from '../graphql/policy.js';
import { DateTime, JSONObject } from '../graphql/scalars.js';
import { memberNotFound, userError } from '../graphql/user-error.types.js';
import { JournalEntryKind } from '../journal/entry-kinds.types.js';
import { journalEntry } from '../journal/entry-view.js';
import { JournalEntryConnection } from '../journal/journal.types.js';
import { Wallet, wallet } from '../points/wallet.types.js';
import { tierStanding } from '../tiers/standing.js';
import { TierStanding } from '../tiers/standing.types.js';
import { type Enrolled, enroll } from './enroll.js';
import { giveCommand } from './give-command.js';
import { entriesOf, listMembers } from './lists.js';
import {
  EnrollMemberInput,
  EnrollMembersInput,
  EnrollMembersPayload,
  MemberConnection,
  MemberFilter,
  MemberPayload,
  MemberRef,
  MemberStatusType,
  MemberType,
  memberType,
  SetMemberStatusInput,
  UpdateMemberInput,
} from './member.types.js';
import type { MemberView } from './member-loaders.js';
import { resolveMember } from './member-lookup.js';
import { SET_MEMBER_STATUS } from './status.js';
import { updateMember } from './update-member.js';

const BULK_MAX = 500;
const AS_OF = 'The instant to look at: what counted then (by effectiveAt). The present when left out.';
const KNOWN_AT = 'Only what had been written by this instant (by postedAt). Everything when left out.';

@Resolver(() => MemberType)
export class MemberResolver {
  @Query(() => MemberType, {
    nullable: true,
    description: 'One member; null when there is none. Scope members:read, or self:read for oneself.',
  })
  @Requires('members:read', 'self:read')
  async member(@Ctx() context: Context, @Arg('ref', () => MemberRef, { description: 'Who.' }) ref: MemberRef) {
    const id = await resolveMember(context, ref);
    return id && (await context.members.profiles.load(id)) ? memberType(id) : null;
  }

  @Query(() => MemberConnection, { nullable: true, description: 'Members, oldest first. Scope members:read.' })
  @Requires('members:read')
  members(
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => MemberFilter, { nullable: true, description: 'Which; all when left out.' }) filter?: MemberFilter | null,
  ) {
    return listMembers(context, args, filter ?? {});
  }

  @Mutation(() => MemberPayload, {
    nullable: true,
    description:
      'Enrols a member. An externalId or e-mail address that is taken is refused, and the member who has it is given. Scope members:write.',
  })
  @Requires('members:write')
  async enrollMember(
    @Ctx() context: Context,
    @Arg('input', () => EnrollMemberInput, { description: 'The new member.' }) input: EnrollMemberInput,
  ) {
    requireBackdate(context, [input]);
    return enrolled((await enroll(context, [input]))[0] as Enrolled);
  }

  @Mutation(() => EnrollMembersPayload, {
    nullable: true,
    description: 'Enrols up to 500 members, an outcome for each. Scope members:write.',
  })
  @Requires('members:write')
  async enrollMembers(
    @Ctx() context: Context,
    @Arg('input', () => EnrollMembersInput, { description: 'The new members.' }) { members }: EnrollMembersInput,
  ) {
    if (members.length > BULK_MAX) throw badInput(`At most ${BULK_MAX} members a call; ${members.length} were sent.`);
    requireBackdate(context, members);
    return { outcomes: (await enroll(context, members)).map(enrolled) };
  }

  @Mutation(() => MemberPayload, { nullable: true, description: 'Changes a profile. Scope members:write.' })
  @Requires('members:write')
  updateMember(
    @Ctx() context: Context,
    @Arg('input', () => UpdateMemberInput, { description: 'What to change.' }) { member, ...changes }: UpdateMemberInput,
  ) {
    return attempt(async () => {
      const id = await resolveMember(context, member);
      if (!id) throw new Refused(memberNotFound());
      await updateMember(context, id, changes);
      return { member: memberType(id) };
    });
  }

  @Mutation(() => MemberPayload, {
    nullable: true,
    description: 'Suspends a member: neither earns nor spends until reactivated. Scope members:write.',
  })
  @Requires('members:write')
  suspendMember(
    @Ctx() context: Context,
    @Arg('input', () => SetMemberStatusInput, { description: 'Who, and why.' }) input: SetMemberStatusInput,
  ) {
    return setStatus(context, input, 'SUSPENDED');
  }

  @Mutation(() => MemberPayload, { nullable: true, description: 'Ends a suspension. Scope members:write.' })
  @Requires('members:write')
  reactivateMember(
    @Ctx() context: Context,
    @Arg('input', () => SetMemberStatusInput, { description: 'Who, and why.' }) input: SetMemberStatusInput,
  ) {
    return setStatus(context, input, 'ACTIVE');
  }

  @Mutation(() => MemberPayload, { nullable: true, description: 'Closes a membership for good. Scope members:write.' })
  @Requires('members:write')
  closeMember(
    @Ctx() context: Context,
    @Arg('input', () => SetMemberStatusInput, { description: 'Who, and why.' }) input: SetMemberStatusInput,
  ) {
    return setStatus(context, input, 'CLOSED');
  }

  @FieldResolver(() => String, { nullable: true, description: "The partner's own key." })
  externalId(@Root() { memberId }: MemberType, @Ctx() context: Context) {
    return context.members.profiles.load(memberId).then((profile) => profile?.externalId);
  }

  @FieldResolver(() => String, { nullable: true, description: 'E-mail address.' })
  email(@Root() { memberId }: MemberType, @Ctx() context: Context) {
    return context.members.profiles.load(memberId).then((profile) => profile?.email);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Given name.' })
  givenName(@Root() { memberId }: MemberType, @Ctx() context: Context) {
    return context.members.profiles.load(memberId).then((profile) => profile?.givenName);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Family name.' })
  familyName(@Root() { memberId }: MemberType, @Ctx() context: Context) {
    return context.members.profiles.load(memberId).then((profile) => profile?.familyName);
  }

  @FieldResolver(() => String, { nullable: true, description: 'Date of birth, like 1990-05-31.' })
  birthDate(@Root() { memberId }: MemberType, @Ctx() context: Context) {
    return context.members.profiles.load(memberId).then((profile) => profile?.birthDate);
  }

  @FieldResolver(() => JSONObject, { nullable: true, description: 'Whatever else was said at enrolment.' })
  attributes(@Root() { memberId }: MemberType, @Ctx() context: Context) {
    return context.members.profiles.load(memberId).then((profile) => profile?.attributes);
  }

  @FieldResolver(() => DateTime, { nullable: true, description: 'When the personal data was erased; null when it was not.' })
  erasedAt(@Root() { memberId }: MemberType, @Ctx() context: Context) {
    return context.members.profiles.load(memberId).then((profile) => profile?.erasedAt);
  }

  @FieldResolver(() => MemberStatusType, { description: 'Whether the member takes part.' })
  async status(@Root() member: MemberType, @Ctx() context: Context) {
    return (await present(member, context)).state.status;
  }

  @FieldResolver(() => DateTime, { description: 'When the membership began.' })
  async enrolledAt(@Root() member: MemberType, @Ctx() context: Context) {
    return new Date((await present(member, context)).state.enrolledAt);
  }

  @FieldResolver(() => [Wallet], { description: 'A wallet for each point currency of the programme.' })
  async wallets(@Root() member: MemberType, @Ctx() context: Context) {
    const [view, { settings }] = await Promise.all([present(member, context), context.program()]);
    return settings.pointCurrencies.map((currency) => wallet(view, currency));
  }

  @FieldResolver(() => Wallet, {
    nullable: true,
    description: 'The wallet of one currency; null where the programme has no such currency, or before enrolment.',
  })
  async wallet(
    @Root() member: MemberType,
    @Ctx() context: Context,
    @Arg('currencyCode', () => String, {
      nullable: true,
      description: 'Code of the point currency; may be left out when there is only one.',
    })
    code?: string | null,
    @Arg('asOf', () => DateTime, { nullable: true, description: AS_OF }) asOf?: Date | null,
    @Arg('knownAt', () => DateTime, { nullable: true, description: KNOWN_AT }) knownAt?: Date | null,
  ) {
    const currency = (await context.program()).currencyByCode(code);
    const view = currency && (await viewAt(member, context, asOf, knownAt));
    return view ? wallet(view, currency) : null;
  }

  @FieldResolver(() => [TierStanding], { description: 'Where the member stands in each tier set of the programme.' })
  async standings(@Root() member: MemberType, @Ctx() context: Context) {
    const [view, program] = await Promise.all([present(member, context), context.program()]);
    return program.settings.tierSets.map((set) => tierStanding(view, set, program));
  }

  @FieldResolver(() => TierStanding, {
    nullable: true,
    description: 'Where the member stands in one tier set; null where there is no such tier set, or before enrolment.',
  })
  async standing(
    @Root() member: MemberType,
    @Ctx() context: Context,
    @Arg('tierSet', () => String, { nullable: true, description: 'Name of the tier set; may be left out when there is only one.' }) name?:
      | string
      | null,
    @Arg('asOf', () => DateTime, { nullable: true, description: AS_OF }) asOf?: Date | null,
    @Arg('knownAt', () => DateTime, { nullable: true, description: KNOWN_AT }) knownAt?: Date | null,
  ) {
    const program = await context.program();
    const sets = program.settings.tierSets;
    const set = name == null ? (sets.length === 1 ? sets[0] : undefined) : sets.find((each) => each.name === name);
    const view = set && (await viewAt(member, context, asOf, knownAt));
    return view ? tierStanding(view, set, program) : null;
  }

  @FieldResolver(() => JournalEntryConnection, { description: "The member's stream, from its first entry." })
  async journal(
    @Root() { memberId }: MemberType,
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('kinds', () => [JournalEntryKind], { nullable: true, description: 'Only these kinds; all when left out.' }) kinds?:
      | JournalEntryKind[]
      | null,
  ) {
    const program = await context.program();
    return entriesOf(context, memberId, args, kinds ?? null, (entry) => journalEntry(entry, program));
  }

  @FieldResolver(() => ActivityConnection, { description: 'What the member did, in the order in which it was recorded.' })
  async activities(@Root() { memberId }: MemberType, @Ctx() context: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    const program = await context.program();
    return entriesOf(context, memberId, args, [ACTIVITY_RECORDED], (entry) => activityType(entry, program));
  }
}

async function present({ memberId }: MemberType, context: Context): Promise<MemberView> {
  const view = await context.members.present.load(memberId);
  if (!view) throw new Error(`member ${memberId} has no stream`);
  return view;
}

async function viewAt(member: MemberType, context: Context, asOf?: Date | null, knownAt?: Date | null): Promise<MemberView | null> {
  if (!asOf && !knownAt) return present(member, context);
  const { memberId } = member;
  const at = asOf?.getTime() ?? Math.max((await context.program()).now(), (await present(member, context)).state.settledAt);
  return context.members.past.load({ memberId, asOf: at, knownAt: knownAt?.getTime() ?? null });
}

function requireBackdate({ actor }: Context, items: readonly EnrollMemberInput[]): void {
  if (items.some((item) => item.enrolledAt) && !(actor as Actor).scopes.has('backdate')) throw forbidden('backdate');
}

const enrolled = ({ memberId, refusal }: Enrolled): MemberPayload =>
  Object.assign(new MemberPayload(), { member: memberId && memberType(memberId), errors: refusal ? [userError(refusal)] : [] });

async function setStatus(context: Context, { member, reason = null }: SetMemberStatusInput, status: 'ACTIVE' | 'SUSPENDED' | 'CLOSED') {
  const { memberId, outcome } = await giveCommand(context, {
    type: SET_MEMBER_STATUS,
    member,
    idempotencyKey: null,
    input: { status, reason },
    sent: null,
  });
  const errors = 'refusal' in outcome ? [userError(outcome.refusal)] : [];
  return Object.assign(new MemberPayload(), { member: errors.length === 0 && memberId ? memberType(memberId) : null, errors });
}
