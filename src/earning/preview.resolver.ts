import { Arg, Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Cost } from '../graphql/cost-declaration.js';
import { Requires } from '../graphql/policy.js';
import { userError } from '../graphql/user-error.types.js';
import { journalEntry } from '../journal/entry-view.js';
import { giveCommand } from '../members/give-command.js';
import { ownEntry } from '../members/own-entry.js';
import { PreviewActivityInput } from './activity.types.js';
import { awardsOf } from './awards-view.js';
import { activityCommand } from './parse-activity.js';
import { PreviewActivityPayload } from './preview.types.js';

@Resolver()
export class PreviewResolver {
  @Query(() => PreviewActivityPayload, {
    nullable: true,
    description: 'What recordActivity would do with the same input now, and why; nothing is written. Scope activities:write.',
  })
  @Requires('activities:write')
  @Cost({ weight: 10 })
  async previewActivity(
    @Ctx() context: Context,
    @Arg('input', () => PreviewActivityInput, { description: 'The activity.' }) input: PreviewActivityInput,
  ): Promise<PreviewActivityPayload> {
    const { journal, reads } = context.services;
    const program = await context.program();
    const given = await giveCommand(context, activityCommand({ ...input, idempotencyKey: null }, program), (request) =>
      journal.preview(request, reads),
    );
    const { outcome } = given;
    if ('refusal' in outcome)
      return Object.assign(new PreviewActivityPayload(), { entries: [], awards: [], errors: [userError(outcome.refusal)] });
    return Object.assign(new PreviewActivityPayload(), {
      entries: outcome.entries.map((entry) => journalEntry(entry, program)),
      awards: awardsOf(await ownEntry(context, given), program),
      errors: [],
    });
  }
}
