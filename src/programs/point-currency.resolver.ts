import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { localId, newUuid } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { requireName } from '../graphql/require-name.js';
import { invalid } from '../graphql/user-error.types.js';
import {
  CreatePointCurrencyInput,
  CreatePointCurrencyPayload,
  pointCurrency,
  UpdatePointCurrencyInput,
  UpdatePointCurrencyPayload,
} from './point-currency.types.js';
import { activationPolicy, expiryPolicy } from './point-policies.js';
import { publish } from './publish.js';
import type { PointCurrencySettings } from './settings.js';

@Resolver()
export class PointCurrencyResolver {
  @Mutation(() => CreatePointCurrencyPayload, { nullable: true, description: 'Adds a kind of points. Scope program:write.' })
  @Requires('program:write')
  createPointCurrency(
    @Ctx() context: Context,
    @Arg('input', () => CreatePointCurrencyInput, { description: 'The new currency.' }) input: CreatePointCurrencyInput,
  ) {
    return attempt(async () => {
      const { code, name, isSpendable, isQualifying, expiry, activation } = input;
      if (!/^[A-Z0-9_]{1,16}$/.test(code)) throw new Refused(invalid('A code has 1 to 16 letters A-Z, digits and _.', 'code'));
      requireName(name, 'name');
      const currency: PointCurrencySettings = {
        id: newUuid(),
        code,
        name,
        isSpendable: isSpendable ?? true,
        isQualifying: isQualifying ?? false,
        expiry: expiryPolicy(expiry),
        ...(activation && { activation: activationPolicy(activation) }),
      };
      await publish(context, 'pointCurrencies', (settings) => {
        if (settings.pointCurrencies.some((other) => other.code === code))
          throw new Refused(invalid(`There is a point currency ${code} already.`, 'code'));
        return { ...settings, pointCurrencies: [...settings.pointCurrencies, currency] };
      });
      return { pointCurrency: pointCurrency(currency) };
    });
  }

  @Mutation(() => UpdatePointCurrencyPayload, {
    nullable: true,
    description:
      'Changes the name of a kind of points, or when its points expire or become spendable, from now on. Points that are there keep their instants. Scope program:write.',
  })
  @Requires('program:write')
  updatePointCurrency(
    @Ctx() context: Context,
    @Arg('input', () => UpdatePointCurrencyInput, { description: 'What to change.' }) input: UpdatePointCurrencyInput,
  ) {
    return attempt(async () => {
      const { name, expiry, activation } = input;
      const id = localId('pointCurrency', input.id);
      if (name != null) requireName(name, 'name');
      const changes = {
        ...(name != null && { name }),
        ...(expiry && { expiry: expiryPolicy(expiry) }),
        ...(activation && { activation: activationPolicy(activation) }),
      };
      const { settings } = await publish(context, 'pointCurrencies', (before) => {
        if (!before.pointCurrencies.some((each) => each.id === id))
          throw new Refused(invalid('There is no such point currency in the programme.', 'id'));
        const pointCurrencies = before.pointCurrencies.map((each) => (each.id === id ? { ...each, ...changes } : each));
        return { ...before, pointCurrencies };
      });
      const currency = settings.pointCurrencies.find((each) => each.id === id);
      return { pointCurrency: currency ? pointCurrency(currency) : null };
    });
  }
}
