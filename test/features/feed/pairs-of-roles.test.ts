import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  type GraphQLError,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  Kind,
  parse,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import type { Actor } from '../../../src/access/actor.js';
import type { Session } from '../../../src/access/session.js';
import type { Context } from '../../../src/context.js';
import { CursorSeal } from '../../../src/feed/cursor.js';
import { Gate } from '../../../src/graphql/gate.js';
import { localId } from '../../../src/graphql/global-id.js';
import { createSchema } from '../../../src/schema.js';
import { Groups } from '../../../src/server/groups.js';
import { type DirectOutlet, openingOf } from '../../../src/server/outlet.js';
import { type ShareKey, shareKey } from '../../../src/server/share-key.js';
import { type Results, subscribeFresh } from '../../../src/server/subscribe-fresh.js';
import { Subscriptions } from '../../../src/server/subscriptions.js';
import { Community } from '../../support/community.js';
import { everyCredential } from '../../support/credentials.js';
import { everythingHappens } from '../../support/everything-happens.js';
import * as api from '../../support/generated.js';
import { TestIdentityProvider } from '../../support/identity-provider.js';
import { type Caller, enroll, openShop, TestLaurel } from '../../support/laurel.js';
import { caughtUp } from '../../support/reactions.js';
import { seed } from '../../support/seed.js';
import { documentsOf, fieldsBelow } from '../../support/subscription-documents.js';
import { done, openCase, prioritize, reopen, reply } from '../../support/support-desk.js';

const ID = 'one "é"';

/** What a subscription is asked with, and at which places it may begin. */
interface Asked {
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  readonly about: About | null;
}
type About = 'ada' | 'bob' | 'the case of ada' | 'the case of bob' | 'the thread' | 'the category';

/** What one caller was sent about one document: whole messages of the protocol. */
interface Told {
  readonly messages: string[];
  /** Those that came from a group. */
  readonly ofGroup: string[];
  results: Results | null;
}

interface Known {
  readonly name: string;
  readonly session: Session;
}

/** Writes down what the group writes to the socket. */
class Recorded implements DirectOutlet {
  readonly isFull = false;
  constructor(private readonly told: Told) {}
  push(opening: Buffer, payload: Buffer): void {
    const message = `${opening}${payload}}`;
    this.told.messages.push(message);
    this.told.ofGroup.push(message);
  }
  flush(): void {}
  async drained(): Promise<void> {}
}

/** Something of everything that happens to a case, notes among it; it is open again in the end. */
async function caseGoesOn(caller: Caller, id: string): Promise<void> {
  done(await reply(caller, id, { isInternal: true, body: 'A note.' }));
  done(await prioritize(caller, id, 'HIGH'));
  done(await reply(caller, id, { status: 'SOLVED' }));
  done(await prioritize(caller, id, 'NORMAL'));
  done(await reopen(caller, id));
}

const rightsOf = ({ programId, role, memberId, scopes }: Actor): string => JSON.stringify([programId, role, memberId, [...scopes].sort()]);
/** Of a stream; those of lists are short. */
const CURSOR = /"cursor":"([\w-]{40,})"/g;
const cursorsOf = (messages: readonly string[]): Set<string> =>
  new Set(messages.flatMap((message) => [...message.matchAll(CURSOR)].map(([, cursor]) => cursor as string)));

describe('every document under every pair of callers', () => {
  let laurel: TestLaurel;
  let provider: TestIdentityProvider;
  let shop: Caller;
  let rival: Caller;
  let seal: CursorSeal;
  let callers: Known[];
  let schema: GraphQLSchema;
  /** It tells who looks at it, as no field does today. */
  let telling: GraphQLSchema;
  /** Ids of the cases, by programme and whose they are. */
  const cases = new Map<string, string>();
  /** Where somebody writes of whom nothing else is told, by programme. */
  const towns = new Map<string, { readonly community: Community; readonly thread: string }>();
  const cursors = { head: new Map<string, string>(), ahead: new Map<string, string>() };

  beforeAll(async () => {
    provider = await TestIdentityProvider.start();
    laurel = await TestLaurel.start({ outboundAllow: ['127.0.0.1'] });
    // Some bookmarks come by time, to each subscription by its own; on a slow machine they would come here.
    Object.assign(laurel.app.services.feed.limits, { bookmarkIntervalMs: 3_600_000 });
    [schema, telling] = [await createSchema(), await createSchema()];
    for (const type of telling.getPossibleTypes(telling.getType('JournalEntry') as never)) {
      const { summary } = type.getFields();
      if (summary) summary.resolve = (_entry, _args, { actor }: Context) => rightsOf(actor as Actor);
    }
    [shop, rival] = [await laurel.program(), await laurel.program()];
    for (const each of [shop, rival]) {
      await openShop(each);
      const { data } = await each.ask<{ viewer: { programId: string } }, object>('{ viewer { programId } }');
      const community = await Community.open(laurel, each, 'cleo');
      towns.set(localId('program', data.viewer.programId) as string, { community, thread: (await community.thread('cleo')).thread });
      for (const name of ['ada', 'bob']) {
        await enroll(each, name);
        cases.set(`${localId('program', data.viewer.programId)} the case of ${name}`, done(await openCase(each, name)).id);
      }
    }
    const { rows } = await laurel.app.services.reads.query<{ secret: Buffer }>('select secret from installation');
    seal = new CursorSeal(rows[0]?.secret as Buffer, laurel.app.services.feed.epoch);
    const credentials = await everyCredential(laurel, { shop, rival, provider });
    callers = await Promise.all(
      [...credentials].map(async ([name, secret]) => {
        const session = await laurel.app.services.sessions.open(`Bearer ${secret}`);
        if (!session) throw new Error(`${name} is nobody`);
        return { name, session };
      }),
    );
  });
  afterAll(async () => {
    for (const { session } of callers) session.close();
    await laurel.stop();
    await provider.stop();
  });

  /** All documents of a schema, each as it is and so that it can only be executed. */
  function questions(of: GraphQLSchema): Asked[] {
    return Object.values((of.getSubscriptionType() as GraphQLObjectType).getFields()).flatMap((field) =>
      documentsOf(of, field).flatMap((query) =>
        [query, query.replace('{ __typename', '{ __typename @include(if: true)')].flatMap((text): Asked[] =>
          field.args.some(({ name }) => name === 'filter')
            ? [
                { query: text, variables: {}, about: null },
                { query: text, variables: { filter: { kinds: ['POINTS_SPENT', 'TIER_CHANGED', 'ACTIVITY_RECORDED'] } }, about: null },
                { query: text, variables: { filter: { member: { externalId: 'ada' } } }, about: 'ada' },
              ]
            : ['thread', 'category'].some((what) => field.args.some(({ name }) => name === what))
              ? [{ query: text, variables: {}, about: field.args.some(({ name }) => name === 'thread') ? 'the thread' : 'the category' }]
              : (['ada', 'bob'] as const).map((about) =>
                  field.args.some(({ name }) => name === 'case')
                    ? { query: text, variables: {}, about: `the case of ${about}` }
                    : { query: text, variables: { member: { externalId: about } }, about },
                ),
        ),
      ),
    );
  }

  /** Where subscriptions may begin: without a cursor, behind the last entry, and behind one that will never be. */
  async function places(): Promise<void> {
    const { feed } = laurel.app.services;
    for (const each of [shop, rival]) {
      const { data } = await each.ask<{ viewer: { programId: string } }, object>('{ viewer { programId } }');
      const programId = localId('program', data.viewer.programId) as string;
      const { headCursor } = await feed.info(programId);
      cursors.head.set(programId, headCursor);
      cursors.ahead.set(
        programId,
        feed.programCursor(
          programId,
          feed.lanes().map(() => 1_000_000),
        ),
      );
      for (const name of ['ada', 'bob']) {
        const { journal } = await each.run(api.JournalDocument, { filter: { member: { externalId: name } }, first: 500 });
        const cursor = journal?.cursor as string;
        const streamId = seal.open(cursor)?.stream?.streamId as string;
        const ofCase = cases.get(`${programId} the case of ${name}`) as string;
        const { data: seen } = await each.ask<{ supportCase: { journal: { nodes: { number: number }[] } } }, object>(
          'query ($id: ID!) { supportCase(id: $id) { journal(last: 1) { nodes { number } } } }',
          { id: ofCase },
        );
        const placeIn = (number: number) => feed.streamCursors(programId, localId('supportCase', ofCase) as string).at(number);
        cursors.head.set(`${programId} the case of ${name}`, placeIn(seen.supportCase.journal.nodes[0]?.number as number));
        cursors.ahead.set(`${programId} the case of ${name}`, placeIn(1_000_000));
        cursors.head.set(`${programId} ${name}`, cursor);
        cursors.ahead.set(`${programId} ${name}`, feed.streamCursors(programId, streamId).at(1_000_000));
      }
      const { community, thread } = towns.get(programId) as { community: Community; thread: string };
      const { lastNumber } = (await community.read(thread)) as { lastNumber: number };
      const placeIn = (number: number) => feed.streamCursors(programId, localId('thread', thread) as string).at(number);
      // Every entry of it is a post.
      cursors.head.set(`${programId} the thread`, placeIn(lastNumber));
      cursors.ahead.set(`${programId} the thread`, placeIn(1_000_000));
      for (const by of ['head', 'ahead'] as const) cursors[by].set(`${programId} the category`, cursors[by].get(programId) as string);
    }
  }

  /** Everybody asks everything at the same time, in groups and alone; and then something happens. */
  async function ask(of: GraphQLSchema, keyOf: ShareKey, all: readonly Asked[], order: readonly Known[]) {
    await places();
    const gate = new Gate(of, { isIntrospectionOn: false, trusted: null });
    const report = (_id: string, error: unknown) => {
      throw error;
    };
    const subscriptions = new Subscriptions({ schema: of, gate, buckets: null, services: laurel.app.services, report });
    const sharing = { groups: new Groups(), keyOf, masked: subscriptions.masked };
    const running: Promise<void>[] = [];
    const begin = async (session: Session, asked: Asked, isShared: boolean, start: number): Promise<Told> => {
      const told: Told = { messages: [], ofGroup: [], results: null };
      const place = [session.actor.programId, ...(asked.about ? [asked.about] : [])].join(' ');
      const after = [undefined, cursors.head.get(place), cursors.ahead.get(place)][start % 3];
      try {
        const ofCase = cases.get(place);
        const town = towns.get(session.actor.programId ?? '');
        const variables = {
          ...{ ...asked.variables, ...(after && { after }), ...(ofCase && { case: ofCase }) },
          ...(asked.about === 'the thread' && { thread: town?.thread ?? 'none' }),
          ...(asked.about === 'the category' && { category: town?.community.category ?? 'none' }),
        };
        const args = await subscriptions.admit(session, 'here', { ...asked, variables });
        if (!('document' in args)) throw args[0];
        const direct = { outlet: new Recorded(told), opening: openingOf(ID) };
        const results = await (isShared ? subscribeFresh({ ...args, direct }, sharing) : subscribeFresh(args));
        if (!(Symbol.asyncIterator in results)) throw results.errors?.[0];
        told.results = results;
        running.push(
          (async () => {
            for await (const payload of results)
              told.messages.push(JSON.stringify({ id: ID, type: 'next', payload: subscriptions.masked(payload) }));
          })(),
        );
      } catch (error) {
        told.messages.push((error as GraphQLError).message);
      }
      return told;
    };
    const asked: { name: string; actor: Actor; shared: Told; alone: Told }[][] = [];
    for (const [i, each] of all.entries()) {
      // One document after the other: a thousand that begin at once would wait for connections, and some in vain.
      asked.push(
        await Promise.all(
          order.map(async ({ name, session }, k) => {
            const [shared, alone] = await Promise.all([begin(session, each, true, i + k), begin(session, each, false, i + k)]);
            return { name, actor: session.actor, shared, alone };
          }),
        ),
      );
    }
    const quiet = async () => {
      // What follows from what happened comes a moment later.
      await caughtUp(laurel, 'inbox');
      await laurel.app.tailer.caughtUp();
      const count = () => asked.flat().reduce((sum, { shared, alone }) => sum + shared.messages.length + alone.messages.length, 0);
      // Nothing more for a while, however slow the machine is.
      for (let before = -1, looks = 0; looks < 4; looks = before === count() ? looks + 1 : 0) {
        before = count();
        await new Promise((resolve) => setTimeout(resolve, 250));
      }
    };
    await quiet();
    // In both programmes the same, so that both stand at the same numbers.
    await everythingHappens(shop, 'ours');
    await everythingHappens(rival, 'theirs');
    for (const each of [shop, rival]) {
      const { data } = await each.ask<{ viewer: { programId: string } }, object>('{ viewer { programId } }');
      for (const name of ['ada', 'bob'])
        await caseGoesOn(each, cases.get(`${localId('program', data.viewer.programId)} the case of ${name}`) as string);
    }
    await quiet();
    // What is told with it is as it is then, so nothing else happens meanwhile.
    for (const { community, thread } of towns.values()) await community.post('cleo', thread, 'And *more*, @cleo.');
    await quiet();
    for (const { shared, alone } of asked.flat()) await Promise.all([shared.results?.return(), alone.results?.return()]);
    await Promise.all(running);
    return asked;
  }

  /** The same message whoever sealed its cursor. Between streams of a programme there is no order, and so no one place of each. */
  const comparable = (messages: readonly string[], { about }: Asked): string[] => {
    const opened = messages.map((message) =>
      message.replace(
        CURSOR,
        (_, cursor: string) => `"cursor":${JSON.stringify(about && about !== 'the category' ? seal.open(cursor) : 'sealed')}`,
      ),
    );
    return about && about !== 'the category' ? opened : opened.sort();
  };

  /** What somebody was sent in a group that they would not have been sent alone; and whose messages somebody else got. */
  function wrongs(all: readonly Asked[], asked: Awaited<ReturnType<typeof ask>>): string[] {
    return all.flatMap((each, i) => {
      const row = (asked[i] as (typeof asked)[number]).map((of) => ({ ...of, sealed: cursorsOf(of.shared.ofGroup) }));
      const changed = row.filter(
        ({ shared, alone }) => comparable(shared.messages, each).join('\n') !== comparable(alone.messages, each).join('\n'),
      );
      const mixed = row.flatMap((one, k) =>
        row
          .slice(k + 1)
          .filter((other) => rightsOf(one.actor) !== rightsOf(other.actor) && [...one.sealed].some((cursor) => other.sealed.has(cursor)))
          .map((other) => `${one.name} and ${other.name}`),
      );
      return [...changed.map(({ name }) => name), ...mixed].map(
        (who) => `${who}: ${JSON.stringify(each.variables)} ${each.query.slice(0, 120)}`,
      );
    });
  }

  test('asks for every field that a subscription can tell', () => {
    const types = new TypeInfo(schema);
    const asked = new Set<string>();
    for (const { query } of questions(schema)) {
      visit(
        parse(query),
        visitWithTypeInfo(types, {
          enter(node) {
            if (node.kind === Kind.FIELD) asked.add(`${types.getParentType()?.name}.${node.name.value}`);
          },
        }),
      );
    }
    const reachable = Object.values((schema.getSubscriptionType() as GraphQLObjectType).getFields()).flatMap((field) => [
      ...fieldsBelow(schema, getNamedType(field.type)),
    ]);
    expect(reachable.length).toBeGreaterThan(200);
    expect(reachable.filter((field) => !asked.has(field))).toEqual([]);
  });

  test.each([
    ['as it is', () => schema],
    ['where a field tells who looks', () => telling],
  ])(
    '%s: in a group everybody is sent, byte for byte, what they are sent alone',
    async (_how, of) => {
      const all = questions(of());
      const order = fc.sample(fc.shuffledSubarray(callers, { minLength: callers.length }), { seed: seed(), numRuns: 1 })[0] as Known[];
      const asked = await ask(of(), shareKey, all, order);
      expect(wrongs(all, asked)).toEqual([]);

      // Else this shows nothing: whoever may see the same did share, and whoever may not was told so and nothing else.
      for (const [i, row] of asked.entries()) {
        const open = row.filter(({ shared }) => shared.results);
        for (const { shared } of row) if (!shared.results) expect(shared.messages).toHaveLength(1);
        const names = open.map(({ name }) => name);
        const about = all[i]?.about ?? null;
        const isCase = about?.includes('case') ?? false;
        const isPublic = about === 'the thread' || about === 'the category';
        expect(names).toEqual(
          expect.arrayContaining([
            'admin',
            'staff',
            ...(isCase ? ['cases:open', 'cases:work'] : isPublic ? ['community:read', 'ada', 'bob'] : ['members:read']),
          ]),
        );
        const closed = [
          'operator',
          'backdate',
          'points:write',
          ...(isPublic ? ['members:read'] : [about?.endsWith('bob') ? 'ada' : 'bob']),
          ...(isCase ? ['members:read'] : []),
        ];
        for (const name of closed) expect(names).not.toContain(name);
        const byRights = [...Map.groupBy(open, ({ actor }) => rightsOf(actor)).values()];
        expect(byRights.length).toBeGreaterThan(5);
        for (const [one, ...others] of byRights) {
          const last = one?.shared.ofGroup.at(-1);
          expect([i, one?.name, last === undefined]).toEqual([i, one?.name, false]);
          for (const other of others) expect([i, other.name, other.shared.ofGroup.at(-1)]).toEqual([i, other.name, last]);
        }
      }
    },
    60_000,
  );

  const weakened: Readonly<Record<string, ShareKey>> = {
    'the scopes': (args, actor, followed) => shareKey(args, { ...actor, scopes: new Set() }, followed),
    'the role': (args, actor, followed) => shareKey(args, { ...actor, role: 'ADMIN' }, followed),
    'the programme': (args, actor, followed) => shareKey(args, { ...actor, programId: null }, followed),
    'the variables': (args, actor, followed) => shareKey({ ...args, variableValues: {} }, actor, followed),
    'the document': (args, actor, followed) => JSON.stringify(JSON.parse(shareKey(args, actor, followed)).slice(1)),
    'the member': (args, actor) => shareKey({ ...args, variableValues: {} }, { ...actor, memberId: null }, null),
  };
  test.each(Object.keys(weakened))('a key that leaves out %s would be found', async (what) => {
    const all = questions(telling).filter(({ query }) => query.includes('summary'));
    const asked = await ask(telling, weakened[what] as ShareKey, all, callers);
    expect(wrongs(all, asked)).not.toEqual([]);
  });
});
