import type { Attack, AttackGroup } from './support/attack.js';
import { below } from './support/expect.js';
import { type Asked, outcome } from './support/graphql.js';
import { enrollMember } from './support/program.js';
import { message, RawWebSocket } from './support/raw-websocket.js';
import { LEAVES, type Leaf } from './support/schema-walk.js';
import type { World } from './support/world.js';

const TEXTS = [
  "' OR '1'='1",
  "'; DROP TABLE members; --",
  "\\'; SELECT pg_sleep(3); --",
  '1); DELETE FROM journal; --',
  '" OR ""="',
  '$1 $2 ? :name %s %(x)s',
  "'||(SELECT secret FROM installation)||'",
  'nul \0 in it',
  '\0',
  'lone surrogates \ud800 and \udc00',
  '\uffff\ufffe\u202e\u0000',
  '__proto__',
  'constructor',
  `$\{7*7}{{7*7}}<%=7*7%>`,
  '../../etc/passwd%00',
  'x\r\nset-cookie: a=b\r\n\r\n',
  '<script>alert(1)</script>',
  '',
  ' ',
  'x'.repeat(300),
  '🙂'.repeat(200),
  'x'.repeat(20_000),
];
const OTHERS: readonly unknown[] = [
  { $gt: '' },
  { $ne: null },
  { toString: 'x' },
  [],
  ['a', 'b'],
  {},
  true,
  0,
  -1,
  1e300,
  null,
  { __proto__: null },
];

const NUMBERS: readonly unknown[] = [
  ...[2 ** 31, -(2 ** 31) - 1, 2 ** 53, -(2 ** 53), 1e308, -0, 0, -1, 0.1, 1e-10],
  ...['1e9', '0x10', 'NaN', 'Infinity', '-Infinity', '1'.repeat(400), '١٢', '1,5', ' 1', '', {}, [], true, null],
];
const INSTANTS: readonly unknown[] = [
  ...['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', '+275760-09-13T00:00:00Z', '-271821-04-20T00:00:00Z', '2020-02-30T00:00:00Z'],
  ...['2020-01-01T25:00:00Z', '2020-01-01', 'now', '', "' OR 1=1", 0, -1, 8.64e15, 8.64e15 + 1, 1e300, {}, [], null, true],
];
const valuesFor = (scalar: string): readonly unknown[] => {
  if (scalar === 'String' || scalar === 'ID') return [...TEXTS, ...OTHERS];
  if (scalar === 'DateTimeISO') return INSTANTS;
  if (scalar === 'JSONObject') return [...TEXTS.map((text) => ({ [text]: text, nested: [{ [text]: [text] }] })), ...OTHERS, 'x', [1]];
  if (scalar === 'Boolean') return OTHERS;
  return NUMBERS;
};

const show = (value: unknown): string => (JSON.stringify(value) ?? String(value)).slice(0, 60);
/** A defect shows as an internal error, or as anything that is no plain yes or no. */
const isDefect = ({ status, answer, ms, headers }: Asked): boolean =>
  (status !== 200 && status !== 400) ||
  ms > 2_500 ||
  headers.get('set-cookie') !== null ||
  (answer.errors ?? []).some(({ extensions }) => !extensions?.code || extensions.code === 'INTERNAL_SERVER_ERROR');

/** What they do to a member would keep the others from getting far. */
const ENDING = /^(close|erase|suspend)Member$/;

/** Everything that might break it in one place; gives what did. */
const breaking =
  (leaf: Leaf) =>
  async (world: World): Promise<string[]> => {
    const caller = leaf.field === 'createProgram' ? world.operator : world.lab.admin;
    const memberId = ENDING.test(leaf.field) ? await enrollMember(world.lab.admin, `ending ${Math.random()}`) : world.lab.malloryId;
    const broken: string[] = [];
    const values = [...valuesFor(leaf.scalar)];
    const work = async () => {
      for (let value = values.shift(); value !== undefined || values.length > 0; value = values.shift()) {
        const { query, variables } = leaf.request(value, memberId);
        const asked = await caller.ask(query, variables);
        if (isDefect(asked)) broken.push(`${show(value)}: ${asked.status} ${asked.text.slice(0, 200)}`);
      }
    };
    await Promise.all([work(), work(), work(), work()]);
    return broken;
  };

const breakingSocket =
  (leaf: Leaf) =>
  async ({ open, lab }: World): Promise<string[]> => {
    const broken: string[] = [];
    for (const value of valuesFor(leaf.scalar)) {
      const client = await RawWebSocket.greeted(open.port, lab.admin.key as string);
      const payload = leaf.request(value, lab.malloryId);
      const bytes = message({ id: 'a', type: 'subscribe', payload });
      await client.send(bytes);
      await client.until(() => client.messages.length > 1 || client.closeCode !== null || client.isClosed, 3_000);
      const [, told] = client.messages;
      const text = JSON.stringify(told ?? null);
      const isTooLong = bytes.length > 16 * 1024;
      if (!isTooLong && (!told || text.includes('INTERNAL_SERVER_ERROR'))) broken.push(`${show(value)}: ${client.closeCode} ${text}`);
      client.drop();
    }
    return broken;
  };

const ATTRIBUTES = 'mutation ($input: EnrollMemberInput!) { enrollMember(input: $input) { member { id attributes } errors { code } } }';

const BY_HAND: readonly Attack[] = [
  {
    name: '__proto__ in attributes changes no prototype and comes back as it was',
    run: async ({ lab }) => {
      const { text, status } = await lab.admin.post(
        `{"query":${JSON.stringify(ATTRIBUTES)},"variables":{"input":{"attributes":{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}}}}`,
      );
      const { text: after } = await lab.admin.ask('{ viewer { name scopes } }');
      return { status, isInternal: text.includes('INTERNAL'), isPolluted: after.includes('isAdmin') };
    },
    expect: { status: 200, isInternal: false, isPolluted: false },
  },
  {
    name: '__proto__ as the name of a variable',
    run: async ({ lab }) =>
      outcome(
        await lab.admin.post(
          '{"query":"query ($__proto__: Int) { members(first: $__proto__) { nodes { id } } }","variables":{"__proto__":1}}',
        ),
      ),
    expect: { status: { asymmetricMatch: (status: unknown) => status === 200 || status === 400 } },
  },
  {
    name: 'a page size in the prototype of the variables is none',
    run: async ({ lab }) =>
      outcome(
        await lab.admin.post(
          '{"query":"query ($n: Int) { members(first: $n, last: 100) { nodes { id } } }","variables":{"__proto__":{"n":1}}}',
        ),
      ),
    expect: { status: 200, code: null },
  },
  {
    name: 'a variable twice: a small page for the gate and a large one behind it',
    run: async ({ lab }) =>
      outcome(
        await lab.admin.post(
          '{"query":"query ($n: Int) { members(first: $n) { nodes { journal(first: 100) { nodes { changes { amount } } } } } }","variables":{"n":1,"n":100}}',
        ),
      ),
    expect: { status: 400, code: 'COST_LIMIT_EXCEEDED' },
  },
  {
    name: 'a text with every quote of SQL comes back letter by letter',
    run: async ({ lab }) => {
      const externalId = `it's "quoted" \`so\` $$and$$ -- /* so */ ; \\ ${Math.random()}`;
      const id = await enrollMember(lab.admin, externalId);
      const member = await lab.admin.get<{ id: string; externalId: string }>(
        'query ($ref: MemberRef!) { member(ref: $ref) { id externalId } }',
        { ref: { externalId } },
      );
      return { isSame: member.id === id && member.externalId === externalId };
    },
    expect: { isSame: true },
  },
  {
    name: 'wild cards of SQL find nobody',
    run: async ({ lab }) => {
      const found = await Promise.all(
        ['%', '_ictim', 'v%', '.*', 'VICTIM', 'victim ', 'victim\u200b'].map((externalId) =>
          lab.admin.ask('query ($ref: MemberRef!) { member(ref: $ref) { id } }', { ref: { externalId } }),
        ),
      );
      return found.filter(({ text }) => text.includes('mem_')).length;
    },
    expect: 0,
  },
  {
    name: 'a name of a member that waits in SQL',
    run: async ({ lab }) => {
      const { status, ms } = await lab.admin.ask('query ($ref: MemberRef!) { member(ref: $ref) { id } }', {
        ref: { email: "x'; select pg_sleep(5); --@example.com" },
      });
      return { status, ms };
    },
    expect: { status: 200, ms: below(2_000) },
  },
  {
    name: 'ids that overflow, are cut, or are of another kind',
    run: async ({ lab }) => {
      const ids = [
        `mem_${'z'.repeat(26)}`,
        `mem_8${'0'.repeat(25)}`,
        `mem_${'0'.repeat(26)}`,
        'mem_',
        'mem',
        '_',
        lab.victimId.toUpperCase(),
        lab.victimId.slice(0, -1),
        `${lab.victimId}0`,
        lab.victimId.replace('mem_', 'prg_'),
        `ent_${lab.victimId}_0`,
        `ent_${lab.victimId}_999999999999999`,
        `ent_${lab.victimId}_9999999999999999999`,
        `ent_${lab.victimId}_-1`,
        `act_${lab.victimId}_1`,
        `ent_ent_${lab.victimId}_1_1`,
      ];
      const asked = await lab.admin.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids });
      const nodes = asked.answer.data?.nodes as unknown[] | undefined;
      return { status: asked.status, found: nodes?.filter((node) => node !== null).length };
    },
    expect: { status: 200, found: 0 },
  },
];

export const INJECTION: AttackGroup = {
  name: 'injection',
  attacks: [
    ...BY_HAND,
    ...LEAVES.map(
      (leaf): Attack => ({
        name: `whatever may break it in ${leaf.root} ${leaf.field}: ${leaf.path.join('.')} (${leaf.scalar})`,
        run: leaf.root === 'subscription' ? breakingSocket(leaf) : breaking(leaf),
        expect: [],
      }),
    ),
  ],
};
