import { Field, ID, InputType, ObjectType } from 'type-graphql';
import { globalId } from '../graphql/global-id.js';
import { IDEMPOTENCY_KEY } from '../graphql/idempotency-key.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { Points } from '../graphql/scalars.js';
import { MemberRef } from '../members/member.types.js';
import type { ProgramSettings } from '../programs/settings.js';
import type { ConversionSettings } from './convert-points.js';

@ObjectType({ implements: Node, description: 'A rate at which points of one currency become points of another, in whole steps.' })
@ReadableWithParent()
export class PointConversion extends Node {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => String, { description: 'Code of the currency that is given.' })
  fromCurrencyCode!: string;
  @Field(() => String, { description: 'Code of the currency that is got.' })
  toCurrencyCode!: string;
  @Field(() => Points, { description: 'So many points of the one, a step, become `gives` points of the other.' })
  step!: number;
  @Field(() => Points, { description: 'Points of the other for each step.' })
  gives!: number;
}

export const pointConversion = (
  { id, name, from, to, step, gives }: ConversionSettings,
  { pointCurrencies }: ProgramSettings,
): PointConversion => {
  const codeOf = (currency: string) => pointCurrencies.find((each) => each.id === currency)?.code ?? currency;
  const own = { name, step, gives, fromCurrencyCode: codeOf(from), toCurrencyCode: codeOf(to) };
  return Object.assign(new PointConversion(), { id: globalId('pointConversion', id), ...own });
};

@InputType({ description: 'A new rate; at most 20 a programme.' })
export class CreatePointConversionInput {
  @Field(() => String, { description: 'Name for people; at most 255 characters.' })
  name!: string;
  @Field(() => String, { description: 'Code of the currency that is given; it must be spendable.' })
  fromCurrencyCode!: string;
  @Field(() => String, { description: 'Code of the currency that is got; another one.' })
  toCurrencyCode!: string;
  @Field(() => Points, { description: 'Points of a step; above 0.' })
  step!: number;
  @Field(() => Points, { description: 'Points that a step gives; above 0.' })
  gives!: number;
}

@InputType({ description: 'A rate that shall no longer be used.' })
export class DeletePointConversionInput {
  @Field(() => ID, { description: 'The conversion.' })
  id!: string;
}

@ObjectType({ implements: Payload, description: 'A new rate.' })
@ReadableWithParent()
export class CreatePointConversionPayload extends Payload {
  @Field(() => PointConversion, { nullable: true, description: 'The conversion; null when refused.' })
  pointConversion!: PointConversion | null;
}

@ObjectType({ implements: Payload, description: 'A rate that was taken away.' })
@ReadableWithParent()
export class DeletePointConversionPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Its id; null when refused.' })
  id!: string | null;
}

@InputType({ description: 'Points to convert.' })
export class ConvertPointsInput {
  @Field(() => MemberRef, { description: 'Whose points.' })
  member!: MemberRef;
  @Field(() => ID, { description: 'The conversion.' })
  conversion!: string;
  @Field(() => String, {
    description: IDEMPOTENCY_KEY,
  })
  idempotencyKey!: string;
  @Field(() => Points, {
    nullable: true,
    description: 'At most so many points are converted, in whole steps; what is left over stays. All that are active when left out.',
  })
  amount?: number | null;
}
