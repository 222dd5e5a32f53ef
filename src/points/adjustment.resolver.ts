import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import { publish } from '../programs/publish.js';
import { adjustmentPolicy, SetAdjustmentPolicyInput, SetAdjustmentPolicyPayload } from './adjustment.types.js';
import type { AdjustmentPolicy } from './adjustment-policy.js';

@Resolver()
export class AdjustmentResolver {
  @Mutation(() => SetAdjustmentPolicyPayload, {
    nullable: true,
    description: 'Says how many points may be given and taken by hand, from now on. Scope program:write.',
  })
  @Requires('program:write')
  setAdjustmentPolicy(
    @Ctx() context: Context,
    @Arg('input', () => SetAdjustmentPolicyInput, { description: 'The policy.' }) {
      maxPerAdjustment = null,
      maxPerAgentPerDay = null,
    }: SetAdjustmentPolicyInput,
  ) {
    return attempt(async () => {
      for (const [name, max] of Object.entries({ maxPerAdjustment, maxPerAgentPerDay }))
        if (max !== null && max < 0) throw new Refused(invalid('A limit is 0 or more.', name));
      const adjustments: AdjustmentPolicy = { maxPerAdjustment, maxPerAgentPerDay };
      await publish(context, 'adjustments', (settings) => ({ ...settings, adjustments }));
      return { adjustmentPolicy: adjustmentPolicy(adjustments) };
    });
  }
}
