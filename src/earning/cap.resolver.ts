import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { localId, newUuid } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { requireName } from '../graphql/require-name.js';
import { Points } from '../graphql/scalars.js';
import { invalid } from '../graphql/user-error.types.js';
import { currencyOf } from '../points/currency.js';
import type { CapPeriod } from '../programs/calendar.js';
import type { Program } from '../programs/program.js';
import { publish } from '../programs/publish.js';
import type { CapSettings } from './cap.js';
import {
  CreateEarningCapInput,
  CreateEarningCapPayload,
  DeleteEarningCapInput,
  DeleteEarningCapPayload,
  EarningCap,
  EarningCapScope,
  earningCap,
} from './cap.types.js';
import { sharedKey } from './cap-counts.js';

const CAPS_MAX = 50;

@Resolver(() => EarningCap)
export class CapResolver {
  @Mutation(() => CreateEarningCapPayload, {
    nullable: true,
    description:
      'Limits what can be earned from now on, by each member or by all together; what was earned before is not counted. Scope program:write.',
  })
  @Requires('program:write')
  createEarningCap(
    @Ctx() context: Context,
    @Arg('input', () => CreateEarningCapInput, { description: 'The cap.' }) input: CreateEarningCapInput,
  ) {
    return attempt(async () => {
      let cap: CapSettings | undefined;
      const { settings } = await publish(context, 'caps', (before, program) => {
        const caps = before.caps ?? [];
        if (caps.length >= CAPS_MAX) throw new Refused(invalid(`A programme has at most ${CAPS_MAX} caps.`));
        cap = capSettings(input, program);
        return { ...before, caps: [...caps, cap] };
      });
      return { earningCap: cap ? earningCap(cap, settings) : null };
    });
  }

  @Mutation(() => DeleteEarningCapPayload, { nullable: true, description: 'Takes a cap away, from now on. Scope program:write.' })
  @Requires('program:write')
  deleteEarningCap(
    @Ctx() context: Context,
    @Arg('input', () => DeleteEarningCapInput, { description: 'Which.' }) { id }: DeleteEarningCapInput,
  ) {
    return attempt(async () => {
      const uuid = localId('earningCap', id);
      await publish(context, 'caps', (settings) => {
        const caps = settings.caps ?? [];
        if (!caps.some((cap) => cap.id === uuid)) throw new Refused(invalid('There is no such cap in the programme.', 'id'));
        return { ...settings, caps: caps.filter((cap) => cap.id !== uuid) };
      });
      return { id };
    });
  }

  @FieldResolver(() => Points, {
    nullable: true,
    description: 'Points that all members earned of it in the present period; null for MEMBER, and for callers without scope program:read.',
  })
  async used(@Root() cap: EarningCap, @Ctx() context: Context): Promise<number | null> {
    if (cap.scope !== EarningCapScope.PROGRAM || !context.actor?.scopes.has('program:read')) return null;
    const program = await context.program();
    const window = program.calendar.periodOf(program.now(), cap.period as CapPeriod);
    return context.sharedUse.load(sharedKey({ id: localId('earningCap', cap.id) as string }, window));
  }

  @FieldResolver(() => Points, {
    nullable: true,
    description: 'Points that can still be earned of it in the present period; null where `used` is.',
  })
  async remaining(@Root() cap: EarningCap, @Ctx() context: Context): Promise<number | null> {
    const used = await this.used(cap, context);
    return used === null ? null : Math.max(0, cap.max - used);
  }
}

/** @throws Refused naming what cannot be used */
function capSettings(
  { name, currencyCode = null, ruleId = null, period, max, scope }: CreateEarningCapInput,
  program: Program,
): CapSettings {
  requireName(name, 'name');
  const named = currencyOf(program, currencyCode ?? null);
  if ('refusal' in named) throw new Refused(named.refusal);
  if (scope === 'PROGRAM' && period === 'ACTIVITY')
    throw new Refused(invalid('A limit on one activity is no limit of all members together; give MEMBER, or another period.', 'scope'));
  if (max < 0) throw new Refused(invalid('max is 0 or more.', 'max'));
  const rule = ruleId === null ? null : localId('earningRule', ruleId);
  const isKnown = rule === null || program.settings.earningRules.some((each) => each.id === rule && each.currency === named.currency.id);
  if ((ruleId !== null && rule === null) || !isKnown)
    throw new Refused(invalid('There is no earning rule with this id that gives this currency.', 'ruleId'));
  return { id: newUuid(), name, currency: named.currency.id, rule, period, max, ...(scope === 'PROGRAM' && { scope }) };
}
