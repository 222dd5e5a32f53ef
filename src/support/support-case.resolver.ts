import { Arg, Ctx, Mutation, Resolver } from 'type-graphql';
import type { Actor } from '../access/actor.js';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { forbidden } from '../graphql/errors.js';
import { globalId, localId } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { requireName } from '../graphql/require-name.js';
import { invalid } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import { inputHashOf } from '../journal/input-hash.js';
import { requireMember } from '../members/require-member.js';
import { assignCase, closeCase, prioritizeCase, rateCase, reopenCase, solveCase } from './change-case.js';
import { findSupportCase, seesNotes } from './find-case.js';
import { giveGoodwill } from './give-goodwill.js';
import { caseIdOf } from './hold-case.js';
import { openCase } from './open-case.js';
import { replyToCase } from './reply-to-case.js';
import { supportCaseMessage } from './support-case.types.js';
import {
  AssignSupportCaseInput,
  GrantGoodwillInput,
  GrantGoodwillPayload,
  OpenSupportCaseInput,
  OpenSupportCasePayload,
  RateSupportCaseInput,
  ReplyToSupportCaseInput,
  ReplyToSupportCasePayload,
  SetSupportCasePriorityInput,
  SupportCaseInput,
  SupportCasePayload,
} from './support-case-input.types.js';
import { attachmentsOf, requireBody, requireComment, requireKey } from './texts.js';

@Resolver()
export class SupportCaseResolver {
  @Mutation(() => OpenSupportCasePayload, {
    nullable: true,
    description:
      'Opens a support case for a member, with its first message; business hours begin to count. At most 50 of a member are not closed. Scope cases:open; a member, only for themselves.',
  })
  @Requires('cases:open')
  openSupportCase(
    @Ctx() context: Context,
    @Arg('input', () => OpenSupportCaseInput, { description: 'The case.' }) sent: OpenSupportCaseInput,
  ) {
    return attempt(async () => {
      const { subject, body, priority } = sent;
      requireName(subject, 'subject');
      requireBody(body);
      if (priority && !seesNotes(context)) throw forbidden('cases:work');
      const { id, replayed } = await openCase(context, {
        ...{ memberId: await requireMember(context, sent.member), subject, body, attachments: attachmentsOf(sent.attachments) },
        ...{ priority: priority ?? 'NORMAL', threadId: null, request: requestOf(context, 'OPEN_CASE', sent) },
      });
      return { supportCase: await present(context, id), replayed };
    });
  }

  @Mutation(() => ReplyToSupportCasePayload, {
    nullable: true,
    description:
      "Writes in a support case that is not closed. A member's words open it again; whoever has cases:work writes as an agent, and the case waits for the member. Scope cases:open or cases:work; a member, only in their own cases.",
  })
  @Requires('cases:open', 'cases:work')
  replyToSupportCase(
    @Ctx() context: Context,
    @Arg('input', () => ReplyToSupportCaseInput, { description: 'What to say.' }) sent: ReplyToSupportCaseInput,
  ) {
    return attempt(async () => {
      const { body, status = null } = sent;
      const isInternal = sent.isInternal ?? false;
      requireBody(body);
      if ((isInternal || status !== null) && !seesNotes(context)) throw forbidden('cases:work');
      if (status === 'CLOSED') throw new Refused(invalid('An answer leaves a case OPEN, PENDING or SOLVED.', 'status'));
      if (isInternal && status !== null) throw new Refused(invalid('A note leaves the status as it is.', 'status'));
      const id = caseIdOf(sent.case);
      const { number, replayed } = await replyToCase(context, id, {
        ...{ body, isInternal, status, attachments: attachmentsOf(sent.attachments), request: requestOf(context, 'REPLY_TO_CASE', sent) },
        memberId: sent.member ? await requireMember(context, sent.member) : null,
      });
      const message = await context.supportCases.message.load({ caseId: id, number });
      return { supportCase: await present(context, id), message: message && supportCaseMessage(message), replayed };
    });
  }

  @Mutation(() => SupportCasePayload, { nullable: true, description: 'Gives a support case to an agent, or to nobody. Scope cases:work.' })
  @Requires('cases:work')
  assignSupportCase(
    @Ctx() context: Context,
    @Arg('input', () => AssignSupportCaseInput, { description: 'Which, and to whom.' }) input: AssignSupportCaseInput,
  ) {
    return changed(context, input, (id) => assignCase(context, id, assigneeOf(context, input), input.onlyIfUnassigned ?? false));
  }

  @Mutation(() => SupportCasePayload, {
    nullable: true,
    description: 'Changes the priority of a support case, and what is due of it with it. Scope cases:work.',
  })
  @Requires('cases:work')
  setSupportCasePriority(
    @Ctx() context: Context,
    @Arg('input', () => SetSupportCasePriorityInput, { description: 'Which, and the priority.' }) input: SetSupportCasePriorityInput,
  ) {
    return changed(context, input, (id) => prioritizeCase(context, id, input.priority));
  }

  @Mutation(() => SupportCasePayload, {
    nullable: true,
    description:
      "Solves a support case. It is closed after the days of the programme's policy, unless the member writes. Scope cases:work.",
  })
  @Requires('cases:work')
  solveSupportCase(@Ctx() context: Context, @Arg('input', () => SupportCaseInput, { description: 'Which.' }) input: SupportCaseInput) {
    return changed(context, input, (id) => solveCase(context, id));
  }

  @Mutation(() => SupportCasePayload, { nullable: true, description: 'Closes a support case for good. Scope cases:work.' })
  @Requires('cases:work')
  closeSupportCase(@Ctx() context: Context, @Arg('input', () => SupportCaseInput, { description: 'Which.' }) input: SupportCaseInput) {
    return changed(context, input, (id) => closeCase(context, id));
  }

  @Mutation(() => SupportCasePayload, {
    nullable: true,
    description: 'Opens a support case again that waits for the member or is solved; not one that is closed. Scope cases:work.',
  })
  @Requires('cases:work')
  reopenSupportCase(@Ctx() context: Context, @Arg('input', () => SupportCaseInput, { description: 'Which.' }) input: SupportCaseInput) {
    return changed(context, input, (id) => reopenCase(context, id));
  }

  @Mutation(() => SupportCasePayload, {
    nullable: true,
    description:
      'Says how satisfied the member is with a support case that is solved or closed; it can be changed for 7 days. Scope cases:open, and not cases:work; a member, only of their own cases.',
  })
  @Requires('cases:open')
  rateSupportCase(
    @Ctx() context: Context,
    @Arg('input', () => RateSupportCaseInput, { description: 'Which, and how satisfied.' }) input: RateSupportCaseInput,
  ) {
    return changed(context, input, async (id) => {
      if (seesNotes(context)) throw new Refused(notForAgents);
      const { rating, comment = null } = input;
      if (rating < 1 || rating > 5) throw new Refused(invalid('rating is 1 to 5.', 'rating'));
      requireComment(comment);
      await rateCase(context, id, { rating, comment, memberId: input.member ? await requireMember(context, input.member) : null });
    });
  }

  @Mutation(() => GrantGoodwillPayload, {
    nullable: true,
    description:
      'Gives the member of a support case points, as an adjustment with the reason GOODWILL within all limits of adjustments; both journals tell it, committed together. Scope cases:work, and points:adjust as well.',
  })
  @Requires('cases:work')
  async grantGoodwill(
    @Ctx() context: Context,
    @Arg('input', () => GrantGoodwillInput, { description: 'Which case, and how many points.' }) sent: GrantGoodwillInput,
  ) {
    if (!(context.actor as Actor).scopes.has('points:adjust')) throw forbidden('points:adjust');
    const { amount, currencyCode = null, idempotencyKey } = sent;
    const given = await attempt(async () => {
      const id = caseIdOf(sent.case);
      const { entry, errors, replayed } = await giveGoodwill(context, id, { amount, currencyCode, idempotencyKey, sent });
      return { entry, refusals: errors, replayed, supportCase: errors.length > 0 ? null : await present(context, id) };
    });
    const { entry = null, refusals = [], replayed = false, supportCase = null, errors } = given;
    return Object.assign(new GrantGoodwillPayload(), { entry, replayed, supportCase, errors: [...errors, ...refusals] });
  }
}

const notForAgents: Refusal = {
  code: 'SUPPORT_CASE_NOT_RATED_BY_AGENTS',
  message: 'Whoever works on cases does not rate them: the member does, or an app with cases:open and without cases:work.',
};

/** A mutation that changes a case. */
const changed = (context: Context, { case: id }: { readonly case: string }, change: (uuid: string) => Promise<void>) =>
  attempt(async () => {
    const uuid = caseIdOf(id);
    await change(uuid);
    return { supportCase: await present(context, uuid) };
  });

/** The case as it is after a change. */
function present(context: Context, uuid: string) {
  context.supportCases.byId.clear(uuid);
  return findSupportCase(context, globalId('supportCase', uuid));
}

function requestOf(context: Context, type: string, sent: { readonly idempotencyKey?: string | null }) {
  const key = sent.idempotencyKey ?? null;
  requireKey(key);
  // Members and agents have keys of their own: neither finds out the other's, or takes them.
  return key === null ? null : { key: `${seesNotes(context) ? 'a' : 'm'}:${key}`, hash: inputHashOf(type, sent).toString('hex') };
}

/** UUID of a staff identity; null: nobody. @throws Refused */
function assigneeOf({ actor }: Context, { assignee }: AssignSupportCaseInput): string | null {
  if (assignee === null) return null;
  const uuid = assignee === undefined ? actor?.staffId : localId('staff', assignee);
  if (!uuid) throw new Refused(invalid('Say to whom: the id of a member of staff.', 'assignee'));
  return uuid;
}
