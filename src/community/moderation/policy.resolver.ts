import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../../context.js';
import { attempt } from '../../graphql/attempt.js';
import { Requires } from '../../graphql/policy.js';
import { publish } from '../../programs/publish.js';
import { communityPolicyOf } from './policy.js';
import { CommunityPolicyPayload, CommunityPolicyType, communityPolicyType, UpdateCommunityPolicyInput } from './policy.types.js';
import { changedPolicy } from './update-policy.js';

@Resolver()
export class CommunityPolicyResolver {
  @Query(() => CommunityPolicyType, { nullable: true, description: 'What holds in the community. Scope community:moderate.' })
  @Requires('community:moderate')
  async communityPolicy(@Ctx() context: Context): Promise<CommunityPolicyType> {
    return communityPolicyType(communityPolicyOf((await context.program()).settings));
  }

  @Mutation(() => CommunityPolicyPayload, {
    nullable: true,
    description: 'Changes what holds in the community, for what is written from now on. Scope community:moderate.',
  })
  @Requires('community:moderate')
  updateCommunityPolicy(
    @Ctx() context: Context,
    @Arg('input', () => UpdateCommunityPolicyInput, { description: 'What to change.' }) input: UpdateCommunityPolicyInput,
  ) {
    return attempt(async () => {
      const { settings } = await publish(context, 'community', (before) => ({
        ...before,
        community: changedPolicy(communityPolicyOf(before), input),
      }));
      return { communityPolicy: communityPolicyType(communityPolicyOf(settings)) };
    });
  }
}
