import 'reflect-metadata';
import { type GraphQLSchema, isAbstractType, isInterfaceType, isObjectType } from 'graphql';
import { buildSchema, getMetadataStorage, type PubSub } from 'type-graphql';
import { ApiKeyResolver } from './access/api-key.resolver.js';
import { IdentityProviderResolver } from './access/identity-provider.resolver.js';
import { StaffResolver } from './access/staff.resolver.js';
import { ViewerResolver } from './access/viewer.resolver.js';
import { ActivityResolver as CommunityActivityResolver } from './community/activity.resolver.js';
import { CategoryResolver } from './community/category.resolver.js';
import { CommunityMemberResolver, MemberCommunityResolver } from './community/community-member.resolver.js';
import { ModerationResolver } from './community/moderation/moderation.resolver.js';
import { CommunityPolicyResolver } from './community/moderation/policy.resolver.js';
import { RestrictionResolver } from './community/moderation/restriction.resolver.js';
import { ThreadModerationResolver } from './community/moderation/thread-moderation.resolver.js';
import { PostResolver } from './community/post.resolver.js';
import { CategoryThreadsResolver, PollResolver, ThreadResolver } from './community/thread.resolver.js';
import { ActivityEntryResolver, ActivityResolver, RecordActivityPayloadResolver } from './earning/activity.resolver.js';
import { CapResolver } from './earning/cap.resolver.js';
import { EarningRuleResolver } from './earning/earning-rule.resolver.js';
import { ALL_KIND_TYPES } from './earning/kinds/kinds.types.js';
import { PendingResolver } from './earning/pending.resolver.js';
import { PreviewResolver } from './earning/preview.resolver.js';
import { ReturnResolver } from './earning/return.resolver.js';
import { RuleProgressResolver } from './earning/rule-progress.resolver.js';
import { FeedResolver } from './feed/feed.resolver.js';
import { enforcePolicies } from './graphql/policy.js';
import { RateLimitResolver } from './graphql/rate-limit.resolver.js';
import { InvalidInput, USER_ERRORS } from './graphql/user-error.types.js';
import { HouseholdMembershipResolver, HouseholdResolver, MemberHouseholdResolver } from './households/household.resolver.js';
import { InboxResolver, MemberInboxResolver, NotificationResolver } from './inbox/inbox.resolver.js';
import { NotificationFeedResolver } from './inbox/inbox-feed.resolver.js';
import {
  ActivityEntry,
  InboxEntry,
  MembershipEntry,
  PointsEntry,
  ProgramEntry,
  RedemptionEntry,
  ReferralEntry,
  SupportCaseEntry,
  ThreadEntry,
  TierEntry,
  VoucherEntry,
} from './journal/journal.types.js';
import { ErasureResolver } from './members/erasure.resolver.js';
import { MemberResolver } from './members/member.resolver.js';
import { NodeResolver } from './members/node.resolver.js';
import { AdjustmentResolver } from './points/adjustment.resolver.js';
import { ConversionResolver } from './points/conversion.resolver.js';
import { HoldResolver } from './points/hold.resolver.js';
import { PointsResolver } from './points/points.resolver.js';
import { ReversalResolver } from './points/reversal.resolver.js';
import { TransferResolver } from './points/transfer.resolver.js';
import { WalletResolver } from './points/wallet.resolver.js';
import { PointCurrencyResolver } from './programs/point-currency.resolver.js';
import { ProgramResolver } from './programs/program.resolver.js';
import { PromotionResolver } from './promotions/promotion.resolver.js';
import { MemberReferralsResolver, ReferralResolver } from './referrals/referral.resolver.js';
import { RedemptionResolver } from './rewards/redemption.resolver.js';
import { MemberRedemptionResolver, RedemptionFieldsResolver } from './rewards/redemption-fields.resolver.js';
import { RewardResolver } from './rewards/reward.resolver.js';
import { MemberSegmentsResolver, SegmentResolver } from './segments/segment.resolver.js';
import { CaseActivityResolver } from './support/case-activity.resolver.js';
import { SupportCaseResolver } from './support/support-case.resolver.js';
import {
  MemberSupportCasesResolver,
  SupportCaseFieldsResolver,
  SupportCaseMessageResolver,
} from './support/support-case-fields.resolver.js';
import { SupportPolicyResolver } from './support/support-policy.resolver.js';
import { ThreadCaseResolver } from './support/thread-case.resolver.js';
import { ManualTierResolver } from './tiers/manual-tier.resolver.js';
import { TierResolver } from './tiers/tier.resolver.js';
import { VoucherPoolResolver } from './vouchers/pool.resolver.js';
import { VoucherResolver } from './vouchers/voucher.resolver.js';
import { WebhookResolver } from './webhooks/webhook.resolver.js';

/** type-graphql wants one; subscriptions here follow the journal, never a bus. */
const NO_BUS: PubSub = {
  publish: () => {
    throw new Error('subscriptions follow the journal');
  },
  subscribe: () => {
    throw new Error('subscriptions follow the journal');
  },
};

/** Joins the resolvers of all features to one schema, with the declared policy in front of every root field. */
export async function createSchema(): Promise<GraphQLSchema> {
  const schema = await buildSchema({
    resolvers: [
      ApiKeyResolver,
      StaffResolver,
      IdentityProviderResolver,
      ViewerResolver,
      ProgramResolver,
      PointCurrencyResolver,
      TierResolver,
      ManualTierResolver,
      EarningRuleResolver,
      MemberResolver,
      ErasureResolver,
      HouseholdResolver,
      HouseholdMembershipResolver,
      MemberHouseholdResolver,
      ReferralResolver,
      MemberReferralsResolver,
      SegmentResolver,
      PromotionResolver,
      MemberSegmentsResolver,
      ActivityResolver,
      ActivityEntryResolver,
      RecordActivityPayloadResolver,
      RuleProgressResolver,
      PreviewResolver,
      PointsResolver,
      HoldResolver,
      PendingResolver,
      ReturnResolver,
      CapResolver,
      ReversalResolver,
      ConversionResolver,
      AdjustmentResolver,
      TransferResolver,
      WalletResolver,
      NodeResolver,
      FeedResolver,
      RateLimitResolver,
      RewardResolver,
      RedemptionResolver,
      RedemptionFieldsResolver,
      MemberRedemptionResolver,
      VoucherResolver,
      VoucherPoolResolver,
      SupportPolicyResolver,
      SupportCaseResolver,
      ThreadCaseResolver,
      SupportCaseFieldsResolver,
      SupportCaseMessageResolver,
      MemberSupportCasesResolver,
      CaseActivityResolver,
      CommunityActivityResolver,
      CategoryResolver,
      CategoryThreadsResolver,
      CommunityMemberResolver,
      MemberCommunityResolver,
      ThreadResolver,
      PollResolver,
      PostResolver,
      ModerationResolver,
      ThreadModerationResolver,
      RestrictionResolver,
      CommunityPolicyResolver,
      InboxResolver,
      MemberInboxResolver,
      NotificationResolver,
      NotificationFeedResolver,
      WebhookResolver,
    ],
    orphanedTypes: [
      InvalidInput,
      ...Object.values(USER_ERRORS),
      ActivityEntry,
      InboxEntry,
      MembershipEntry,
      PointsEntry,
      ProgramEntry,
      RedemptionEntry,
      ReferralEntry,
      SupportCaseEntry,
      ThreadEntry,
      TierEntry,
      VoucherEntry,
      ...ALL_KIND_TYPES.map(({ object }) => object),
    ],
    pubSub: NO_BUS,
    // Inputs are checked where they are used, with messages that name the field and never repeat the value.
    validate: false,
  });
  // Exactly one of its fields: `@oneOf` is not known to type-graphql.
  const memberRef = schema.getType('MemberRef') as { isOneOf?: boolean };
  memberRef.isOneOf = true;
  resolveByClass(schema);
  readPlainly(schema);
  return enforcePolicies(schema);
}

/**
 * Takes away the resolvers that type-graphql gives to fields which have none of their own: they read the property, as graphql-js
 * does by itself. So nothing stands between, and it can be seen that nothing does.
 */
function readPlainly(schema: GraphQLSchema): void {
  const { fieldResolvers, objectTypes, interfaceTypes } = getMetadataStorage();
  const classes = new Map([...objectTypes, ...interfaceTypes].map(({ name, target }) => [name, target]));
  const resolved = new Map<unknown, Set<string>>();
  for (const { getObjectType, schemaName, methodName } of fieldResolvers) {
    const target = getObjectType?.();
    resolved.set(target, (resolved.get(target) ?? new Set()).add(schemaName ?? methodName));
  }
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) && !isInterfaceType(type)) continue;
    const own = classes.get(type.name);
    if (!own) continue;
    for (const field of Object.values(type.getFields())) {
      // A class has the resolvers of those that it extends.
      let isResolved = false;
      for (let each: unknown = own; typeof each === 'function'; each = Object.getPrototypeOf(each))
        isResolved ||= resolved.get(each)?.has(field.name) ?? false;
      if (!isResolved) delete field.resolve;
    }
  }
}

/** An object's class says its type. type-graphql would search by instanceof, and finds no types that implement an interface of an interface. */
function resolveByClass(schema: GraphQLSchema): void {
  const names = new Map(getMetadataStorage().objectTypes.map(({ target, name }) => [target, name]));
  for (const type of Object.values(schema.getTypeMap())) {
    if (isAbstractType(type)) type.resolveType = (value: object) => names.get(value.constructor);
  }
}
