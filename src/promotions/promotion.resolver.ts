import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { sharedKey } from '../earning/cap-counts.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { requireName } from '../graphql/require-name.js';
import { invalid } from '../graphql/user-error.types.js';
import type { Program } from '../programs/program.js';
import { publish } from '../programs/publish.js';
import { changedPromotion, newPromotion } from './parse-promotion.js';
import { type PromotionSettings, STACK_ALL } from './promotion.js';
import { moneyOf, PromotionStatus, PromotionType, PromotionUse, promotionType, stackingPolicy } from './promotion.types.js';
import { budgetPoints, costOf } from './promotion-caps.js';
import {
  CreatePromotionInput,
  PromotionPayload,
  PromotionStatusInput,
  SetPromotionStackingInput,
  SetPromotionStackingPayload,
  UpdatePromotionInput,
} from './promotion-input.types.js';

const PRESENT_MAX = 100;
const PROMOTIONS_MAX = 1_000;
const GROUPS_MAX = 100;

@Resolver(() => PromotionType)
export class PromotionResolver {
  @Query(() => [PromotionType], {
    nullable: true,
    description: 'Promotions of the programme, oldest first; without the archived ones unless these are asked for. Scope program:read.',
  })
  @Requires('program:read')
  async promotions(
    @Ctx() context: Context,
    @Arg('status', () => PromotionStatus, { nullable: true, description: 'Only those; all that are not archived when left out.' })
    status?: PromotionStatus | null,
  ): Promise<PromotionType[]> {
    const { settings } = await context.program();
    return (settings.promotions ?? [])
      .filter((each) => (status ? each.status === status : each.status !== 'ARCHIVED'))
      .map((each) => promotionType(each, settings));
  }

  @Mutation(() => PromotionPayload, { nullable: true, description: 'Adds a promotion; it counts from now on. Scope program:write.' })
  @Requires('program:write')
  createPromotion(
    @Ctx() context: Context,
    @Arg('input', () => CreatePromotionInput, { description: 'The promotion.' }) input: CreatePromotionInput,
  ) {
    return changed(context, null, (_, program) => {
      const { promotions = [] } = program.settings;
      if (promotions.filter(({ status }) => status !== 'ARCHIVED').length >= PRESENT_MAX)
        throw new Refused(invalid(`A programme has at most ${PRESENT_MAX} promotions; archive those that are over.`));
      if (promotions.length >= PROMOTIONS_MAX)
        throw new Refused(invalid(`A programme has at most ${PROMOTIONS_MAX} promotions, with the archived ones.`));
      return newPromotion(input, program);
    });
  }

  @Mutation(() => PromotionPayload, {
    nullable: true,
    description: 'Changes a promotion, from now on: it gets the next version. What was used of its budget stays used. Scope program:write.',
  })
  @Requires('program:write')
  updatePromotion(
    @Ctx() context: Context,
    @Arg('input', () => UpdatePromotionInput, { description: 'What to change.' }) input: UpdatePromotionInput,
  ) {
    return changed(context, input.id, (before, program) => changedPromotion(before, input, program));
  }

  @Mutation(() => PromotionPayload, { nullable: true, description: 'Stops a promotion until it is resumed. Scope program:write.' })
  @Requires('program:write')
  pausePromotion(
    @Ctx() context: Context,
    @Arg('input', () => PromotionStatusInput, { description: 'Which.' }) { id }: PromotionStatusInput,
  ) {
    return changed(context, id, (before) => withStatus(before, 'PAUSED'));
  }

  @Mutation(() => PromotionPayload, { nullable: true, description: 'Lets a paused promotion count again. Scope program:write.' })
  @Requires('program:write')
  resumePromotion(
    @Ctx() context: Context,
    @Arg('input', () => PromotionStatusInput, { description: 'Which.' }) { id }: PromotionStatusInput,
  ) {
    return changed(context, id, (before) => withStatus(before, 'ACTIVE'));
  }

  @Mutation(() => PromotionPayload, {
    nullable: true,
    description:
      'Ends a promotion for good. Points that it gave stay, and are returned with their purchases as before. Scope program:write.',
  })
  @Requires('program:write')
  archivePromotion(
    @Ctx() context: Context,
    @Arg('input', () => PromotionStatusInput, { description: 'Which.' }) { id }: PromotionStatusInput,
  ) {
    return changed(context, id, (before) => withStatus(before, 'ARCHIVED'));
  }

  @Mutation(() => SetPromotionStackingPayload, {
    nullable: true,
    description: 'Says which of several promotions of a group apply to an activity, from now on. Scope program:write.',
  })
  @Requires('program:write')
  setPromotionStacking(
    @Ctx() context: Context,
    @Arg('input', () => SetPromotionStackingInput, { description: 'The group, and how.' })
    { group = null, stacking }: SetPromotionStackingInput,
  ) {
    return attempt(async () => {
      if (group !== null) requireName(group, 'group');
      const { settings } = await publish(context, 'promotionStacking', (before) => {
        const policy = before.promotionStacking ?? STACK_ALL;
        if (group === null) return { ...before, promotionStacking: { ...policy, stacking } };
        const groups = { ...policy.groups, [group]: stacking };
        if (Object.keys(groups).length > GROUPS_MAX) throw new Refused(invalid(`At most ${GROUPS_MAX} groups.`, 'group'));
        return { ...before, promotionStacking: { ...policy, groups } };
      });
      return { promotionStacking: stackingPolicy(settings.promotionStacking) };
    });
  }

  @FieldResolver(() => PromotionUse, {
    nullable: true,
    description: 'What was used of its budget by now; null where it has none, and for callers without scope program:read.',
  })
  async used(@Root() { id }: PromotionType, @Ctx() context: Context): Promise<PromotionUse | null> {
    const found = await usedOf(context, id);
    if (!found) return null;
    const { promotion, points, settings } = found;
    return Object.assign(new PromotionUse(), { points, money: moneyOf(costOf(promotion, points, settings.currencyCode), settings) });
  }

  @FieldResolver(() => PromotionUse, {
    nullable: true,
    description: 'What is left of its budget: points that it can still give, and what those cost; null where `used` is.',
  })
  async remaining(@Root() { id }: PromotionType, @Ctx() context: Context): Promise<PromotionUse | null> {
    const found = await usedOf(context, id);
    if (!found) return null;
    const { promotion, settings } = found;
    const points = Math.max(0, (budgetPoints(promotion, settings.currencyCode) as number) - found.points);
    return Object.assign(new PromotionUse(), { points, money: moneyOf(costOf(promotion, points, settings.currencyCode), settings) });
  }
}

/** How many points of its budget a promotion gave; null where nothing is counted, or the caller may not know. */
async function usedOf(context: Context, id: string) {
  if (!context.actor?.scopes.has('program:read')) return null;
  const { settings } = await context.program();
  const promotion = settings.promotions?.find((each) => each.id === localId('promotion', id));
  if (!promotion || budgetPoints(promotion, settings.currencyCode) === null) return null;
  return { promotion, settings, points: await context.sharedUse.load(sharedKey(promotion, 0)) };
}

function withStatus(before: PromotionSettings, status: PromotionSettings['status']): PromotionSettings {
  return before.status === status ? before : { ...before, version: before.version + 1, status };
}

/** Puts a promotion in force, in the place of the one that is named. */
const changed = (context: Context, id: string | null, change: (before: PromotionSettings, program: Program) => PromotionSettings) =>
  attempt(async () => {
    let made: PromotionSettings | undefined;
    const { settings } = await publish(context, 'promotions', (all, program) => {
      const { promotions = [] } = all;
      const before = id === null ? undefined : promotions.find((each) => each.id === localId('promotion', id));
      if (id !== null && !before) throw new Refused(invalid('There is no such promotion in the programme.', 'id'));
      if (before?.status === 'ARCHIVED') throw new Refused(invalid('This promotion is archived, for good. Make a new one.', 'id'));
      const after = change(before as PromotionSettings, program);
      made = after;
      return { ...all, promotions: before ? promotions.map((each) => (each === before ? after : each)) : [...promotions, after] };
    });
    return { promotion: made ? promotionType(made, settings) : null };
  });
