import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { ConnectionArgs, connection, keysetPage } from '../graphql/connection.js';
import { forbidden } from '../graphql/errors.js';
import { globalId, isUuid } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { journalEntry } from '../journal/entry-view.js';
import { JournalEntryConnection } from '../journal/journal.types.js';
import { entriesOf } from '../members/lists.js';
import { MemberType, memberType } from '../members/member.types.js';
import { presentCase, readCasesOf } from './case-rows.js';
import { findSupportCase, isTold, seesCases, seesNotes } from './find-case.js';
import { listCases } from './list-cases.js';
import { CASE_KINDS } from './support-case.js';
import {
  SupportAgent,
  SupportCaseConnection,
  SupportCaseMessageConnection,
  SupportCaseMessageType,
  SupportCaseType,
  supportCaseMessage,
  supportCaseType,
} from './support-case.types.js';
import { SupportCaseFilter } from './support-case-input.types.js';

const isNumber = (text: string): boolean => /^\d{1,9}$/.test(text);

@Resolver(() => SupportCaseType)
export class SupportCaseFieldsResolver {
  @Query(() => SupportCaseType, {
    nullable: true,
    description: 'One support case; null when there is none. Scope cases:open or cases:work; a member, only their own.',
  })
  @Requires('cases:open', 'cases:work')
  supportCase(@Ctx() context: Context, @Arg('id', () => ID, { description: 'Its id: cas_…' }) id: string): Promise<SupportCaseType | null> {
    return findSupportCase(context, id);
  }

  @Query(() => SupportCaseConnection, {
    nullable: true,
    description: 'Support cases of the programme: what is due first comes first, then those of which nothing is due. Scope cases:work.',
  })
  @Requires('cases:work')
  supportCases(
    @Ctx() context: Context,
    @Args(() => ConnectionArgs) args: ConnectionArgs,
    @Arg('filter', () => SupportCaseFilter, { nullable: true, description: 'Which; all when left out.' })
    filter?: SupportCaseFilter | null,
  ) {
    return listCases(context, args, filter ?? {});
  }

  @FieldResolver(() => MemberType, {
    nullable: true,
    description: 'Whose case it is; null once they are erased, and to callers who may not read members.',
  })
  member(@Root() { row }: SupportCaseType, @Ctx() { actor }: Context): MemberType | null {
    const mayRead = actor?.scopes.has('members:read') || actor?.memberId === row.memberId;
    return row.memberId !== null && mayRead ? memberType(row.memberId) : null;
  }

  @FieldResolver(() => SupportAgent, {
    nullable: true,
    description: 'Who looks after it; null: nobody does. null to callers without cases:work.',
  })
  assignee(@Root() { row }: SupportCaseType, @Ctx() context: Context): Promise<SupportAgent | null> {
    return agentOf(context, row.assigneeId);
  }

  @FieldResolver(() => SupportCaseMessageConnection, {
    description: 'What was written in it, oldest first. Internal notes are shown to callers with cases:work alone.',
  })
  async messages(@Root() { row }: SupportCaseType, @Ctx() context: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    const page = keysetPage(args, isNumber);
    const rows = await context.supportCases.messages.load({ caseId: row.id, page, withNotes: seesNotes(context) });
    return connection(page, rows, ({ number }) => String(number), supportCaseMessage);
  }

  @FieldResolver(() => JournalEntryConnection, {
    description: 'What happened to it, from its first entry. Entries about internal notes are shown to callers with cases:work alone.',
  })
  async journal(@Root() { row }: SupportCaseType, @Ctx() context: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    const program = await context.program();
    const kinds = CASE_KINDS.filter((kind) => isTold(context, { kind }));
    return entriesOf(context, row.id, args, kinds, (entry) => journalEntry(entry, program));
  }
}

@Resolver(() => SupportCaseMessageType)
export class SupportCaseMessageResolver {
  @FieldResolver(() => SupportAgent, {
    nullable: true,
    description: 'The agent who wrote it; null where none did, and to callers without cases:work.',
  })
  agent(@Root() { row }: SupportCaseMessageType, @Ctx() context: Context): Promise<SupportAgent | null> {
    const [kind, uuid = null] = row.writtenBy.split(':');
    return agentOf(context, kind === 'staff' ? uuid : null);
  }
}

@Resolver(() => MemberType)
export class MemberSupportCasesResolver {
  @FieldResolver(() => SupportCaseConnection, {
    nullable: true,
    description: "The member's support cases, oldest first. Needs cases:open or cases:work as well.",
  })
  async supportCases(@Root() { memberId }: MemberType, @Ctx() context: Context, @Args(() => ConnectionArgs) args: ConnectionArgs) {
    if (!seesCases(context)) throw forbidden('cases:open');
    const page = keysetPage(args, isUuid);
    const [rows, program] = await Promise.all([readCasesOf(context.reads, context.programId, memberId, page), context.program()]);
    const now = program.now();
    return connection(
      page,
      rows,
      ({ id }) => id,
      (row) => supportCaseType(presentCase(row, now), now),
    );
  }
}

async function agentOf(context: Context, uuid: string | null): Promise<SupportAgent | null> {
  if (uuid === null || !seesNotes(context)) return null;
  const name = await context.supportCases.agents.load(uuid);
  return name === null ? null : Object.assign(new SupportAgent(), { id: globalId('staff', uuid), name });
}
