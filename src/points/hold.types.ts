import { Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';
import { entryId, globalId } from '../graphql/global-id.js';
import { IDEMPOTENCY_KEY } from '../graphql/idempotency-key.js';
import { Node } from '../graphql/node.types.js';
import { Payload } from '../graphql/payload.types.js';
import { ReadableWithParent } from '../graphql/policy.js';
import { DateTime, Points } from '../graphql/scalars.js';
import { MemberRef } from '../members/member.types.js';
import { PointCurrency, pointCurrency } from '../programs/point-currency.types.js';
import type { Program } from '../programs/program.js';
import type { Hold } from './hold.js';
import { sumOf } from './lot-parts.js';
import { PointsPayload } from './points.types.js';

export enum HoldStatusType {
  OPEN = 'OPEN',
  CAPTURED = 'CAPTURED',
  RELEASED = 'RELEASED',
  TIMED_OUT = 'TIMED_OUT',
}
registerEnumType(HoldStatusType, {
  name: 'HoldStatus',
  description: 'What became of a hold.',
  valuesConfig: {
    OPEN: { description: 'It can be captured or released.' },
    CAPTURED: { description: 'It was captured to its end; what was not captured went back.' },
    RELEASED: { description: 'It was released; what was not captured before went back.' },
    TIMED_OUT: { description: 'Nobody ended it in time; what was not captured before went back.' },
  },
});

@ObjectType('Hold', {
  implements: Node,
  description: 'Points set aside for a checkout. They cannot be spent otherwise, and do not expire meanwhile.',
})
@ReadableWithParent()
export class HoldType extends Node {
  @Field(() => ID, { description: 'Whose points they are.' })
  memberId!: string;
  @Field(() => PointCurrency, { nullable: true, description: 'The kind of points; null where the programme has it no longer.' })
  pointCurrency!: PointCurrency | null;
  @Field(() => HoldStatusType, { description: 'What became of it.' })
  status!: HoldStatusType;
  @Field(() => Points, { description: 'Points still set aside; 0 once it ended.' })
  remaining!: number;
  @Field(() => Points, { description: 'Points that were captured so far.' })
  captured!: number;
  @Field(() => DateTime, { description: 'When it times out, if nobody ends it before.' })
  expiresAt!: Date;
  @Field(() => ID, { nullable: true, description: 'The entry that ended it; null while it is open.' })
  endedBy!: string | null;
}

export const holdType = (streamId: string, of: number, hold: Hold, program: Program): HoldType => {
  const currency = program.currency(hold.currency);
  return Object.assign(new HoldType(), {
    id: entryId('member', streamId, of, 'hld'),
    memberId: globalId('member', streamId),
    pointCurrency: currency ? pointCurrency(currency) : null,
    status: hold.status as HoldStatusType,
    remaining: sumOf(hold.parts),
    captured: hold.captured,
    expiresAt: new Date(hold.expiresAt),
    endedBy: hold.endedBy === null ? null : entryId('member', streamId, hold.endedBy),
  });
};

@InputType({ description: 'Points to set aside.' })
export class HoldPointsInput {
  @Field(() => MemberRef, { description: 'Whose points.' })
  member!: MemberRef;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => Points, { description: 'How many; above 0. All or nothing.' })
  amount!: number;
  @Field(() => String, { nullable: true, description: 'Code of the point currency; may be left out when there is only one.' })
  currencyCode?: string | null;
  @Field(() => String, { nullable: true, description: 'What for; kept in the journal, so no personal data. At most 255 characters.' })
  reason?: string | null;
  @Field(() => Int, {
    nullable: true,
    description: 'When it times out by itself, in seconds from now: 1 to 2592000 (30 days); 900 (15 minutes) when left out.',
  })
  timeoutSeconds?: number | null;
}

@InputType({ description: 'A hold to spend from.' })
export class CaptureHoldInput {
  @Field(() => ID, { description: 'The hold.' })
  hold!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
  @Field(() => Points, { nullable: true, description: 'How many points to spend, at most what is left; all that is left when left out.' })
  amount?: number | null;
  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the rest goes back now; true when left out. false keeps it set aside for another capture.',
  })
  isFinal?: boolean | null;
}

@InputType({ description: 'A hold to give up.' })
export class ReleaseHoldInput {
  @Field(() => ID, { description: 'The hold.' })
  hold!: string;
  @Field(() => String, { description: IDEMPOTENCY_KEY })
  idempotencyKey!: string;
}

@ObjectType('HoldPayload', { implements: Payload, description: 'What became of the hold.' })
@ReadableWithParent()
export class HoldPayload extends PointsPayload {
  /** The hold that it is about; null when refused. */
  held!: { readonly streamId: string; readonly of: number } | null;
}
