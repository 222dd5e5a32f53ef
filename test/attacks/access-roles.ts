import type { Attack } from './support/attack.js';
import { outcome, type Person } from './support/graphql.js';
import { enrollMember, givePoints, mintToken } from './support/program.js';
import { message, RawWebSocket } from './support/raw-websocket.js';
import { MUTATIONS } from './support/schema-walk.js';
import type { World } from './support/world.js';

const CREATE_KEY = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret errors { code } } }';
const REVOKE = 'mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { errors { code } } }';
const ROTATE = 'mutation ($input: RotateApiKeyInput!) { rotateApiKey(input: $input) { secret errors { code } } }';
const STAFF = 'mutation ($input: CreateStaffInput!) { createStaff(input: $input) { secret errors { code } } }';
const UPDATE_STAFF = 'mutation ($input: UpdateStaffInput!) { updateStaff(input: $input) { errors { code } } }';
const SPEND = 'mutation ($input: SpendPointsInput!) { spendPoints(input: $input) { replayed entry { id } errors { code } } }';
const TOKEN = 'mutation ($input: CreateMemberTokenInput!) { createMemberToken(input: $input) { token errors { code } } }';
const OPEN_CASE = 'mutation ($input: OpenSupportCaseInput!) { openSupportCase(input: $input) { errors { code } } }';
const REPLY = 'mutation ($input: ReplyToSupportCaseInput!) { replyToSupportCase(input: $input) { errors { code } } }';
const RATE = 'mutation ($input: RateSupportCaseInput!) { rateSupportCase(input: $input) { errors { code } } }';
const FORBIDDEN = { status: 200, code: 'FORBIDDEN' };
const REFUSED = { status: 200, code: 'INVALID_INPUT' };

const ask = (who: (world: World) => Person, query: string, input: (world: World) => unknown) => async (world: World) =>
  outcome(await who(world).ask(query, { input: input(world) }));

/** How often each outcome came, of commands that are sent at once. */
async function tally(answers: readonly Promise<Awaited<ReturnType<Person['ask']>>>[]): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const asked of await Promise.all(answers)) {
    const { replayed } = (Object.values(asked.answer.data ?? {})[0] ?? {}) as { replayed?: boolean };
    const { code } = outcome(asked);
    const what = code ?? (replayed ? 'replayed' : 'done');
    counts[what] = (counts[what] ?? 0) + 1;
  }
  return counts;
}

async function rich({ lab }: World, points: number): Promise<string> {
  const id = await enrollMember(lab.admin, `rich ${Math.random()}`);
  await givePoints(lab.admin, id, points);
  return id;
}
const active = async ({ lab }: World, id: string): Promise<number | undefined> => {
  const member = await lab.admin.get<{ wallets: { active: number }[] }>(
    'query ($ref: MemberRef!) { member(ref: $ref) { wallets { active } } }',
    {
      ref: { id },
    },
  );
  return member.wallets[0]?.active;
};
const thirty = <T>(make: (i: number) => T): T[] => Array.from({ length: 30 }, (_, i) => make(i));

/** What an operator, a member and nobody may not do: everything but what is named. */
const all = (who: string, caller: (world: World) => Person, code: string, may: readonly string[] = []): readonly Attack[] =>
  MUTATIONS.filter(({ name }) => !may.includes(name)).map(
    ({ name, request }): Attack => ({
      name: `${name} by ${who}`,
      run: async (world) => {
        const { query, variables } = request(world.lab.victimId);
        return { code: outcome(await caller(world).ask(query, variables)).code };
      },
      expect: { code },
    }),
  );

/** For themselves. */
const MEMBERS_MAY = [
  ...['openSupportCase', 'replyToSupportCase', 'rateSupportCase', 'markNotificationsRead', 'updateCommunityProfile'],
  ...['createThread', 'updateThread', 'followThread', 'unfollowThread', 'markThreadRead', 'votePoll', 'acceptAnswer', 'withdrawAnswer'],
  ...['createPost', 'updatePost', 'deletePost', 'addReaction', 'removeReaction', 'flagPost'],
];

export const ROLES: readonly Attack[] = [
  ...all('a member', ({ lab }) => lab.mallory, 'FORBIDDEN', MEMBERS_MAY),
  ...all('nobody', ({ nobody }) => nobody, 'UNAUTHENTICATED'),
  ...all('the operator', ({ operator }) => operator, 'FORBIDDEN', ['createProgram']),
  {
    name: 'a member opens a case for another',
    run: async ({ lab }) => {
      const input = { member: { id: lab.victimId }, subject: 'x', body: 'x' };
      return { code: outcome(await lab.mallory.ask(OPEN_CASE, { input })).code };
    },
    expect: { code: 'MEMBER_NOT_FOUND' },
  },
  ...['reply', 'rate'].map(
    (what): Attack => ({
      name: `a member has a part in another's case: ${what}`,
      run: async ({ lab, labHas }) => {
        const input = { case: labHas.supportCase, ...(what === 'reply' ? { body: 'x' } : { rating: 1 }) };
        return { code: outcome(await lab.mallory.ask(what === 'reply' ? REPLY : RATE, { input })).code };
      },
      expect: { code: 'SUPPORT_CASE_NOT_FOUND' },
    }),
  ),
  ...[
    ['createPost', 'CreatePostInput', { body: 'x', idempotencyKey: 'theirs' }, 'thread'],
    ['addReaction', 'ReactionInput', { kind: 'LIKE' }, 'post'],
    ['markThreadRead', 'MarkThreadReadInput', {}, 'thread'],
  ].map(
    ([name, type, more, about]): Attack => ({
      name: `a member takes part for another: ${name}`,
      run: async ({ lab, labHas }) => {
        const input = { member: { id: lab.victimId }, ...(more as object), [about as string]: labHas[about as 'thread' | 'post'] };
        const text = `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code } } }`;
        return { code: outcome(await lab.mallory.ask(text, { input })).code };
      },
      expect: { code: 'MEMBER_NOT_FOUND' },
    }),
  ),
  ...[
    ['updatePost', 'UpdatePostInput', { body: 'x' }],
    ['deletePost', 'DeletePostInput', {}],
  ].map(
    ([name, type, more]): Attack => ({
      name: `a member changes what another wrote: ${name}`,
      run: async ({ lab, labHas }) => {
        const text = `mutation ($input: ${type}!) { ${name}(input: $input) { errors { code } } }`;
        return { code: outcome(await lab.mallory.ask(text, { input: { post: labHas.post, ...(more as object) } })).code };
      },
      expect: { code: 'POST_NOT_YOURS' },
    }),
  ),
  {
    name: 'a member writes an internal note, or an urgent case',
    run: async ({ lab, labHas }) => {
      const note = await lab.mallory.ask(REPLY, { input: { case: labHas.supportCase, body: 'x', isInternal: true } });
      const urgent = { member: { id: lab.malloryId }, subject: 'x', body: 'x', priority: 'URGENT' };
      return { codes: [outcome(note).code, outcome(await lab.mallory.ask(OPEN_CASE, { input: urgent })).code] };
    },
    expect: { codes: ['FORBIDDEN', 'FORBIDDEN'] },
  },
  {
    name: 'a key gives a scope that it lacks',
    run: ask(
      ({ lab }) => lab.partner,
      CREATE_KEY,
      () => ({ name: 'more', scopes: ['members:read', 'points:adjust'] }),
    ),
    expect: REFUSED,
  },
  {
    name: 'a key gives the scope of the operator',
    run: ask(
      ({ lab }) => lab.admin,
      CREATE_KEY,
      () => ({ name: 'more', scopes: ['programs:create'] }),
    ),
    expect: REFUSED,
  },
  {
    name: 'a key gives the scope of members',
    run: ask(
      ({ lab }) => lab.admin,
      CREATE_KEY,
      () => ({ name: 'more', scopes: ['self:read'] }),
    ),
    expect: REFUSED,
  },
  {
    name: 'a key gives a scope named __proto__',
    run: ask(
      ({ lab }) => lab.admin,
      CREATE_KEY,
      () => ({ name: 'more', scopes: ['__proto__', 'constructor'] }),
    ),
    expect: REFUSED,
  },
  {
    name: 'a key gives the scope *',
    run: ask(
      ({ lab }) => lab.admin,
      CREATE_KEY,
      () => ({ name: 'more', scopes: ['*'] }),
    ),
    expect: REFUSED,
  },
  {
    name: 'a clerk makes a key',
    run: ask(
      ({ lab }) => lab.clerk,
      CREATE_KEY,
      () => ({ name: 'mine', scopes: ['members:read'] }),
    ),
    expect: FORBIDDEN,
  },
  {
    name: 'a clerk makes an admin',
    run: ask(
      ({ lab }) => lab.clerk,
      STAFF,
      () => ({ name: 'Me', role: 'ADMIN' }),
    ),
    expect: FORBIDDEN,
  },
  {
    name: 'a clerk makes themselves an admin',
    run: ask(
      ({ lab }) => lab.clerk,
      UPDATE_STAFF,
      ({ lab }) => ({ id: lab.clerkId, role: 'ADMIN' }),
    ),
    expect: FORBIDDEN,
  },
  {
    name: 'a clerk revokes a key',
    run: ask(
      ({ lab }) => lab.clerk,
      REVOKE,
      ({ lab }) => ({ id: lab.partnerKeyId }),
    ),
    expect: FORBIDDEN,
  },
  {
    name: 'a clerk makes a token of a member',
    run: ask(
      ({ lab }) => lab.clerk,
      TOKEN,
      ({ lab }) => ({ member: { id: lab.victimId } }),
    ),
    expect: FORBIDDEN,
  },
  {
    name: 'a key makes a token without the scope',
    run: ask(
      ({ lab }) => lab.partner,
      TOKEN,
      ({ lab }) => ({ member: { id: lab.victimId } }),
    ),
    expect: FORBIDDEN,
  },
  {
    name: 'an admin revokes a key of another programme',
    run: ask(
      ({ lab }) => lab.admin,
      REVOKE,
      ({ rivalHas }) => ({ id: rivalHas.apiKey }),
    ),
    expect: REFUSED,
  },
  {
    name: 'an admin takes over a key of another programme',
    run: ask(
      ({ lab }) => lab.admin,
      ROTATE,
      ({ rivalHas }) => ({ id: rivalHas.apiKey }),
    ),
    expect: REFUSED,
  },
  {
    name: 'an admin disables the staff of another programme',
    run: ask(
      ({ lab }) => lab.admin,
      UPDATE_STAFF,
      ({ rivalHas }) => ({ id: rivalHas.staff, isEnabled: false }),
    ),
    expect: REFUSED,
  },
  {
    name: 'a key with few scopes takes over one with more by giving it a new secret',
    run: async ({ lab }) => {
      const keys = await lab.admin.get<{ id: string; staffId: string | null; name: string }[]>('{ apiKeys { id staffId name } }');
      const ofAdmin = keys.find(({ name }) => name === 'Ada');
      const { code } = outcome(await lab.partner.ask(ROTATE, { input: { id: ofAdmin?.id } }));
      return { isAdminFound: ofAdmin !== undefined, isTaken: code === null };
    },
    expect: { isAdminFound: true, isTaken: false },
  },
  {
    name: 'two admins take each other’s role at once',
    run: async ({ rival, operator }) => {
      const { secret } = await operator.get<{ secret: string }>(
        'mutation { createProgram(input: { name: "Two", currencyCode: "USD", admin: { name: "One" } }) { secret } }',
      );
      const one = rival.admin.as(secret);
      const two = await one.get<{ secret: string; staff: { id: string } }>(
        'mutation { createStaff(input: { name: "Two", role: ADMIN }) { secret staff { id } } }',
      );
      const [first] = await one.get<{ id: string }[]>('{ staff { id } }');
      const input = (id: string | undefined) => ({ input: { id, role: 'STAFF' } });
      await Promise.all([one.ask(UPDATE_STAFF, input(two.staff.id)), one.as(two.secret).ask(UPDATE_STAFF, input(first?.id))]);
      const left = await Promise.all([one, one.as(two.secret)].map((each) => each.ask('{ staff { role } }')));
      return { areAdminsLeft: left.some(({ text }) => text.includes('"ADMIN"')) };
    },
    expect: { areAdminsLeft: true },
  },
  {
    name: 'the last admin disables themselves',
    run: async (world) =>
      ask(
        ({ lab }) => lab.admin,
        UPDATE_STAFF,
        () => ({ id: world.shopHas.staff, isEnabled: false }),
      )({ ...world, lab: world.shop }),
    expect: REFUSED,
  },
  {
    name: 'a member follows the whole programme',
    run: async ({ open, lab }) => {
      const client = await RawWebSocket.greeted(open.port, lab.mallory.key as string);
      await client.send(message({ id: 'a', type: 'subscribe', payload: { query: 'subscription { journal { __typename } }' } }));
      await client.until(() => client.messages.length > 1);
      client.drop();
      return { isForbidden: JSON.stringify(client.messages).includes('FORBIDDEN') };
    },
    expect: { isForbidden: true },
  },
  ...['{ id: $v }', '{ externalId: "victim" }', '{ email: "victim@example.com" }'].map(
    (ref): Attack => ({
      name: `a member follows another one by ${ref}`,
      run: async ({ open, lab }) => {
        const client = await RawWebSocket.greeted(open.port, lab.mallory.key as string);
        const query = `subscription ${ref.includes('$v') ? '($v: ID!)' : ''} { balanceChanged(member: ${ref}) { ... on BalanceSnapshot { wallets { active } } } }`;
        await client.send(
          message({ id: 'a', type: 'subscribe', payload: { query, variables: ref.includes('$v') ? { v: lab.victimId } : {} } }),
        );
        await client.until(() => client.messages.length > 1);
        client.drop();
        const text = JSON.stringify(client.messages);
        return { isRefused: text.includes('BAD_USER_INPUT'), isTold: text.includes('active') };
      },
      expect: { isRefused: true, isTold: false },
    }),
  ),
  {
    name: 'a member goes on behind another one’s cursor',
    run: async ({ open, lab }) => {
      const page = await lab.admin.get<{ items: { cursor: string }[] }>(
        'query ($id: ID!) { journal(filter: { member: { id: $id } }) { items { cursor } } }',
        { id: lab.victimId },
      );
      const client = await RawWebSocket.greeted(open.port, lab.mallory.key as string);
      const query = 'subscription ($id: ID!, $after: String) { journal(filter: { member: { id: $id } }, after: $after) { __typename } }';
      const variables = { id: lab.malloryId, after: page.items[0]?.cursor };
      await client.send(message({ id: 'a', type: 'subscribe', payload: { query, variables } }));
      await client.until(() => client.messages.length > 1);
      client.drop();
      return { isRefused: JSON.stringify(client.messages).includes('BAD_USER_INPUT') };
    },
    expect: { isRefused: true },
  },
  {
    name: 'the lists of a programme by a member: members, keys, staff, providers, feed',
    run: async ({ lab }) => {
      const codes = await Promise.all(
        [
          'members { nodes { id } }',
          'apiKeys { id }',
          'staff { id }',
          'identityProviders { id }',
          'feedInfo { headCursor }',
          'journal { items { number } }',
        ].map(async (field) => outcome(await lab.mallory.ask(`{ ${field} }`)).code),
      );
      return [...new Set(codes)];
    },
    expect: ['FORBIDDEN'],
  },
  {
    name: 'all points 30 times at once: done once',
    run: async (world) => {
      const id = await rich(world, 100);
      const input = (i: number) => ({ input: { member: { id }, amount: 100, idempotencyKey: `twice ${id} ${i}` } });
      return { ...(await tally(thirty((i) => world.lab.admin.ask(SPEND, input(i))))), active: await active(world, id) };
    },
    expect: { done: 1, INSUFFICIENT_POINTS: 29, active: 0 },
  },
  {
    name: 'all points at both processes at once: done once',
    run: async (world) => {
      const id = await rich(world, 100);
      const { lab, strict } = world;
      const input = (i: number) => ({ input: { member: { id }, amount: 100, idempotencyKey: `both ${id} ${i}` } });
      const at = (i: number) => (i % 2 ? lab.admin : lab.admin.at(strict.url));
      return { ...(await tally(thirty((i) => at(i).ask(SPEND, input(i))))), active: await active(world, id) };
    },
    expect: { done: 1, INSUFFICIENT_POINTS: 29, active: 0 },
  },
  {
    name: 'one command 30 times at once: done once, and the same answer each time',
    run: async (world) => {
      const id = await rich(world, 100);
      const input = { input: { member: { id }, amount: 10, idempotencyKey: 'same' } };
      return { ...(await tally(thirty(() => world.lab.admin.ask(SPEND, input)))), active: await active(world, id) };
    },
    expect: { done: 1, replayed: 29, active: 90 },
  },
  {
    name: 'one key with 30 different amounts at once: done once',
    run: async (world) => {
      const id = await rich(world, 1_000);
      const { IDEMPOTENCY_KEY_REUSED, done } = await tally(
        thirty((i) => world.lab.admin.ask(SPEND, { input: { member: { id }, amount: i + 1, idempotencyKey: 'differs' } })),
      );
      return { done, IDEMPOTENCY_KEY_REUSED };
    },
    expect: { done: 1, IDEMPOTENCY_KEY_REUSED: 29 },
  },
  {
    name: 'one purchase number 30 times at once with different keys: recorded once',
    run: async (world) => {
      const id = await enrollMember(world.lab.admin, `orders ${Math.random()}`);
      const query = 'mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { replayed errors { code } } }';
      const input = (i: number) => ({
        input: { member: { id }, externalId: 'order', idempotencyKey: `order ${i}`, purchase: { amount: '5' } },
      });
      return { ...(await tally(thirty((i) => world.lab.admin.ask(query, input(i))))), active: await active(world, id) };
    },
    expect: { done: 1, ACTIVITY_ALREADY_RECORDED: 29, active: 5 },
  },
  {
    name: 'one externalId enrolled 30 times at once: one member',
    run: async ({ lab }) => {
      const query = 'mutation ($input: EnrollMemberInput!) { enrollMember(input: $input) { member { id } errors { code } } }';
      const input = { input: { externalId: `once ${Math.random()}` } };
      return tally(thirty(() => lab.admin.ask(query, input)));
    },
    expect: { done: 1, EXTERNAL_ID_TAKEN: 29 },
  },
  {
    name: 'a key of one member replayed for another: two commands',
    run: async (world) => {
      const [one, two] = [await rich(world, 10), await rich(world, 10)];
      const send = (id: string) => world.lab.admin.ask(SPEND, { input: { member: { id }, amount: 10, idempotencyKey: 'shared' } });
      return tally([send(one), send(two)]);
    },
    expect: { done: 2 },
  },
  {
    name: 'a key that another programme used says nothing of it',
    run: async ({ lab, rival }) => {
      const query = 'query ($ref: MemberRef!) { commandOutcome(member: $ref, idempotencyKey: "purchase") { entry { id } } }';
      const theirs = await lab.admin.ask(query, { ref: { id: rival.victimId } });
      return theirs.answer.data?.commandOutcome;
    },
    expect: null,
  },
  {
    name: 'more than there is, by overflow',
    run: async (world) => {
      const id = await rich(world, 10);
      const amounts = [9_007_199_254_740_991, -1, 0, -9_007_199_254_740_991];
      const answers = amounts.map((amount) =>
        world.lab.admin.ask(SPEND, { input: { member: { id }, amount, idempotencyKey: `over ${amount}` } }),
      );
      return { done: (await tally(answers)).done ?? 0, active: await active(world, id) };
    },
    expect: { done: 0, active: 10 },
  },
  {
    name: 'points given until they no longer are exact numbers',
    run: async (world) => {
      const id = await rich(world, 9_007_199_254_740_991);
      const query = 'mutation ($input: AdjustPointsInput!) { adjustPoints(input: $input) { entry { id } errors { code } } }';
      const input = { member: { id }, amount: 9_007_199_254_740_991, idempotencyKey: 'overflow', reason: 'GOODWILL' };
      const { code } = outcome(await world.lab.admin.ask(query, { input }));
      return { isDone: code === null, isDefect: code === 'INTERNAL_SERVER_ERROR', active: await active(world, id) };
    },
    expect: { isDone: false, isDefect: false, active: 9_007_199_254_740_991 },
  },
  {
    name: 'purchases as large as can be, until the points no longer are exact numbers',
    run: async (world) => {
      const id = await enrollMember(world.lab.admin, `vast ${Math.random()}`);
      const query = 'mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { replayed errors { code } } }';
      const input = (i: number) => ({ input: { member: { id }, idempotencyKey: `vast ${i}`, purchase: { amount: '90071992547409' } } });
      const { done, INTERNAL_SERVER_ERROR } = await tally(Array.from({ length: 105 }, (_, i) => world.lab.admin.ask(query, input(i))));
      return { done, defects: INTERNAL_SERVER_ERROR ?? 0, active: await active(world, id) };
    },
    expect: { done: 100, defects: 0, active: 9_007_199_254_740_900 },
  },
  {
    name: 'a closed member spends, and a token of a closed member is refused',
    run: async (world) => {
      const { lab } = world;
      const id = await rich(world, 10);
      const token = lab.mallory.as(await mintToken(lab.admin, id));
      const before = outcome(await token.ask('{ viewer { name } }')).code;
      await lab.admin.get('mutation ($input: SetMemberStatusInput!) { closeMember(input: $input) { errors { code } } }', {
        input: { member: { id } },
      });
      await new Promise((resolve) => setTimeout(resolve, 1_100));
      return {
        before,
        spent: outcome(await lab.admin.ask(SPEND, { input: { member: { id }, amount: 1, idempotencyKey: 'closed' } })).code,
        token: outcome(await token.ask('{ viewer { name } }')).code,
      };
    },
    expect: { before: null, spent: 'MEMBER_NOT_ACTIVE', token: 'UNAUTHENTICATED' },
  },
];
