import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import { publish } from '../programs/publish.js';
import { changedTierSet, newTierSet } from './parse-tier-set.js';
import { tierSet } from './tier.types.js';
import type { TierSetSettings } from './tier-set.js';
import { CreateTierSetInput, TierSetPayload, UpdateTierSetInput } from './tier-set-input.types.js';

@Resolver()
export class TierResolver {
  @Mutation(() => TierSetPayload, {
    nullable: true,
    description: 'Adds a status ladder. Every member stands on its first tier at once. Scope program:write.',
  })
  @Requires('program:write')
  createTierSet(
    @Ctx() context: Context,
    @Arg('input', () => CreateTierSetInput, { description: 'The new tier set.' }) input: CreateTierSetInput,
  ) {
    return attempt(async () => {
      let set: TierSetSettings | undefined;
      const { settings } = await publish(context, 'tierSets', (settings, program) => {
        set = newTierSet(input, program);
        return { ...settings, tierSets: [...settings.tierSets, set] };
      });
      return { tierSet: set ? tierSet(set, settings) : null };
    });
  }

  @Mutation(() => TierSetPayload, {
    nullable: true,
    description:
      'Changes a status ladder: a new version of the settings, while entries keep theirs. Nobody moves by it at once: who stands on a tier stands there, who reaches another by the new thresholds moves at the next evaluation, which is after the next activity upwards and at evaluatesAt either way. What is counted, and over which window, stays for the life of a tier set. Scope program:write.',
  })
  @Requires('program:write')
  updateTierSet(
    @Ctx() context: Context,
    @Arg('input', () => UpdateTierSetInput, { description: 'What to change.' }) input: UpdateTierSetInput,
  ) {
    return attempt(async () => {
      const id = localId('tierSet', input.id);
      const { settings } = await publish(context, 'tierSets', (settings, program) => {
        const before = settings.tierSets.find((set) => set.id === id);
        if (!before) throw new Refused(invalid('There is no such tier set.', 'id'));
        const after = changedTierSet(before, input, program);
        return { ...settings, tierSets: settings.tierSets.map((set) => (set.id === id ? after : set)) };
      });
      const set = settings.tierSets.find((each) => each.id === id);
      return { tierSet: set ? tierSet(set, settings) : null };
    });
  }
}
