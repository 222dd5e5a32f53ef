import { Arg, Args, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { ConnectionArgs, connection, keysetPage } from '../graphql/connection.js';
import { Cost } from '../graphql/cost-declaration.js';
import { isUuid, localId, newUuid } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { requireName } from '../graphql/require-name.js';
import { invalid } from '../graphql/user-error.types.js';
import { MemberConnection, MemberType, memberType } from '../members/member.types.js';
import { publish } from '../programs/publish.js';
import type { ProgramSettings } from '../programs/settings.js';
import { membersOf } from './membership.js';
import { parseCondition } from './parse-condition.js';
import { SEGMENTS_MAX, type SegmentSettings } from './segment.js';
import {
  CreateSegmentInput,
  DeleteSegmentInput,
  DeleteSegmentPayload,
  SegmentPayload,
  SegmentType,
  segmentType,
  UpdateSegmentInput,
  usersOf,
} from './segment.types.js';

/** A look at every member of the programme. */
const SCAN_COST = 100;

@Resolver(() => SegmentType)
export class SegmentResolver {
  @Query(() => [SegmentType], { nullable: true, description: 'Segments of the programme, at most 100. Scope program:read.' })
  @Requires('program:read')
  async segments(@Ctx() context: Context): Promise<SegmentType[]> {
    const { settings } = await context.program();
    return (settings.segments ?? []).map((segment) => segmentType(segment, settings));
  }

  @Mutation(() => SegmentPayload, { nullable: true, description: 'Saves a condition under a name. Scope program:write.' })
  @Requires('program:write')
  createSegment(
    @Ctx() context: Context,
    @Arg('input', () => CreateSegmentInput, { description: 'The segment.' }) { name, condition }: CreateSegmentInput,
  ) {
    return changed(context, (settings, program) => {
      const segments = settings.segments ?? [];
      if (segments.length >= SEGMENTS_MAX) throw new Refused(invalid(`A programme has at most ${SEGMENTS_MAX} segments.`));
      refuseTaken(name, segments);
      return { id: newUuid(), version: 1, name, condition: parseCondition(condition, program) };
    });
  }

  @Mutation(() => SegmentPayload, {
    nullable: true,
    description: 'Changes a segment, for everything that asks about it, from now on. It gets the next version. Scope program:write.',
  })
  @Requires('program:write')
  updateSegment(
    @Ctx() context: Context,
    @Arg('input', () => UpdateSegmentInput, { description: 'What to change.' })
    { id, name = null, condition = null }: UpdateSegmentInput,
  ) {
    return changed(context, ({ segments = [] }, program) => {
      const before = named(id, segments);
      if (name !== null)
        refuseTaken(
          name,
          segments.filter((each) => each !== before),
        );
      return {
        ...before,
        version: before.version + 1,
        name: name ?? before.name,
        condition: condition ? parseCondition(condition, program) : before.condition,
      };
    });
  }

  @Mutation(() => DeleteSegmentPayload, {
    nullable: true,
    description: 'Deletes a segment that nothing asks about any more; else SegmentInUse says what does. Scope program:write.',
  })
  @Requires('program:write')
  deleteSegment(@Ctx() context: Context, @Arg('input', () => DeleteSegmentInput, { description: 'Which.' }) { id }: DeleteSegmentInput) {
    return attempt(async () => {
      await publish(context, 'segments', (settings) => {
        const { segments = [] } = settings;
        const segment = named(id, segments);
        const usedBy = usersOf(segment.id, settings);
        if (usedBy.length > 0) {
          const message = `This segment is used by ${usedBy.join(', ')}. Take it out there first.`;
          throw new Refused({ code: 'SEGMENT_IN_USE', message, path: ['id'], data: { usedBy } });
        }
        return { ...settings, segments: segments.filter((each) => each !== segment) };
      });
      return { id };
    });
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many members are in it, now; counted each time it is asked. null for callers without scope members:read.',
  })
  @Cost({ weight: SCAN_COST })
  async size(@Root() { id }: SegmentType, @Ctx() context: Context): Promise<number | null> {
    if (!context.actor?.scopes.has('members:read')) return null;
    const segment = await present(context, id);
    return segment && context.segments.sizes.load(segment);
  }

  @FieldResolver(() => MemberConnection, {
    nullable: true,
    description: 'Who is in it, now; oldest first. null for callers without scope members:read.',
  })
  @Cost({ weight: SCAN_COST })
  async members(@Root() { id }: SegmentType, @Ctx() context: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    if (!context.actor?.scopes.has('members:read')) return null;
    const page = keysetPage(args, isUuid);
    const segment = await present(context, id);
    const ids = segment ? await membersOf(context, await context.program(), segment, page) : [];
    return connection(page, ids, (member) => member, memberType);
  }
}

@Resolver(() => MemberType)
export class MemberSegmentsResolver {
  @FieldResolver(() => [SegmentType], {
    nullable: true,
    description: 'Segments that the member is in, now. null for callers without scope program:read.',
  })
  async segments(@Root() { memberId }: MemberType, @Ctx() context: Context): Promise<SegmentType[] | null> {
    if (!context.actor?.scopes.has('program:read')) return null;
    const { settings } = await context.program();
    return (await context.segments.ofMember.load(memberId)).map((segment) => segmentType(segment, settings));
  }
}

/** The segment as it is in force; null when it was deleted meanwhile. */
async function present(context: Context, id: string): Promise<SegmentSettings | null> {
  const { segments = [] } = (await context.program()).settings;
  return segments.find((each) => each.id === localId('segment', id)) ?? null;
}

/** @throws Refused when there is none */
function named(id: string, segments: readonly SegmentSettings[]): SegmentSettings {
  const segment = segments.find((each) => each.id === localId('segment', id));
  if (!segment) throw new Refused(invalid('There is no such segment in the programme.', 'id'));
  return segment;
}

/** @throws Refused unless it is a name that no other has */
function refuseTaken(name: string, others: readonly SegmentSettings[]): void {
  requireName(name, 'name');
  if (others.some((each) => each.name === name)) throw new Refused(invalid('Another segment has this name.', 'name'));
}

/** Puts a segment in force, in the place of the one with its id. */
const changed = (context: Context, change: (settings: ProgramSettings, program: Parameters<typeof parseCondition>[1]) => SegmentSettings) =>
  attempt(async () => {
    let made: SegmentSettings | undefined;
    const { settings } = await publish(context, 'segments', (before, program) => {
      const segment = change(before, program);
      made = segment;
      const segments = before.segments ?? [];
      const isNew = !segments.some(({ id }) => id === segment.id);
      return { ...before, segments: isNew ? [...segments, segment] : segments.map((each) => (each.id === segment.id ? segment : each)) };
    });
    return { segment: made ? segmentType(made, settings) : null };
  });
