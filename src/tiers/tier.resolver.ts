import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { newUuid } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import { toMinor } from '../programs/money.js';
import type { Program } from '../programs/program.js';
import { publish } from '../programs/publish.js';
import { CreateTierSetInput, CreateTierSetPayload, tierSet } from './tier.types.js';
import type { TierSetSettings, TierSettings } from './tier-set.js';

const TIERS_MAX = 50;

@Resolver()
export class TierResolver {
  @Mutation(() => CreateTierSetPayload, {
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
        set = tierSetSettings(input, program);
        return { ...settings, tierSets: [...settings.tierSets, set] };
      });
      return { tierSet: set ? tierSet(set, settings) : null };
    });
  }
}

/** @throws Refused where the ladder does not rise from 0, or its unit is unknown */
function tierSetSettings({ name, measure, currencyCode, tiers }: CreateTierSetInput, program: Program): TierSetSettings {
  const currency = measure === 'POINTS' ? program.currencyByCode(currencyCode) : undefined;
  if (measure === 'POINTS' && !currency?.isQualifying) {
    throw new Refused(invalid('Name a qualifying point currency of this programme.', 'currencyCode'));
  }
  if (tiers.length > TIERS_MAX) throw new Refused(invalid(`A tier set has at most ${TIERS_MAX} tiers.`, 'tiers'));
  const steps = tiers.map((tier, i): TierSettings => {
    const threshold = currency ? Number(tier.threshold) : toMinor(tier.threshold, program.settings.currencyCode);
    if (threshold === null || !Number.isSafeInteger(threshold) || threshold < 0) {
      throw new Refused(invalid(`${tier.threshold} is no threshold in this unit.`, 'tiers', String(i), 'threshold'));
    }
    return { id: newUuid(), name: tier.name, threshold };
  });
  const [first, ...rest] = steps;
  if (first?.threshold !== 0) throw new Refused(invalid('The first tier has threshold 0: everybody stands on it.', 'tiers'));
  for (const [i, step] of rest.entries()) {
    if (step.threshold <= (steps[i] as TierSettings).threshold)
      throw new Refused(invalid('Each threshold is higher than the one before.', 'tiers', String(i + 1)));
  }
  return {
    id: newUuid(),
    name,
    qualifiesBy: currency ? { measure: 'POINTS', currency: currency.id } : { measure: 'SPEND' },
    tiers: [first, ...rest],
  };
}
