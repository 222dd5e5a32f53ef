import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { Cost } from '../graphql/cost-declaration.js';
import { localId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import type { Program } from '../programs/program.js';
import { publish } from '../programs/publish.js';
import {
  CreateEarningRuleInput,
  DeleteEarningRuleInput,
  DeleteEarningRulePayload,
  EarningRulePayload,
  EarningRuleVersion,
  SetEarningRuleActiveInput,
  UpdateEarningRuleInput,
} from './earning-rule.types.js';
import type { EarningRuleSettings } from './kinds/kinds.js';
import { earningRule } from './kinds/kinds.types.js';
import { EarningRule } from './rule.types.js';
import { changedRule, newRule, nextVersion } from './rule-settings.js';

@Resolver(() => EarningRule)
export class EarningRuleResolver {
  @Mutation(() => EarningRulePayload, { nullable: true, description: 'Adds an earning rule; it counts from now on. Scope program:write.' })
  @Requires('program:write')
  createEarningRule(
    @Ctx() context: Context,
    @Arg('input', () => CreateEarningRuleInput, { description: 'The new rule.' }) input: CreateEarningRuleInput,
  ) {
    return attempt(async () => {
      let rule: EarningRuleSettings | undefined;
      const { settings } = await publish(context, 'earningRules', (settings, program) => {
        rule = newRule(input, program);
        return { ...settings, earningRules: [...settings.earningRules, rule] };
      });
      return { earningRule: rule ? earningRule(rule, settings) : null };
    });
  }

  @Mutation(() => EarningRulePayload, {
    nullable: true,
    description:
      'Changes an earning rule from now on, as a new version of it; entries keep the version that they were made under. What it remembers of members stays. Scope program:write.',
  })
  @Requires('program:write')
  updateEarningRule(
    @Ctx() context: Context,
    @Arg('input', () => UpdateEarningRuleInput, { description: 'Which rule, and what of it.' }) input: UpdateEarningRuleInput,
  ) {
    return attempt(() => change(context, input.id, (rule, program) => changedRule(rule, input, program)));
  }

  @Mutation(() => EarningRulePayload, { nullable: true, description: 'Switches an earning rule on or off. Scope program:write.' })
  @Requires('program:write')
  setEarningRuleActive(
    @Ctx() context: Context,
    @Arg('input', () => SetEarningRuleActiveInput, { description: 'Which rule, and how.' }) { id, isActive }: SetEarningRuleActiveInput,
  ) {
    return attempt(() => change(context, id, (rule, program) => ({ ...rule, isActive, ...nextVersion(rule, program) })));
  }

  @Mutation(() => DeleteEarningRulePayload, {
    nullable: true,
    description:
      'Takes an earning rule away, from now on. What it gave stays, and returns take it back as before; refused while a cap is for this rule. Scope program:write.',
  })
  @Requires('program:write')
  deleteEarningRule(
    @Ctx() context: Context,
    @Arg('input', () => DeleteEarningRuleInput, { description: 'Which rule.' }) { id }: DeleteEarningRuleInput,
  ) {
    return attempt(async () => {
      const uuid = localId('earningRule', id);
      await publish(context, 'earningRules', (settings) => {
        if (!settings.earningRules.some((rule) => rule.id === uuid)) throw noSuchRule();
        if (settings.caps?.some(({ rule }) => rule === uuid))
          throw new Refused(invalid('A cap is for this rule; delete the cap first.', 'id'));
        return { ...settings, earningRules: settings.earningRules.filter((rule) => rule.id !== uuid) };
      });
      return { deletedId: id };
    });
  }

  @FieldResolver(() => [EarningRuleVersion], {
    description:
      'How it was changed: its last 100 versions, the present one last. Empty for a rule of earlier days that was not changed since.',
  })
  @Cost({ listSize: 10 })
  async versions(@Root() { id }: EarningRule, @Ctx() context: Context): Promise<EarningRuleVersion[]> {
    const { settings } = await context.program();
    const uuid = localId('earningRule', id);
    const { version, earlierVersions = [] } = settings.earningRules.find((rule) => rule.id === uuid) ?? {};
    const versions = version === undefined ? [] : [...earlierVersions, version];
    const past = await Promise.all(versions.map((each) => context.pastSettings.load(each)));
    return past.flatMap((each, i) => {
      const rule = each?.settings.earningRules.find((rule) => rule.id === uuid);
      if (!each || !rule) return [];
      const { publishedAt } = each;
      return Object.assign(new EarningRuleVersion(), { version: versions[i], publishedAt, rule: earningRule(rule, each.settings) });
    });
  }
}

const noSuchRule = () => new Refused(invalid('There is no such earning rule.', 'id'));

/** Publishes a rule as it is changed. */
async function change(context: Context, id: string, to: (rule: EarningRuleSettings, program: Program) => EarningRuleSettings) {
  const uuid = localId('earningRule', id);
  let changed: EarningRuleSettings | undefined;
  const { settings } = await publish(context, 'earningRules', (settings, program) => {
    const rule = settings.earningRules.find((each) => each.id === uuid);
    if (!rule) throw noSuchRule();
    const next = to(rule, program);
    changed = next;
    return { ...settings, earningRules: settings.earningRules.map((each) => (each === rule ? next : each)) };
  });
  return { earningRule: changed ? earningRule(changed, settings) : null };
}
