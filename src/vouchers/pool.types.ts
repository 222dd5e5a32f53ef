import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { Cost } from '../graphql/cost-declaration.js';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Points } from '../graphql/scalars.js';
import type { ProgramSettings } from '../programs/settings.js';
import type { VoucherPoolSettings } from './pool.js';
import { VoucherTermsInput, VoucherTermsType, voucherTerms } from './terms.types.js';

export enum VoucherPoolUse {
  REWARDS = 'REWARDS',
  OPEN = 'OPEN',
}
registerEnumType(VoucherPoolUse, {
  name: 'VoucherPoolUse',
  description: 'How codes of a pool come to people.',
  valuesConfig: {
    REWARDS: { description: 'Rewards hand them out. None is valid before it was handed out.' },
    OPEN: { description: 'You hand them out yourself. Each is valid as it is.' },
  },
});

@ObjectType('VoucherPool', { implements: Node, description: 'A stock of voucher codes, imported or generated ahead.' })
@ReadableWithParent()
export class VoucherPoolType extends Node {
  @Field(() => String, { description: 'Name for people.' })
  name!: string;
  @Field(() => VoucherTermsType, { description: 'What its codes are good for.' })
  terms!: VoucherTermsType;
  @Field(() => VoucherPoolUse, { description: 'How its codes come to people.' })
  use!: VoucherPoolUse;
  @Field(() => DateTime, { nullable: true, description: 'When its codes end, exclusive; null: never, unless the redemption does.' })
  expiresAt!: Date | null;
  @Field(() => Points, { nullable: true, description: 'VOUCHER_POOL_LOW is noted when a redemption leaves exactly so many; null: never.' })
  warnAt!: number | null;

  pool!: string;
}

export const voucherPool = ({ id, name, terms, use, expiresAt, warnAt }: VoucherPoolSettings, settings: ProgramSettings): VoucherPoolType =>
  Object.assign(new VoucherPoolType(), {
    id: globalId('voucherPool', id),
    ...{ name, warnAt, pool: id },
    terms: voucherTerms(terms, settings),
    use: use as VoucherPoolUse,
    expiresAt: expiresAt === null ? null : new Date(expiresAt),
  });

@InputType({ description: 'A new pool; at most 100 a programme.' })
export class CreateVoucherPoolInput {
  @Field(() => String, { description: 'Name for people, 1 to 255 characters.' })
  name!: string;
  @Field(() => VoucherTermsInput, { description: 'What its codes are good for.' })
  terms!: VoucherTermsInput;
  @Field(() => VoucherPoolUse, { description: 'How its codes come to people. It cannot be changed later.' })
  use!: VoucherPoolUse;
  @Field(() => DateTime, { nullable: true, description: 'When its codes end, exclusive; never when left out.' })
  expiresAt?: Date | null;
  @Field(() => Points, {
    nullable: true,
    description: 'VOUCHER_POOL_LOW is noted when a redemption leaves exactly so many; never when left out.',
  })
  warnAt?: number | null;
}

@InputType({ description: 'Codes for a pool.' })
export class ImportVoucherCodesInput {
  @Field(() => ID, { description: 'The pool.' })
  pool!: string;
  @Field(() => [String], {
    description: 'The codes, at most 2000, of 4 to 64 characters each. Case, spaces and hyphens do not matter, and O is 0, I and L are 1.',
  })
  codes!: string[];
}

@InputType({ description: 'Codes to make for a pool.' })
export class GenerateVoucherCodesInput {
  @Field(() => ID, { description: 'The pool.' })
  pool!: string;
  @Field(() => Int, { description: 'How many, 1 to 2000.' })
  count!: number;
}

@ObjectType({ implements: Payload, description: 'The pool after the change.' })
@ReadableWithParent()
export class VoucherPoolPayload extends Payload {
  @Field(() => VoucherPoolType, { nullable: true, description: 'The pool; null when refused.' })
  voucherPool!: VoucherPoolType | null;
}

@ObjectType({ implements: Payload, description: 'What became of the codes.' })
@ReadableWithParent()
export class ImportVoucherCodesPayload extends Payload {
  @Field(() => VoucherPoolType, { nullable: true, description: 'The pool; null when refused.' })
  voucherPool!: VoucherPoolType | null;
  @Field(() => Int, { description: 'How many were added.' })
  added!: number;
  @Field(() => [Int], {
    description:
      'Places in the list, from 0, of codes that the programme has already, or that came earlier in the list. They were left out.',
  })
  @Cost({ listSize: 1 })
  duplicates!: number[];
}

@ObjectType({ implements: Payload, description: 'Codes that were made.' })
@ReadableWithParent()
export class GenerateVoucherCodesPayload extends Payload {
  @Field(() => VoucherPoolType, { nullable: true, description: 'The pool; null when refused.' })
  voucherPool!: VoucherPoolType | null;
  @Field(() => [String], { description: 'The codes of an OPEN pool. Empty when refused, and for REWARDS, where nobody needs to see them.' })
  @Cost({ listSize: 1 })
  codes!: string[];
}
