import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import type { Client } from 'graphql-ws';
import * as api from './generated.js';
import { Caller, enroll, type TestLaurel } from './laurel.js';

export type Case = api.CaseFragment;

interface Done {
  readonly supportCase: Case | null;
  readonly errors: readonly { readonly code: string }[];
}

/** The result of a mutation that must not be refused. */
export function done<T extends Done>(payload: T | null | undefined): Case {
  if (!payload || payload.errors.length > 0 || !payload.supportCase) throw new Error(JSON.stringify(payload));
  return payload.supportCase;
}

/** A programme with agents and members who have tokens. */
export class SupportDesk {
  private constructor(
    private readonly laurel: TestLaurel,
    /** The first admin. */
    readonly admin: Caller,
    /** Two members of staff. */
    readonly ann: Caller,
    readonly bob: Caller,
    readonly ids: Readonly<Record<'ann' | 'bob', string>>,
  ) {}

  static async open(laurel: TestLaurel, now: string | null = '2026-11-27T16:30:00Z', timeZone = 'UTC'): Promise<SupportDesk> {
    const admin = await laurel.program(now, { timeZone });
    const expiry = { mode: 'NEVER' as const };
    await admin.run(api.CreatePointCurrencyDocument, { input: { code: 'POINTS', name: 'Points', expiry } });
    const agent = async (name: string) => {
      const { createStaff } = await admin.run(api.CreateStaffDocument, { input: { name, role: 'STAFF' } });
      const caller = new Caller(laurel.url, createStaff?.secret as string);
      const { data } = await caller.ask<{ viewer: { staff: { id: string } } }, object>('{ viewer { staff { id } } }');
      return { caller, id: data.viewer.staff.id };
    };
    const [ann, bob] = [await agent('Ann'), await agent('Bob')];
    return new SupportDesk(laurel, admin, ann.caller, bob.caller, { ann: ann.id, bob: bob.id });
  }

  /** Enrols somebody, and gives what speaks for them. */
  async member(externalId: string): Promise<Caller> {
    await enroll(this.admin, externalId);
    return this.tokenOf(externalId);
  }

  async tokenOf(externalId: string): Promise<Caller> {
    const { createMemberToken } = await this.admin.run(api.CreateMemberTokenDocument, { input: { member: { externalId } } });
    return new Caller(this.laurel.url, createMemberToken?.token as string);
  }

  /** A key with some scopes. */
  async key(...scopes: string[]): Promise<Caller> {
    const { createApiKey } = await this.admin.run(api.CreateApiKeyDocument, { input: { name: scopes.join(' '), scopes } });
    return new Caller(this.laurel.url, createApiKey?.secret as string);
  }

  async advance(to: string): Promise<void> {
    await this.admin.run(api.AdvanceClockDocument, { input: { to } });
  }

  /** What time alone brings has been written down. */
  async sweep(): Promise<void> {
    this.laurel.app.sweeper.wake();
    await this.laurel.app.sweeper.finished();
  }

  async policy(input: api.UpdateSupportPolicyInput) {
    return (await this.admin.run(api.UpdateSupportPolicyDocument, { input })).updateSupportPolicy;
  }
}

export const openCase = async (caller: Caller, externalId: string, more: Partial<api.OpenSupportCaseInput> = {}) =>
  (
    await caller.run(api.OpenSupportCaseDocument, {
      input: { member: { externalId }, subject: 'Points are missing', body: 'I bought coffee and got nothing.', ...more },
    })
  ).openSupportCase;

export const reply = async (caller: Caller, id: string, more: Partial<api.ReplyToSupportCaseInput> = {}) =>
  (await caller.run(api.ReplyToSupportCaseDocument, { input: { case: id, body: 'Here is more.', ...more } })).replyToSupportCase;

export const look = async (caller: Caller, id: string) => (await caller.run(api.SupportCaseDocument, { id })).supportCase;
export const solve = async (caller: Caller, id: string) =>
  (await caller.run(api.SolveSupportCaseDocument, { input: { case: id } })).solveSupportCase;
export const close = async (caller: Caller, id: string) =>
  (await caller.run(api.CloseSupportCaseDocument, { input: { case: id } })).closeSupportCase;
export const reopen = async (caller: Caller, id: string) =>
  (await caller.run(api.ReopenSupportCaseDocument, { input: { case: id } })).reopenSupportCase;
export const rate = async (caller: Caller, id: string, rating: number, more: Partial<api.RateSupportCaseInput> = {}) =>
  (await caller.run(api.RateSupportCaseDocument, { input: { case: id, rating, ...more } })).rateSupportCase;
export const assign = async (caller: Caller, id: string, more: Partial<api.AssignSupportCaseInput> = {}) =>
  (await caller.run(api.AssignSupportCaseDocument, { input: { case: id, ...more } })).assignSupportCase;
export const prioritize = async (caller: Caller, id: string, priority: api.SupportPriority) =>
  (await caller.run(api.SetSupportCasePriorityDocument, { input: { case: id, priority } })).setSupportCasePriority;

export type Activity = NonNullable<api.SupportCaseActivitySubscription['supportCaseActivity']>;

/** What a subscription sends, as it comes. */
export class Told {
  readonly items: Activity[] = [];
  readonly errors: unknown[] = [];
  private wake: () => void = () => {};
  private readonly stop: () => void;

  constructor(client: Client, variables: { readonly case: string; readonly after?: string }) {
    const query = print(api.SupportCaseActivityDocument as TypedDocumentNode<unknown, object>);
    const failed = (error: unknown) => {
      this.errors.push(error);
      this.wake();
    };
    this.stop = client.subscribe<api.SupportCaseActivitySubscription>(
      { query, variables },
      {
        next: ({ data, errors }) => {
          if (errors) failed(errors);
          if (data?.supportCaseActivity) this.items.push(data.supportCaseActivity);
          this.wake();
        },
        error: failed,
        complete: () => this.wake(),
      },
    );
  }

  async until(count: number): Promise<readonly Activity[]> {
    while (this.items.length < count && this.errors.length === 0) await new Promise<void>((resolve) => (this.wake = resolve));
    return this.items;
  }

  end(): void {
    this.stop();
  }
}
