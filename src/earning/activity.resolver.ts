import { Arg, Ctx, FieldResolver, Mutation, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { badInput } from '../graphql/errors.js';
import { Requires } from '../graphql/policy.js';
import { userError } from '../graphql/user-error.types.js';
import { journalEntry } from '../journal/entry-view.js';
import { ActivityEntry } from '../journal/journal.types.js';
import { type Given, giveCommand, giveCommands } from '../members/give-command.js';
import { ownEntry } from '../members/own-entry.js';
import {
  ActivityType,
  activityType,
  RecordActivitiesInput,
  RecordActivitiesPayload,
  RecordActivityInput,
  RecordActivityPayload,
} from './activity.types.js';
import { awardsOf } from './awards-view.js';
import { PointsAward } from './cap.types.js';
import { activityCommand } from './parse-activity.js';

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
    return payload(await giveCommand(context, activityCommand(input, program)));
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
      activities.map((input) => activityCommand(input, program)),
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

function payload(given: Given): RecordActivityPayload {
  const { outcome } = given;
  const errors = 'refusal' in outcome ? [userError(outcome.refusal)] : [];
  return Object.assign(new RecordActivityPayload(), { errors, replayed: outcome.replayed, given });
}
