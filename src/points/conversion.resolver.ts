import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { localId, newUuid } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { requireName } from '../graphql/require-name.js';
import { invalid } from '../graphql/user-error.types.js';
import type { Program } from '../programs/program.js';
import { publish } from '../programs/publish.js';
import {
  ConvertPointsInput,
  CreatePointConversionInput,
  CreatePointConversionPayload,
  DeletePointConversionInput,
  DeletePointConversionPayload,
  pointConversion,
} from './conversion.types.js';
import { CONVERT_POINTS, type ConversionSettings } from './convert-points.js';
import { currencyOf, spendableCurrency } from './currency.js';
import { PointsPayload } from './points.types.js';
import { pointsPayload, refuseAmount } from './points-command.js';

const CONVERSIONS_MAX = 20;

@Resolver()
export class ConversionResolver {
  @Mutation(() => PointsPayload, {
    nullable: true,
    description:
      'Converts points of one currency into another, in whole steps; the rest stays. What comes of it expires as points that are earned now. The payload shows the wallet that gave. Scope points:write.',
  })
  @Requires('points:write')
  convertPoints(
    @Ctx() context: Context,
    @Arg('input', () => ConvertPointsInput, { description: 'What to convert.' }) sent: ConvertPointsInput,
  ) {
    const { member, idempotencyKey, amount = null } = sent;
    const conversion = localId('pointConversion', sent.conversion);
    return pointsPayload(
      context,
      refuseAmount(amount === null || amount > 0) ??
        (conversion ? undefined : invalid('This is no id of a conversion.', 'conversion')) ?? {
          ...{ type: CONVERT_POINTS, member, idempotencyKey, readsLots: true, input: { conversion, amount }, sent },
        },
    );
  }

  @Mutation(() => CreatePointConversionPayload, { nullable: true, description: 'Adds a rate between two currencies. Scope program:write.' })
  @Requires('program:write')
  createPointConversion(
    @Ctx() context: Context,
    @Arg('input', () => CreatePointConversionInput, { description: 'The rate.' }) input: CreatePointConversionInput,
  ) {
    return attempt(async () => {
      let made: ConversionSettings | undefined;
      const { settings } = await publish(context, 'conversions', (before, program) => {
        const conversions = before.conversions ?? [];
        if (conversions.length >= CONVERSIONS_MAX) throw new Refused(invalid(`A programme has at most ${CONVERSIONS_MAX} conversions.`));
        made = conversionSettings(input, program);
        return { ...before, conversions: [...conversions, made] };
      });
      return { pointConversion: made ? pointConversion(made, settings) : null };
    });
  }

  @Mutation(() => DeletePointConversionPayload, { nullable: true, description: 'Takes a rate away, from now on. Scope program:write.' })
  @Requires('program:write')
  deletePointConversion(
    @Ctx() context: Context,
    @Arg('input', () => DeletePointConversionInput, { description: 'Which.' }) { id }: DeletePointConversionInput,
  ) {
    return attempt(async () => {
      const uuid = localId('pointConversion', id);
      await publish(context, 'conversions', (settings) => {
        const conversions = settings.conversions ?? [];
        if (!conversions.some((each) => each.id === uuid))
          throw new Refused(invalid('There is no such conversion in the programme.', 'id'));
        return { ...settings, conversions: conversions.filter((each) => each.id !== uuid) };
      });
      return { id };
    });
  }
}

/** @throws Refused naming what cannot be used */
function conversionSettings({ name, fromCurrencyCode, toCurrencyCode, step, gives }: CreatePointConversionInput, program: Program) {
  requireName(name, 'name');
  const [from, to] = [spendableCurrency(program, fromCurrencyCode), currencyOf(program, toCurrencyCode)];
  if ('refusal' in from) throw new Refused({ ...from.refusal, path: ['fromCurrencyCode'] });
  if ('refusal' in to) throw new Refused({ ...to.refusal, path: ['toCurrencyCode'] });
  if (from.currency.id === to.currency.id) throw new Refused(invalid('A conversion is between two currencies.', 'toCurrencyCode'));
  for (const [field, value] of Object.entries({ step, gives })) if (value <= 0) throw new Refused(invalid(`${field} is above 0.`, field));
  return { id: newUuid(), name, from: from.currency.id, to: to.currency.id, step, gives };
}
