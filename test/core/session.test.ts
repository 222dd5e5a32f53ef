import { describe, expect, test } from '@jest/globals';
import { type ExecutionResult, GraphQLInt, GraphQLObjectType, GraphQLSchema, parse } from 'graphql';
import type { Actor } from '../../src/access/actor.js';
import { Session } from '../../src/access/session.js';
import { Context, type Services } from '../../src/context.js';
import { enforcePolicies, type Scope } from '../../src/graphql/policy.js';
import { type Results, subscribeFresh } from '../../src/server/subscribe-fresh.js';

const actor = (scopes: Scope[], more: Partial<Actor> = {}): Actor => ({
  id: 'staff:sam',
  role: 'STAFF',
  name: 'Sam',
  programId: 'p',
  scopes: new Set(scopes),
  keyId: 'k',
  staffId: 'sam',
  memberId: null,
  vouchedBy: null,
  expiresAt: null,
  ...more,
});

/** Numbers, one for each `give`. */
class Numbers {
  private waiting: ((result: IteratorResult<number>) => void) | undefined;
  isLeft = false;

  give(value: number): void {
    this.waiting?.({ done: false, value });
  }

  next(): Promise<IteratorResult<number>> {
    return new Promise((resolve) => (this.waiting = resolve));
  }

  async return(): Promise<IteratorResult<number>> {
    this.isLeft = true;
    this.waiting?.({ done: true, value: undefined });
    return { done: true, value: undefined };
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}

/** Two subscriptions, each behind a scope of its own. */
function twoDoors() {
  const sources = { members: new Numbers(), program: new Numbers() };
  const door = (name: keyof typeof sources, scope: Scope) => ({
    type: GraphQLInt,
    extensions: { policy: [scope] },
    subscribe: () => sources[name],
    resolve: (value: number) => value,
  });
  const fields = { members: door('members', 'members:read'), program: door('program', 'program:read') };
  const query = { name: 'Query', fields: { one: { type: GraphQLInt, extensions: { policy: 'ANYONE' } } } };
  const schema = enforcePolicies(
    new GraphQLSchema({ query: new GraphQLObjectType(query), subscription: new GraphQLObjectType({ name: 'Subscription', fields }) }),
  );
  const begin = async (session: Session, name: keyof typeof sources) =>
    (await subscribeFresh({
      schema,
      document: parse(`subscription { ${name} }`),
      contextValue: new Context({} as Services, session.actor),
      session,
    })) as Results;
  return { sources, begin };
}

const next = async (results: Results): Promise<unknown> => ((await results.next()).value as ExecutionResult | undefined)?.data;
const refusal = (code: string) => ({ extensions: expect.objectContaining({ code }) });

describe('a session', () => {
  test('that may less by now ends what it may no longer, with the scope that it lacks, and goes on with the rest', async () => {
    const { sources, begin } = twoDoors();
    const session = new Session(actor(['members:read', 'program:read']), 'x', () => {});
    const [members, program] = [await begin(session, 'members'), await begin(session, 'program')];
    const waiting = next(members);
    sources.members.give(1);
    expect(await waiting).toEqual({ members: 1 });
    const quiet = next(members);
    session.doubt(Promise.resolve(actor(['program:read'])));
    await expect(quiet).rejects.toMatchObject({ extensions: { code: 'FORBIDDEN', scope: 'members:read' } });
    expect([sources.members.isLeft, sources.program.isLeft]).toEqual([true, false]);
    const still = next(program);
    sources.program.give(2);
    expect(await still).toEqual({ program: 2 });
  });

  test('gives nothing while it is in doubt, and nothing of it when it ends', async () => {
    const { sources, begin } = twoDoors();
    const session = new Session(actor(['members:read']), 'x', () => {});
    const members = await begin(session, 'members');
    let decide: (actor: Actor | null) => void = () => {};
    session.doubt(new Promise((resolve) => (decide = resolve)));
    const held = next(members);
    let isTold = false;
    held.then(
      () => (isTold = true),
      () => {},
    );
    sources.members.give(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(isTold).toBe(false);
    decide(null);
    await expect(held).rejects.toMatchObject(refusal('UNAUTHENTICATED'));
    expect(session.ended).toBe('REVOKED');
  });

  test('ends when it cannot be found out who it is, and when somebody else has its credential', async () => {
    const one = new Session(actor([]), 'x', () => {});
    one.doubt(Promise.reject(new Error('no database')));
    await one.settled();
    expect(one.ended).toBe('UNKNOWN');
    const other = new Session(actor([]), 'x', () => {});
    other.doubt(Promise.resolve(actor([], { id: 'staff:tess' })));
    await other.settled();
    expect(other.ended).toBe('REVOKED');
  });

  test('believes the look that was begun last, whichever comes first', async () => {
    const session = new Session(actor([]), 'x', () => {});
    let decide: (actor: Actor | null) => void = () => {};
    session.doubt(new Promise((resolve) => (decide = resolve)));
    session.doubt(Promise.resolve(actor(['members:read'])));
    await new Promise((resolve) => setTimeout(resolve, 10));
    decide(actor(['program:read']));
    await session.settled();
    expect([...session.actor.scopes]).toEqual(['members:read']);
  });

  test('ends at the instant of its credential, not before, however late its timer is', async () => {
    const expiresAt = Date.now() + 100;
    const session = new Session(actor([], { expiresAt }), 'x', () => {});
    session.doubt(Promise.resolve(actor([], { expiresAt })));
    await session.settled();
    const ended = new Promise<void>((resolve) => session.listen(resolve));
    expect(session.ended).toBeNull();
    await ended;
    expect([session.ended, Date.now() >= expiresAt]).toEqual(['EXPIRED', true]);
    const late = new Session(actor([], { expiresAt }), 'x', () => {});
    await late.settled();
    expect(late.ended).toBe('EXPIRED');
  });
});
