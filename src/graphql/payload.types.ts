import { Field, InterfaceType } from 'type-graphql';
import { ReadableWithParent } from './policy.js';
import { UserError } from './user-error.types.js';

@InterfaceType({ description: 'What every mutation gives back beside its own thing.' })
@ReadableWithParent()
export abstract class Payload {
  @Field(() => [UserError], { description: 'Why nothing was done; empty when it was.' })
  errors!: UserError[];
}
