import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { globalId, parseEntryId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import { PointsPayload } from '../points/points.types.js';
import { pointsPayload } from '../points/points-command.js';
import { ACTIVATE_POINTS, CANCEL_POINTS } from './end-pending.js';
import { EndPendingInput } from './pending.types.js';

@Resolver()
export class PendingResolver {
  @Mutation(() => PointsPayload, {
    nullable: true,
    description: 'Makes the pending points of an activity spendable now, whatever they wait for. Scope activities:write.',
  })
  @Requires('activities:write')
  activatePoints(@Ctx() context: Context, @Arg('input', () => EndPendingInput, { description: 'Which.' }) input: EndPendingInput) {
    return end(context, ACTIVATE_POINTS, input);
  }

  @Mutation(() => PointsPayload, { nullable: true, description: 'Takes the pending points of an activity away. Scope activities:write.' })
  @Requires('activities:write')
  cancelPoints(@Ctx() context: Context, @Arg('input', () => EndPendingInput, { description: 'Which.' }) input: EndPendingInput) {
    return end(context, CANCEL_POINTS, input);
  }
}

function end(context: Context, type: string, sent: EndPendingInput): Promise<PointsPayload> {
  const key = sent.activity.startsWith('act_') ? parseEntryId(sent.activity) : null;
  return pointsPayload(
    context,
    key
      ? {
          ...{ type, member: { id: globalId('member', key.streamUuid) }, idempotencyKey: sent.idempotencyKey },
          ...{ refersTo: key.number, input: { activity: key.number }, sent },
        }
      : invalid('This is no id of an activity.', 'activity'),
  );
}
