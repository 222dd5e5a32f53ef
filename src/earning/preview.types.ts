import { Field, ObjectType } from 'type-graphql';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { JournalEntry } from '../journal/journal.types.js';
import { PointsAward } from './cap.types.js';

@ObjectType({
  implements: Payload,
  description: 'What an activity would do now. Nothing was written; whoever comes in between may change it.',
})
@ReadableWithParent()
export class PreviewActivityPayload extends Payload {
  @Field(() => [JournalEntry], {
    description:
      'The entries that recordActivity would post, in order, each with its changes and explanation: what falls due before it, its own, and what follows from it. Their ids name nothing yet. Empty when it would be refused.',
  })
  entries!: JournalEntry[];
  @Field(() => [PointsAward], { description: 'What it would earn, and what caps would make of that.' })
  awards!: PointsAward[];
}
