import { Field, Int, ObjectType } from 'type-graphql';
import { ReadableWithParent } from './policy.js';
import { DateTime } from './scalars.js';

@ObjectType({ description: 'What the caller may still spend. Every answer also carries it, in extensions.cost.' })
@ReadableWithParent()
export class RateLimit {
  @Field(() => Int, { description: 'Cost points a minute on this process.' })
  limit!: number;
  @Field(() => Int, { description: 'Cost points left until resetAt; this request is already taken off.' })
  remaining!: number;
  @Field(() => DateTime, { description: 'When remaining is limit again.' })
  resetAt!: Date;
}
