import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt } from '../graphql/attempt.js';
import { Requires } from '../graphql/policy.js';
import { publish } from '../programs/publish.js';
import { changePolicy } from './parse-support-policy.js';
import { DEFAULT_SUPPORT } from './support-policy.js';
import { SupportPolicyType, supportPolicyType, UpdateSupportPolicyInput, UpdateSupportPolicyPayload } from './support-policy.types.js';

@Resolver()
export class SupportPolicyResolver {
  @Query(() => SupportPolicyType, {
    nullable: true,
    description: 'Business hours, and what is promised to members who ask for help. Scope program:read or self:read.',
  })
  @Requires('program:read', 'self:read')
  async supportPolicy(@Ctx() context: Context): Promise<SupportPolicyType> {
    return supportPolicyType((await context.program()).settings.support ?? DEFAULT_SUPPORT);
  }

  @Mutation(() => UpdateSupportPolicyPayload, {
    nullable: true,
    description: 'Changes business hours, targets, or when solved cases are closed, from now on. Scope program:write.',
  })
  @Requires('program:write')
  updateSupportPolicy(
    @Ctx() context: Context,
    @Arg('input', () => UpdateSupportPolicyInput, { description: 'What to change.' }) input: UpdateSupportPolicyInput,
  ) {
    return attempt(async () => {
      const { settings } = await publish(context, 'support', (before) => ({
        ...before,
        support: changePolicy(before.support ?? DEFAULT_SUPPORT, input),
      }));
      return { supportPolicy: supportPolicyType(settings.support ?? DEFAULT_SUPPORT) };
    });
  }
}
