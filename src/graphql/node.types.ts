import { Field, ID, InterfaceType } from 'type-graphql';
import { ReadableWithParent } from './policy.js';

@InterfaceType({ description: 'Anything with an id of its own (Relay).' })
@ReadableWithParent()
export abstract class Node {
  @Field(() => ID, { description: 'Global, opaque, stable for ever.' })
  id!: string;
}
