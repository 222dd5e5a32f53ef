import { defineEntity, p } from '@mikro-orm/core';
import type { CaseAuthor, CaseStatus } from './support-case.js';
import type { Priority } from './support-policy.js';

/** Milliseconds since 1970, of the programme's clock. */
const instant = () => p.bigint('number');

const supportCase = defineEntity({
  name: 'SupportCase',
  tableName: 'support_cases',
  properties: {
    id: p.uuid().primary(),
    programId: p.uuid(),
    memberId: p.uuid().nullable(),
    subject: p.text().nullable(),
    status: p.string().$type<CaseStatus>(),
    priority: p.string().$type<Priority>(),
    assigneeId: p.uuid().nullable(),
    threadId: p.uuid().nullable(),
    messageCount: p.integer(),
    createdAt: instant(),
    updatedAt: instant(),
    firstResponseDueAt: instant().nullable(),
    firstRespondedAt: instant().nullable(),
    resolutionDueAt: instant().nullable(),
    resolutionUsedMs: instant(),
    resolutionRunningSince: instant().nullable(),
    dueAt: instant(),
    solvedAt: instant().nullable(),
    closesAt: instant().nullable(),
    closedAt: instant().nullable(),
    satisfaction: p.smallint().nullable(),
    satisfactionComment: p.text().nullable(),
    satisfactionAt: instant().nullable(),
    requestKey: p.string().nullable(),
    requestHash: p.string().nullable(),
  },
});

/** Something that a member wants to be helped with. Its id is that of its stream. */
export class SupportCase extends supportCase.class {}
supportCase.setClass(SupportCase);

const caseMessage = defineEntity({
  name: 'CaseMessage',
  tableName: 'case_messages',
  properties: {
    caseId: p.uuid().primary(),
    number: p.integer().primary(),
    programId: p.uuid(),
    author: p.string().$type<CaseAuthor>(),
    writtenBy: p.string(),
    body: p.text().nullable(),
    attachments: p.array<string>(),
    isInternal: p.boolean(),
    createdAt: instant(),
    requestKey: p.string().nullable(),
    requestHash: p.string().nullable(),
  },
});

/** What somebody wrote in a case. */
export class CaseMessage extends caseMessage.class {}
caseMessage.setClass(CaseMessage);
