import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { Cost } from '../graphql/cost-declaration.js';
import { globalId } from '../graphql/global-id.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { JSONObject } from '../graphql/scalars.js';
import type { ProgramSettings } from '../programs/settings.js';
import { segmentUsers } from './asked.js';
import { printCondition } from './print-condition.js';
import type { SegmentSettings } from './segment.js';
import { SegmentConditionInput } from './segment-input.types.js';

@ObjectType('Segment', {
  implements: Node,
  description:
    'Members of whom a saved condition is true. Nobody is put into it: who is in it is found out each time it is asked, at what counts as now. Only active members are.',
})
@ReadableWithParent()
@Cost({ listSize: 10 })
export class SegmentType extends Node {
  @Field(() => String, { description: 'Name for people, unique in the programme.' })
  name!: string;
  @Field(() => Int, { description: 'From 1; each change makes the next.' })
  version!: number;
  @Field(() => JSONObject, { description: 'The condition, in the form of a SegmentConditionInput.' })
  condition!: Record<string, unknown>;
  @Field(() => [String], { description: 'What asks about it, for people. While there is anything, it cannot be deleted.' })
  usedBy!: string[];
}

/** What asks about a segment, for people. */
export const usersOf = (segment: string, settings: ProgramSettings): string[] =>
  segmentUsers(settings).flatMap(({ what, segments }) => (segments.includes(segment) ? [what] : []));

export const segmentType = ({ id, name, version, condition }: SegmentSettings, settings: ProgramSettings): SegmentType =>
  Object.assign(new SegmentType(), {
    id: globalId('segment', id),
    name,
    version,
    condition: printCondition(condition, settings),
    usedBy: usersOf(id, settings),
  });

@InputType({ description: 'A new segment; at most 100 a programme.' })
export class CreateSegmentInput {
  @Field(() => String, { description: 'Name for people; at most 255 characters, unique in the programme.' })
  name!: string;
  @Field(() => SegmentConditionInput, { description: 'What is true of its members.' })
  condition!: SegmentConditionInput;
}

@InputType({ description: 'Changes to a segment. What is left out stays as it is.' })
export class UpdateSegmentInput {
  @Field(() => ID, { description: 'The segment.' })
  id!: string;
  @Field(() => String, { nullable: true, description: 'Name for people; at most 255 characters, unique in the programme.' })
  name?: string | null;
  @Field(() => SegmentConditionInput, { nullable: true, description: 'What is true of its members.' })
  condition?: SegmentConditionInput | null;
}

@InputType({ description: 'A segment that is not needed any more.' })
export class DeleteSegmentInput {
  @Field(() => ID, { description: 'The segment.' })
  id!: string;
}

@ObjectType({ implements: Payload, description: 'A segment after the change.' })
@ReadableWithParent()
export class SegmentPayload extends Payload {
  @Field(() => SegmentType, { nullable: true, description: 'The segment; null when refused.' })
  segment!: SegmentType | null;
}

@ObjectType({ implements: Payload, description: 'A segment that was deleted.' })
@ReadableWithParent()
export class DeleteSegmentPayload extends Payload {
  @Field(() => ID, { nullable: true, description: 'Its id; null when refused.' })
  id!: string | null;
}
