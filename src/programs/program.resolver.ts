import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import { apiKeyType } from '../access/api-key.types.js';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { Requires } from '../graphql/policy.js';
import { invalid } from '../graphql/user-error.types.js';
import { createProgram } from './create-program.js';
import { AdvanceClockInput, CreateProgramInput, CreateProgramPayload, ProgramPayload, ProgramType, programType } from './program.types.js';
import { changeProgram } from './publish.js';

@Resolver()
export class ProgramResolver {
  @Query(() => ProgramType, { nullable: true, description: 'The programme that the caller belongs to. Scope program:read or self:read.' })
  @Requires('program:read', 'self:read')
  async program(@Ctx() context: Context): Promise<ProgramType> {
    return programType(await context.program());
  }

  @Mutation(() => CreateProgramPayload, {
    nullable: true,
    description:
      "Creates a programme with its first admin and the admin's personal key. Scope programs:create, which only the operator's key has.",
  })
  @Requires('programs:create')
  createProgram(
    @Ctx() { services, by }: Context,
    @Arg('input', () => CreateProgramInput, { description: 'The new programme.' }) input: CreateProgramInput,
  ) {
    return attempt(async () => {
      const { name, currencyCode, timeZone = 'UTC', testClockAt = null, admin } = input;
      const { programId, key, secret } = await createProgram(services, by, {
        name,
        currencyCode,
        timeZone: timeZone ?? 'UTC',
        testClockAt,
        admin: admin ?? { name: 'First admin' },
      });
      const program = await services.programs.get(programId);
      return { program: program && programType(program), apiKey: apiKeyType(key), secret };
    });
  }

  @Mutation(() => ProgramPayload, {
    nullable: true,
    description:
      'Moves the test clock forward; what falls due until then is posted within a minute, and seen by reads at once. Scope program:write.',
  })
  @Requires('program:write')
  advanceClock(@Ctx() context: Context, @Arg('input', () => AdvanceClockInput, { description: 'Where to.' }) { to }: AdvanceClockInput) {
    return attempt(async () => {
      const program = await changeProgram(context, ({ testClock }) => {
        if (testClock === null) throw new Refused(invalid('This programme is on the real clock.', 'to'));
        if (to.getTime() < testClock)
          throw new Refused(invalid(`The test clock is at ${new Date(testClock).toISOString()}; it only moves forward.`, 'to'));
        return { testClock: to.getTime(), event: { kind: 'CLOCK_ADVANCED', detail: { to: to.getTime() } } };
      });
      context.services.sweep();
      return { program: programType(program) };
    });
  }

  @Mutation(() => ProgramPayload, { nullable: true, description: 'Leaves the test clock for the real one, for good. Scope program:write.' })
  @Requires('program:write')
  goLive(@Ctx() context: Context) {
    return attempt(async () => {
      const program = await changeProgram(context, ({ testClock }) => {
        if (testClock === null) throw new Refused(invalid('This programme is live already.'));
        if (testClock > Date.now()) throw new Refused(invalid('The test clock is ahead of the real one; wait, or start a new programme.'));
        return { testClock: null, event: { kind: 'WENT_LIVE', detail: { from: testClock } } };
      });
      context.services.sweep();
      return { program: programType(program) };
    });
  }
}
