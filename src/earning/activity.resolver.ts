import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { badInput } from '../graphql/errors.js';
import { globalId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { userError } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import { journalEntry } from '../journal/entry-view.js';
import { ActivityEntry } from '../journal/journal.types.js';
import type { StoredEntry } from '../journal/stored-entry.js';
import { type Given, giveCommand, giveCommands, type MemberCommand } from '../members/give-command.js';
import { ownEntry } from '../members/own-entry.js';
import type { Program } from '../programs/program.js';
import {
  ActivityType,
  activityType,
  RecordActivitiesInput,
  RecordActivitiesPayload,
  RecordActivityInput,
  RecordActivityPayload,
} from './activity.types.js';
import { type Earned, earnedPoints } from './attribution.js';
import { AppliedPromotion, CapLimit, DeclinedPromotion, PointsAward, type PromotionDeclineReason } from './cap.types.js';
import { parseActivity } from './parse-activity.js';
import { RECORD_ACTIVITY } from './record-activity.js';

const BULK_MAX = 500;

@Resolver()
export class ActivityResolver {
  @Mutation(() => RecordActivityPayload, {
    nullable: true,
    description: 'Records an activity with all that it earns. Scope activities:write.',
  })
  @Requires('activities:write')
  async recordActivity(
    @Ctx() context: Context,
    @Arg('input', () => RecordActivityInput, { description: 'The activity.' }) input: RecordActivityInput,
  ) {
    const program = await context.program();
    return payload(await giveCommand(context, command(input, program)));
  }

  @Mutation(() => RecordActivitiesPayload, {
    nullable: true,
    description: 'Records up to 500 activities, an outcome for each. Scope activities:write.',
  })
  @Requires('activities:write')
  async recordActivities(
    @Ctx() context: Context,
    @Arg('input', () => RecordActivitiesInput, { description: 'The activities.' }) { activities }: RecordActivitiesInput,
  ) {
    if (activities.length > BULK_MAX) throw badInput(`At most ${BULK_MAX} activities a call; ${activities.length} were sent.`);
    const program = await context.program();
    const given = await giveCommands(
      context,
      activities.map((input) => command(input, program)),
    );
    return { outcomes: given.map(payload) };
  }
}

@Resolver(() => ActivityEntry)
export class ActivityEntryResolver {
  @FieldResolver(() => ActivityType, { description: 'The activity that it recorded.' })
  async activity(@Root() { stored }: ActivityEntry, @Ctx() context: Context): Promise<ActivityType> {
    return activityType(stored, await context.program());
  }
}

/** A call of 500 activities makes only what it asks for. */
@Resolver(() => RecordActivityPayload)
export class RecordActivityPayloadResolver {
  @FieldResolver(() => ActivityType, { nullable: true, description: 'The activity; null when refused.' })
  async activity(@Root() { given }: RecordActivityPayload, @Ctx() context: Context): Promise<ActivityType | null> {
    return 'refusal' in given.outcome ? null : activityType(await ownEntry(context, given), await context.program());
  }

  @FieldResolver(() => [PointsAward], {
    description: 'What it earned, and what caps made of that; empty when it earned nothing or was refused.',
  })
  async awards(@Root() { given }: RecordActivityPayload, @Ctx() context: Context): Promise<PointsAward[]> {
    return 'refusal' in given.outcome ? [] : awardsOf(await ownEntry(context, given), await context.program());
  }

  @FieldResolver(() => ActivityEntry, { nullable: true, description: 'The journal entry that recorded it; null when refused.' })
  async entry(@Root() { given }: RecordActivityPayload, @Ctx() context: Context): Promise<ActivityEntry | null> {
    return 'refusal' in given.outcome ? null : (journalEntry(await ownEntry(context, given), await context.program()) as ActivityEntry);
  }
}

/** Awards as the entry of an activity keeps them. */
function awardsOf({ data }: StoredEntry, program: Program): PointsAward[] {
  return ((data.because ?? []) as readonly Earned[]).map((earned) => {
    const granted = earnedPoints(earned);
    const limits = (earned.caps ?? []).filter((cap) => cap.granted < cap.requested);
    const limitedBy = limits.map(({ cap, promotion, name, requested, granted: given }) =>
      Object.assign(new CapLimit(), {
        capId: promotion === undefined ? globalId('earningCap', cap) : globalId('promotion', promotion),
        ...{ name, requested, granted: given },
      }),
    );
    const promotions = earned.shares.flatMap((share) => {
      if (!('promotion' in share)) return [];
      const { promotion, version, name, formula, points } = share;
      return [Object.assign(new AppliedPromotion(), { promotionId: globalId('promotion', promotion), version, name, formula, points })];
    });
    const declinedPromotions = (earned.declined ?? []).map(({ promotion, version, name, reason, instead }) =>
      Object.assign(new DeclinedPromotion(), {
        promotionId: globalId('promotion', promotion),
        ...{ version, name, reason: reason as PromotionDeclineReason },
        insteadId: instead === undefined ? null : globalId('promotion', instead),
      }),
    );
    const currencyCode = program.currencyCode(earned.currency);
    return Object.assign(new PointsAward(), {
      currencyCode,
      requested: earned.requested ?? granted,
      granted,
      limitedBy,
      promotions,
      declinedPromotions,
    });
  });
}

function payload(given: Given): RecordActivityPayload {
  const { outcome } = given;
  const errors = 'refusal' in outcome ? [userError(outcome.refusal)] : [];
  return Object.assign(new RecordActivityPayload(), { errors, replayed: outcome.replayed, given });
}

function command(input: RecordActivityInput, program: Program): MemberCommand | Refusal {
  const activity = parseActivity(input, program);
  if ('code' in activity) return activity;
  const { member, idempotencyKey, externalId = null, effectiveAt } = input;
  return { type: RECORD_ACTIVITY, member, idempotencyKey, effectiveAt, externalId, input: activity, asksSegments: true, sent: input };
}
