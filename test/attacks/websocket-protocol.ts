import type { Attack } from './support/attack.js';
import { oneOf } from './support/expect.js';
import { mintToken } from './support/program.js';
import { frame, message, PING, RawWebSocket, TEXT } from './support/raw-websocket.js';
import { SECRET, type World } from './support/world.js';

const WATCH = 'subscription { journal { __typename } }';
const subscribe = (query: unknown, id: unknown = 'a', variables?: object) => ({ id, type: 'subscribe', payload: { query, variables } });

/** How a socket ends that says this first. */
const afterSaying =
  (...values: readonly unknown[]) =>
  async ({ open }: World) => {
    const client = await RawWebSocket.open(open.port);
    await client.say(...values);
    return client.ending();
  };
/** How a socket ends whose caller is known and then says this. */
const afterGreeting =
  (...values: readonly unknown[]) =>
  async ({ open, shop }: World) => {
    const client = await RawWebSocket.greeted(open.port, shop.admin.key as string);
    await client.say(...values);
    return client.ending();
  };
/** The first code that a subscription is refused with; "next" when it is served. */
const refusal =
  (query: string, variables?: object) =>
  async ({ open, shop }: World) => {
    const client = await RawWebSocket.greeted(open.port, shop.admin.key as string);
    await client.say(subscribe(query, 'a', variables));
    await client.until(() => client.messages.length > 1 || client.isClosed);
    const [, told] = client.messages;
    const { isClosed } = client;
    client.drop();
    // What is refused before anything ran comes as an error, what its resolver refuses as a result with errors.
    const errors = told?.type === 'error' ? told.payload : (told?.payload as { errors?: unknown } | undefined)?.errors;
    const [error] = (errors ?? []) as { extensions?: { code?: string } }[];
    return { type: told?.type, code: error?.extensions?.code, isClosed };
  };
const greeting = (payload: unknown) => afterSaying({ type: 'connection_init', payload });
const FORBIDDEN = { closeCode: 4403 };
const refusedWith = (code: string) => ({ code, isClosed: false });

export const PROTOCOL: readonly Attack[] = [
  {
    name: 'nothing is said at all',
    isSlow: true,
    run: async ({ open }) => {
      const start = performance.now();
      const ended = await (await RawWebSocket.open(open.port)).ending(8_000);
      return { ...ended, isInTime: performance.now() - start < 5_000 };
    },
    expect: { closeCode: 4408, isInTime: true },
  },
  {
    name: 'nothing but pings, to be left alone without a greeting',
    isSlow: true,
    run: async ({ open }) => {
      const client = await RawWebSocket.open(open.port);
      const timer = setInterval(() => void client.send(frame(PING)), 200);
      const ended = await client.ending(8_000);
      clearInterval(timer);
      return ended;
    },
    expect: { closeCode: 4408 },
  },
  { name: 'a subscription before the greeting', run: afterSaying(subscribe(WATCH)), expect: { closeCode: 4401 } },
  { name: 'two greetings', run: afterGreeting({ type: 'connection_init' }), expect: { closeCode: 4429 } },
  { name: 'two subscriptions of one id', run: afterGreeting(subscribe(WATCH), subscribe(WATCH)), expect: { closeCode: 4409 } },
  { name: 'a greeting without a credential', run: greeting(undefined), expect: FORBIDDEN },
  { name: 'an unknown key', run: greeting({ authorization: `Bearer lrl_${'x'.repeat(32)}` }), expect: FORBIDDEN },
  { name: 'an object as a credential', run: greeting({ authorization: { $ne: null } }), expect: FORBIDDEN },
  { name: 'an array as a credential', run: greeting({ authorization: ['Bearer x'] }), expect: FORBIDDEN },
  { name: 'a number as a credential', run: greeting({ authorization: 7 }), expect: FORBIDDEN },
  { name: 'true as a credential', run: greeting({ authorization: true }), expect: FORBIDDEN },
  { name: 'a credential of 15 KB', run: greeting({ authorization: `Bearer ${'x'.repeat(15_000)}` }), expect: FORBIDDEN },
  {
    name: 'a good key in an array',
    run: ({ open, shop }) => greeting({ authorization: [`Bearer ${shop.admin.key}`] })({ open } as World),
    expect: FORBIDDEN,
  },
  {
    name: 'a good key behind __proto__',
    run: async ({ open, shop }) => {
      const client = await RawWebSocket.open(open.port);
      await client.send(frame(TEXT, `{"type":"connection_init","payload":{"__proto__":{"authorization":"Bearer ${shop.admin.key}"}}}`));
      return client.ending();
    },
    expect: FORBIDDEN,
  },
  { name: 'a greeting whose payload is a string', run: greeting('Bearer x'), expect: { closeCode: 4400 } },
  {
    name: 'the old protocol',
    run: async ({ open }) => (await RawWebSocket.open(open.port, { protocol: 'graphql-ws' })).ending(),
    expect: { closeCode: oneOf(4406, null), isClosed: true },
  },
  {
    name: 'no protocol',
    run: async ({ open }) => (await RawWebSocket.open(open.port, { protocol: null })).ending(),
    expect: { closeCode: oneOf(4406, null), isClosed: true },
  },
  { name: 'no JSON', run: async (world) => rawText(world, '{"type":'), expect: { closeCode: 4400 } },
  ...['null', '7', '"x"', '[]', '[{"type":"ping"}]', '{}', '{"type":7}', '{"type":"__proto__"}', '{"type":"constructor"}'].map(
    (text): Attack => ({ name: `the message ${text}`, run: (world) => rawText(world, text), expect: { closeCode: 4400 } }),
  ),
  {
    name: 'JSON nested 7,000 deep',
    run: (world) => rawText(world, `${'['.repeat(7_000)}${']'.repeat(7_000)}`),
    expect: { closeCode: 4400 },
  },
  {
    name: 'a subscription without an id',
    run: afterGreeting({ type: 'subscribe', payload: { query: WATCH } }),
    expect: { closeCode: 4400 },
  },
  { name: 'a subscription whose id is an object', run: afterGreeting(subscribe(WATCH, { a: 1 })), expect: { closeCode: 4400 } },
  { name: 'a subscription whose query is an object', run: afterGreeting(subscribe({ $gt: '' })), expect: { closeCode: 4400 } },
  { name: 'a subscription without a payload', run: afterGreeting({ id: 'a', type: 'subscribe' }), expect: { closeCode: 4400 } },
  { name: 'a query', run: refusal('{ viewer { name } }'), expect: refusedWith('BAD_REQUEST') },
  { name: 'a mutation', run: refusal('mutation { goLive { errors { code } } }'), expect: refusedWith('BAD_REQUEST') },
  {
    name: 'a subscription with two root fields',
    run: refusal('subscription { a: journal { __typename } b: journal { __typename } }'),
    expect: refusedWith('GRAPHQL_VALIDATION_FAILED'),
  },
  { name: 'a document that is none', run: refusal('subscription {'), expect: refusedWith('GRAPHQL_PARSE_FAILED') },
  {
    name: 'a document of 2,001 tokens',
    run: refusal(`subscription { journal { ${'__typename '.repeat(2_000)} } }`.slice(0, 15_500)),
    expect: { type: 'error' },
  },
  { name: 'a document of 14 KB of brackets', run: refusal('{'.repeat(14_000)), expect: refusedWith('GRAPHQL_PARSE_FAILED') },
  {
    name: 'a fragment cycle',
    run: refusal('subscription { journal { ...a } } fragment a on JournalItem { ...b } fragment b on JournalItem { ...a }'),
    expect: refusedWith('GRAPHQL_VALIDATION_FAILED'),
  },
  {
    name: 'a variable of the wrong type',
    run: refusal('subscription ($ref: MemberRef!) { balanceChanged(member: $ref) { __typename } }', { ref: { id: { $gt: '' } } }),
    expect: refusedWith('BAD_USER_INPUT'),
  },
  {
    name: 'a variable of the wrong type with a secret in it, which the logs must not have',
    run: refusal('subscription ($ref: MemberRef!) { balanceChanged(member: $ref) { __typename } }', { ref: { id: { secret: SECRET } } }),
    expect: refusedWith('BAD_USER_INPUT'),
  },
  {
    name: 'a cursor that was made up',
    run: refusal('subscription { journal(after: "AAAA") { __typename } }'),
    expect: refusedWith('BAD_USER_INPUT'),
  },
  {
    name: '200 subscriptions on a socket, sent in one go',
    run: async ({ open, shop }) => {
      const client = await RawWebSocket.greeted(open.port, shop.admin.key as string);
      await client.say(...Array.from({ length: 200 }, (_, i) => subscribe(WATCH, `s${i}`)));
      await client.until(() => client.messages.length > 200);
      const served = new Set(client.messages.filter(({ type }) => type === 'next').map(({ id }) => id)).size;
      client.drop();
      return { served, refused: client.messages.filter(({ type }) => type === 'error').length };
    },
    expect: { served: 20, refused: 180 },
  },
  {
    name: 'the 21st subscription of a socket, when 20 are open',
    run: async ({ open, shop }) => {
      const client = await RawWebSocket.greeted(open.port, shop.admin.key as string);
      await client.say(...Array.from({ length: 20 }, (_, i) => subscribe(WATCH, `s${i}`)));
      await client.until(() => client.messages.length > 20);
      await client.say(subscribe(WATCH, 'last'));
      await client.until(() => client.messages.some(({ id }) => id === 'last'));
      client.drop();
      return { last: client.messages.find(({ id }) => id === 'last')?.type };
    },
    expect: { last: 'error' },
  },
  {
    name: '10,000 subscriptions on a socket',
    run: async ({ open, shop }) => {
      const client = await RawWebSocket.greeted(open.port, shop.admin.key as string);
      await client.send(...Array.from({ length: 10_000 }, (_, i) => message(subscribe(WATCH, `s${i}`))));
      const ended = await client.ending();
      return { ...ended, isServed: client.messages.filter(({ type }) => type === 'next').length <= 20 };
    },
    expect: { closeCode: oneOf(1008, null), isClosed: true, isServed: true },
  },
  {
    name: '400 subscriptions that are each ended at once, faster than they begin',
    run: async ({ open, shop }) => {
      const client = await RawWebSocket.greeted(open.port, shop.admin.key as string);
      const both = (i: number) => [message(subscribe(WATCH, `s${i}`)), message({ id: `s${i}`, type: 'complete' })];
      await client.send(...Array.from({ length: 400 }, (_, i) => both(i)).flat());
      await new Promise((resolve) => setTimeout(resolve, 500));
      await client.say(subscribe(WATCH, 'last'));
      const isServed = await client.until(() => client.messages.some(({ id, type }) => id === 'last' && type === 'next'), 5_000);
      client.drop();
      return { isServed };
    },
    expect: { isServed: true },
  },
  {
    name: '300 sockets at once, each with a subscription, all dropped without a word',
    run: async ({ open, shop }) => {
      const clients = await Promise.all(Array.from({ length: 300 }, () => RawWebSocket.greeted(open.port, shop.admin.key as string)));
      await Promise.all(clients.map((client) => client.say(subscribe(WATCH))));
      const served = await Promise.all(clients.map((client) => client.until(() => client.messages.some(({ type }) => type === 'next'))));
      for (const client of clients) client.drop();
      const { status } = await shop.admin.ask('{ viewer { name } }');
      return { areServed: served.every(Boolean), status };
    },
    expect: { areServed: true, status: 200 },
  },
  {
    name: 'a reader that never reads and answers no ping',
    isSlow: true,
    run: async ({ open, shop }) => {
      const client = await RawWebSocket.greeted(open.port, shop.admin.key as string);
      await client.say(subscribe(WATCH));
      client.deafen();
      // Only by writing does it learn that it was cut off.
      const timer = setInterval(() => void client.send(frame(PING)), 500);
      const isClosed = await client.until(() => client.isClosed, 32_000);
      clearInterval(timer);
      client.drop();
      return { isClosed };
    },
    expect: { isClosed: true },
  },
  {
    name: 'a subscription goes on after its key was revoked',
    run: async ({ open, lab }) => {
      const { secret, apiKey } = await lab.admin.get<{ secret: string; apiKey: { id: string } }>(
        'mutation { createApiKey(input: { name: "watch", scopes: ["members:read"] }) { secret apiKey { id } } }',
      );
      const client = await RawWebSocket.greeted(open.port, secret);
      await client.say(subscribe(WATCH));
      await client.until(() => client.messages.length > 1);
      await lab.admin.get('mutation ($input: RevokeApiKeyInput!) { revokeApiKey(input: $input) { errors { code } } }', {
        input: { id: apiKey.id },
      });
      return servedAfter(client, () => lab.admin.get('mutation { enrollMember(input: {}) { member { id } } }'));
    },
    expect: { isServed: false },
  },
  {
    name: 'a subscription of a member goes on after the membership was closed',
    run: async ({ open, lab }) => {
      const { member } = await lab.admin.get<{ member: { id: string } }>('mutation { enrollMember(input: {}) { member { id } } }');
      const client = await RawWebSocket.greeted(open.port, await mintToken(lab.admin, member.id));
      await client.say(
        subscribe('subscription ($id: ID!) { journal(filter: { member: { id: $id } }) { __typename } }', 'a', { id: member.id }),
      );
      await client.until(() => client.messages.length > 1);
      const change = (name: string) =>
        lab.admin.get(`mutation ($input: SetMemberStatusInput!) { ${name}(input: $input) { errors { code } } }`, { input: { member } });
      await change('closeMember');
      return servedAfter(client, () =>
        lab.admin.get('mutation ($input: UpdateMemberInput!) { updateMember(input: $input) { errors { code } } }', {
          input: { member, givenName: 'After' },
        }),
      );
    },
    expect: { isServed: false },
  },
];

async function rawText({ open }: World, text: string) {
  const client = await RawWebSocket.open(open.port);
  await client.send(frame(TEXT, text));
  return client.ending();
}

/** Whether a socket is told of what happens from two seconds from now on. */
async function servedAfter(client: RawWebSocket, happen: () => Promise<unknown>): Promise<{ isServed: boolean }> {
  await new Promise((resolve) => setTimeout(resolve, 2_000));
  const before = client.messages.length;
  await happen();
  const isServed = await client.until(() => client.messages.slice(before).some(({ type }) => type === 'next'), 1_000);
  client.drop();
  return { isServed };
}
