import { Arg, Ctx, Field, ID, ObjectType, Query, Resolver } from 'type-graphql';
import { findCategory } from '../community/category.resolver.js';
import { findPost } from '../community/post.resolver.js';
import { findThread } from '../community/thread.resolver.js';
import type { Context } from '../context.js';
import { activityType } from '../earning/activity.types.js';
import { earningCap } from '../earning/cap.types.js';
import { earningRule } from '../earning/kinds/kinds.types.js';
import { badInput } from '../graphql/errors.js';
import { globalId, localId, parseEntryId, streamKindOf } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { ReadableWithParent, Requires } from '../graphql/policy.js';
import { isStorable } from '../graphql/stored-text.js';
import { UserError, userError } from '../graphql/user-error.types.js';
import { householdType } from '../households/household.types.js';
import { findNotification } from '../inbox/notification-lists.js';
import type { Refusal } from '../journal/core/decide.js';
import { journalEntry } from '../journal/entry-view.js';
import { JournalEntry } from '../journal/journal.types.js';
import { shardOf } from '../journal/shard.js';
import { pointConversion } from '../points/conversion.types.js';
import { holdOf } from '../points/hold.js';
import { holdType } from '../points/hold.types.js';
import { pointCurrency } from '../programs/point-currency.types.js';
import { programType } from '../programs/program.types.js';
import { promotionType } from '../promotions/promotion.types.js';
import { findReferral } from '../referrals/referral.resolver.js';
import { findRedemption } from '../rewards/redemption-fields.resolver.js';
import { rewardType } from '../rewards/reward.types.js';
import { segmentType } from '../segments/segment.types.js';
import { findCaseRow, findSupportCase, isTold } from '../support/find-case.js';
import { tierSet, tierType } from '../tiers/tier.types.js';
import { voucherPool } from '../vouchers/pool.types.js';
import { findVoucherNode } from '../vouchers/voucher-node.js';
import { findWebhookNode } from '../webhooks/webhook-node.js';
import { MemberRef, memberType } from './member.types.js';
import { resolveMember } from './member-lookup.js';

const NODES_MAX = 100;

@ObjectType({ description: 'What a key led to when it was first sent.' })
@ReadableWithParent()
export class CommandOutcome {
  @Field(() => JournalEntry, { nullable: true, description: 'The entry that the command posted; null when it was refused.' })
  entry!: JournalEntry | null;
  @Field(() => UserError, { nullable: true, description: 'The refusal; null when it was done.' })
  error!: UserError | null;
}

@Resolver()
export class NodeResolver {
  @Query(() => Node, {
    nullable: true,
    description:
      'Anything by its id; null when there is no such thing, or it belongs to another programme. Scope members:read, or self:read for oneself and the settings.',
  })
  @Requires('members:read', 'self:read')
  node(@Ctx() context: Context, @Arg('id', () => ID, { description: 'A global id.' }) id: string): Promise<Node | null> {
    return find(context, id);
  }

  @Query(() => [Node], {
    nullable: 'itemsAndList',
    description:
      'Several things by their ids, in order; null in the place of what is not there. Scope members:read, or self:read for oneself and the settings.',
  })
  @Requires('members:read', 'self:read')
  nodes(@Ctx() context: Context, @Arg('ids', () => [ID], { description: 'At most 100.' }) ids: string[]): Promise<(Node | null)[]> {
    if (ids.length > NODES_MAX) throw badInput(`At most ${NODES_MAX} ids a call.`);
    return Promise.all(ids.map((id) => find(context, id)));
  }

  @Query(() => CommandOutcome, {
    nullable: true,
    description:
      'What became of a command whose answer was lost; null when the key was never used for this member. Scope members:read, or self:read for oneself.',
  })
  @Requires('members:read', 'self:read')
  async commandOutcome(
    @Ctx() context: Context,
    @Arg('member', () => MemberRef, { description: 'Whom the command was about.' }) ref: MemberRef,
    @Arg('idempotencyKey', () => String, { description: 'Its key.' }) key: string,
  ): Promise<CommandOutcome | null> {
    const { reads, programId } = context;
    const memberId = await resolveMember(context, ref);
    if (!memberId || !isStorable(key)) return null;
    const { rows } = await reads.query<{ number: string | null; refusal: string | null }>(
      `select number, null as refusal from journal where shard = $1 and stream_id = $2 and program_id = $3 and idempotency_key = $4
        union all select null, refusal::text from refusals r where r.shard = $1 and r.stream_id = $2 and r.idempotency_key = $4
          and exists (select from streams s where s.shard = $1 and s.stream_id = $2 and s.program_id = $3)`,
      [shardOf(programId, memberId), memberId, programId, key],
    );
    const [row] = rows;
    if (!row) return null;
    const stored = row.number === null ? null : await context.members.entries.load({ streamId: memberId, number: Number(row.number) });
    return Object.assign(new CommandOutcome(), {
      entry: stored && journalEntry(stored, await context.program()),
      error: row.refusal === null ? null : userError(JSON.parse(row.refusal) as Refusal),
    });
  }
}

const COMMUNITY: Readonly<Record<string, (context: Context, id: string) => Promise<Node | null>>> = {
  cat_: findCategory,
  thr_: findThread,
  pst_: findPost,
};

async function find(context: Context, id: string): Promise<Node | null> {
  const own = context.actor?.memberId;
  // To a member, whatever is another's is not there, and nothing is asked to find that out.
  const isHidden = (streamUuid: string): boolean => !!own && streamUuid !== own;
  if (id.startsWith('rdm_')) return findRedemption(context, id);
  if (id.startsWith('rsv_') || id.startsWith('vch_')) return findVoucherNode(context, id);
  if (id.startsWith('ntf_')) return findNotification(context, id);
  const entryKey = parseEntryId(id);
  if (entryKey) {
    const streamKind = streamKindOf({ streamId: entryKey.streamUuid, programId: context.programId });
    const isCase = streamKind === 'supportCase';
    if (isCase ? own && !(await findCaseRow(context, entryKey.streamUuid)) : isHidden(entryKey.streamUuid)) return null;
    const stored = await context.members.entries.load({ streamId: entryKey.streamUuid, number: entryKey.number });
    if (!stored || (own && !isTold(context, stored))) return null;
    const program = await context.program();
    if (id.startsWith('hld_')) {
      const hold = holdOf(await context.members.records.load({ streamId: entryKey.streamUuid, number: entryKey.number }));
      return hold && holdType(entryKey.streamUuid, entryKey.number, hold, program);
    }
    if (!id.startsWith('act_')) return journalEntry(stored, program);
    return stored.kind === 'ACTIVITY_RECORDED' ? activityType(stored, program) : null;
  }
  const memberId = localId('member', id);
  if (memberId) return !isHidden(memberId) && (await context.members.profiles.load(memberId)) ? memberType(memberId) : null;
  const householdId = localId('household', id);
  if (householdId) return findHousehold(context, householdId);
  if (id.startsWith('cas_')) return findSupportCase(context, id);
  if (id.startsWith('rfl_')) return findReferral(context, id);
  const communityFinder = COMMUNITY[id.slice(0, 4)];
  if (communityFinder) return context.actor?.scopes.has('community:read') ? communityFinder(context, id) : null;
  if (/^wh[ed]_/.test(id)) return findWebhookNode(context, id);
  const program = await context.program();
  const { settings } = program;
  if (id === globalId('program', program.id)) return programType(program);
  for (const currency of settings.pointCurrencies) if (globalId('pointCurrency', currency.id) === id) return pointCurrency(currency);
  for (const each of settings.conversions ?? []) if (globalId('pointConversion', each.id) === id) return pointConversion(each, settings);
  for (const cap of settings.caps ?? []) if (globalId('earningCap', cap.id) === id) return earningCap(cap, settings);
  for (const each of own ? [] : (settings.promotions ?? []))
    if (globalId('promotion', each.id) === id) return promotionType(each, settings);
  for (const segment of own ? [] : (settings.segments ?? []))
    if (globalId('segment', segment.id) === id) return segmentType(segment, settings);
  for (const reward of settings.rewards ?? []) if (globalId('reward', reward.id) === id) return rewardType(reward, settings);
  for (const pool of own ? [] : (settings.voucherPools ?? []))
    if (globalId('voucherPool', pool.id) === id) return voucherPool(pool, settings);
  for (const rule of settings.earningRules) if (globalId('earningRule', rule.id) === id) return earningRule(rule, settings);
  for (const set of settings.tierSets) {
    if (globalId('tierSet', set.id) === id) return tierSet(set, settings);
    for (const tier of set.tiers) if (globalId('tier', tier.id) === id) return tierType(set, tier.id, settings);
  }
  return null;
}

/** To a member, only their own household is there. */
async function findHousehold({ actor, households }: Context, id: string): Promise<Node | null> {
  const own = actor?.memberId;
  const household = own ? await households.ofMember.load(own) : await households.households.load(id);
  return household?.id === id ? householdType(household) : null;
}
