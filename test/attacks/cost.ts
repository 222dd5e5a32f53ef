import type { Attack, AttackGroup } from './support/attack.js';
import { below, oneOf } from './support/expect.js';
import { outcome } from './support/graphql.js';
import { STRICT_LIMIT, type World } from './support/world.js';

const KB = 1_024;
/** How a document of the shop's admin is answered, and how fast. */
const run =
  (query: string, variables: Readonly<Record<string, unknown>> = {}) =>
  async ({ shop }: World) => {
    const asked = await shop.admin.ask(query, variables);
    return { ...outcome(asked), ms: asked.ms };
  };
const ms = below(1_000);
const REFUSED = { status: 400, ms };
const SHAPE = { status: 400, code: 'GRAPHQL_VALIDATION_FAILED', ms };
const PARSE = { status: 400, code: 'GRAPHQL_PARSE_FAILED', ms };
const COST = { status: 400, code: 'COST_LIMIT_EXCEEDED', ms };
const times = (count: number, text: (i: number) => string): string => Array.from({ length: count }, (_, i) => text(i)).join(' ');
const fill = (text: string): string => text.repeat(Math.floor((95 * KB) / Buffer.byteLength(JSON.stringify(text).slice(1, -1))));
const nested = (depth: number): string => `${'nodes { journal { '.repeat(depth)} nodes { id } ${'} }'.repeat(depth)}`;

const page = (name: string, field: string, first: unknown, expect: object): Attack => ({
  name,
  run: run(`query ($first: Int${field.startsWith('journal') ? '!' : ''}) { ${field} }`, { first }),
  expect,
});
const MEMBERS = 'members(first: $first) { nodes { id } }';

export const COST_GROUP: AttackGroup = {
  name: 'cost',
  attacks: [
    {
      name: 'a document of 121,005 tokens',
      run: async ({ shop }) => outcome(await shop.admin.ask(`{ viewer { ${'name '.repeat(121_000)} } }`)),
      expect: { status: oneOf(400, 413), code: oneOf('GRAPHQL_PARSE_FAILED', 'PAYLOAD_TOO_LARGE') },
    },
    { name: 'as many tokens as 95 KB hold', run: run(`{ viewer { ${fill('a ')} } }`), expect: PARSE },
    { name: '95 KB of opening braces', run: run(fill('{')), expect: PARSE },
    { name: '95 KB of opening brackets in an argument', run: run(`{ node(id: ${fill('[')}`), expect: PARSE },
    { name: '95 KB of opening braces in an argument', run: run(`{ member(ref: ${fill('{a:')}`), expect: PARSE },
    { name: '95 KB of commas', run: run(`{ viewer { name } }${fill(',')}`), expect: { status: 200, ms } },
    { name: '95 KB of comments', run: run(`{ viewer { name } }${fill('#x\n')}`), expect: { status: 200, ms } },
    { name: '95 KB of list type brackets', run: run(`query ($a: ${fill('[')}`), expect: PARSE },
    { name: 'a string of 95 KB that does not end', run: run(`{ node(id: "${fill('x')}`), expect: PARSE },
    { name: 'a block string of 95 KB of escapes', run: run(`{ node(id: """${fill('\\"""')}`), expect: PARSE },
    { name: '95 KB of byte order marks', run: run(`${fill('\ufeff')}{ viewer { name } }`), expect: { ms } },
    { name: 'a document with a NUL', run: run('{ viewer { name\0 } }'), expect: PARSE },
    { name: 'an empty document', run: run(''), expect: REFUSED },
    { name: 'only a fragment', run: run('fragment a on Viewer { name }'), expect: REFUSED },
    { name: 'a fragment that contains itself', run: run('{ viewer { ...a } } fragment a on Viewer { ...a }'), expect: SHAPE },
    {
      name: 'a cycle of 100 fragments',
      run: run(`{ viewer { ...f0 } } ${times(100, (i) => `fragment f${i} on Viewer { ...f${(i + 1) % 100} }`)}`),
      expect: SHAPE,
    },
    {
      name: 'a cycle of fragments that nothing uses',
      run: run('{ viewer { name } } fragment a on Viewer { ...b } fragment b on Viewer { ...a }'),
      expect: SHAPE,
    },
    {
      name: 'fragments that double 30 times',
      run: run(
        `{ viewer { ...f0 } } ${times(30, (i) => `fragment f${i} on Viewer { ...f${i + 1} ...f${i + 1} }`)} fragment f30 on Viewer { name }`,
      ),
      expect: SHAPE,
    },
    {
      name: 'inline fragments that nest 400 deep',
      run: run(`{ viewer { ${'... { '.repeat(400)} name ${'} '.repeat(400)} } }`),
      expect: { ms },
    },
    { name: '1,000 aliases of one field', run: run(`{ viewer { ${times(600, (i) => `a${i}: name`)} } }`), expect: SHAPE },
    { name: '51 aliases', run: run(`{ viewer { ${times(51, (i) => `a${i}: name`)} } }`), expect: SHAPE },
    { name: '21 root fields', run: run(`{ ${times(21, (i) => `a${i}: viewer { name }`)} }`), expect: SHAPE },
    {
      name: '21 root fields in a fragment',
      run: run(`{ ...f } fragment f on Query { ${times(21, (i) => `a${i}: viewer { name }`)} }`),
      expect: SHAPE,
    },
    { name: '11 mutations', run: run(`mutation { ${times(11, (i) => `a${i}: goLive { errors { code } }`)} }`), expect: SHAPE },
    {
      name: '11 mutations in fragments',
      run: run(
        `mutation { ...f ...g } fragment f on Mutation { ${times(6, (i) => `a${i}: goLive { errors { code } }`)} } fragment g on Mutation { ${times(5, (i) => `b${i}: goLive { errors { code } }`)} }`,
      ),
      expect: SHAPE,
    },
    {
      name: 'fields that overlap: 400 spreads of one fragment beside each other',
      run: run(`{ viewer { ${times(400, () => '...f')} } } fragment f on Viewer { ${times(200, () => 'name')} }`),
      expect: SHAPE,
    },
    {
      name: 'fields that overlap: nested pairs',
      run: run(
        `{ ${times(15, () => `members { nodes { ${times(10, () => 'wallets { pointCurrency { code } } standings { tier { name } }')} } }`)} }`,
      ),
      expect: { ms },
    },
    {
      name: 'a directive a hundred times on one field',
      run: run(`{ viewer { name ${'@include(if: true) '.repeat(100)} } }`),
      expect: SHAPE,
    },
    { name: '600 unknown directives', run: run(`{ viewer { name ${times(600, (i) => `@x${i}`)} } }`), expect: SHAPE },
    {
      name: '600 variables that nothing uses',
      run: run(`query (${times(450, (i) => `$v${i}: Int`)}) { viewer { name } }`),
      expect: SHAPE,
    },
    { name: '16 levels', run: run(`{ members { ${nested(8)} } }`), expect: REFUSED },
    {
      name: 'introspection that goes round',
      run: run(`{ __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }`),
      expect: { status: oneOf(200, 400), ms: below(2_000) },
    },
    {
      name: '100 members with 100 entries and their changes',
      run: run('{ members(first: 100) { nodes { journal(first: 100) { nodes { changes { amount } } } } } }'),
      expect: COST,
    },
    {
      name: 'the same, hidden in fragments',
      run: run(
        '{ members(first: 100) { ...a } } fragment a on MemberConnection { nodes { ...b } } fragment b on Member { journal(first: 100) { nodes { changes { amount } } } }',
      ),
      expect: COST,
    },
    {
      name: 'the same, by variables that have defaults',
      run: run('query ($n: Int = 100) { members(first: $n) { nodes { journal(first: $n) { nodes { changes { amount } } } } } }'),
      expect: COST,
    },
    {
      name: 'the same, by last',
      run: run('{ members(last: 100) { nodes { journal(last: 100) { nodes { changes { amount } } } } } }'),
      expect: COST,
    },
    {
      name: 'first as null so that last counts',
      run: run('{ members(first: null, last: 100) { nodes { journal(first: null, last: 100) { nodes { changes { amount } } } } } }'),
      expect: COST,
    },
    page('a page of 2,147,483,647', MEMBERS, 2_147_483_647, COST),
    page('a page of 1e9', MEMBERS, 1e9, COST),
    page('a page of -1', MEMBERS, -1, { code: 'BAD_USER_INPUT', ms }),
    page('a page of -2,147,483,648', MEMBERS, -2_147_483_648, { code: 'BAD_USER_INPUT', ms }),
    page('a page of 101', MEMBERS, 101, { code: 'BAD_USER_INPUT', ms }),
    page('a page of 0', MEMBERS, 0, { status: 200, code: null, ms }),
    page('a page of null', MEMBERS, null, { status: 200, code: null, ms }),
    page('a page of "100"', MEMBERS, '100', REFUSED),
    page('a page of 1.5', MEMBERS, 1.5, REFUSED),
    page('a page of 1e400', MEMBERS, Number.POSITIVE_INFINITY, { ms }),
    page('a page of [100]', MEMBERS, [100], REFUSED),
    page('a page of {}', MEMBERS, {}, REFUSED),
    page('a journal page of 501', 'journal(first: $first) { hasMore }', 501, { code: 'BAD_USER_INPUT', ms }),
    page('a journal page of -1', 'journal(first: $first) { hasMore }', -1, { code: 'BAD_USER_INPUT', ms }),
    {
      name: 'both first and last',
      run: run('{ members(first: 1, last: 1) { nodes { id } } }'),
      expect: { code: 'BAD_USER_INPUT', ms },
    },
    ...['', 'AAAA', '%00', '../../etc/passwd', `${'x'.repeat(10_000)}`, 'MQ==', '🙂', '" or 1=1 --'].map(
      (after): Attack => ({
        name: `the cursor ${JSON.stringify(after.slice(0, 20))}`,
        run: run('query ($after: String) { members(after: $after) { nodes { id } } journal(after: $after) { hasMore } }', { after }),
        expect: { code: 'BAD_USER_INPUT', ms },
      }),
    ),
    {
      name: 'lots and expirations of a billion',
      run: run('query ($id: ID!) { member(ref: { id: $id }) { wallets { lots(first: 1000000000) { remaining } } } }', { id: 'mem_x' }),
      expect: COST,
    },
    {
      name: '101 ids at once',
      run: run('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(101).fill('mem_x') }),
      expect: { code: 'BAD_USER_INPUT', ms },
    },
    {
      name: '20,000 ids at once',
      run: run('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: Array(11_000).fill('x') }),
      expect: COST,
    },
    {
      name: '20,000 external ids in a filter',
      run: run('query ($ids: [String!]) { members(filter: { externalIds: $ids }) { nodes { id } } }', { ids: Array(20_000).fill('x') }),
      expect: { code: 'BAD_USER_INPUT', ms },
    },
    {
      name: '501 members in bulk',
      run: run('mutation ($input: EnrollMembersInput!) { enrollMembers(input: $input) { outcomes { errors { code } } } }', {
        input: { members: Array(501).fill({ givenName: '' }) },
      }),
      expect: { code: 'BAD_USER_INPUT', ms },
    },
    {
      name: 'a list nested 5,000 deep where a string is wanted',
      run: async ({ shop }) => {
        const variables = `${'['.repeat(5_000)}"x"${']'.repeat(5_000)}`;
        return outcome(
          await shop.admin.post(`{"query":"query ($ids: [ID!]!) { nodes(ids: $ids) { id } }","variables":{"ids":${variables}}}`),
        );
      },
      expect: { status: 400 },
    },
    {
      name: 'an object nested 5,000 deep where a member is named',
      run: async ({ shop }) => {
        const ref = `${'{"id":'.repeat(5_000)}"x"${'}'.repeat(5_000)}`;
        return outcome(
          await shop.admin.post(`{"query":"query ($ref: MemberRef!) { member(ref: $ref) { id } }","variables":{"ref":${ref}}}`),
        );
      },
      expect: { status: 400 },
    },
    ...[65, 2_000, 5_000].map(
      (depth): Attack => ({
        name: `attributes nested ${depth} deep`,
        run: async ({ lab }) => {
          const attributes = `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
          const query = 'mutation ($a: JSONObject) { enrollMember(input: { attributes: $a }) { errors { code } } }';
          return outcome(await lab.admin.post(`{"query":"${query}","variables":{"a":${attributes}}}`));
        },
        expect: { code: 'BAD_USER_INPUT' },
      }),
    ),
    {
      name: 'more than the bucket of a caller holds',
      run: async ({ lab, strict }) => {
        const caller = lab.partner.at(strict.url);
        // Each costs a little below the limit of one operation.
        const dear = '{ members(first: 100) { nodes { journal(first: 90) { nodes { id } } } } }';
        const answers = await Promise.all(Array.from({ length: Math.ceil(STRICT_LIMIT / 9_000) + 3 }, () => caller.ask(dear)));
        const refused = answers.find(({ status }) => status === 429);
        return {
          served: answers.filter(({ status }) => status === 200).length,
          ...(refused && outcome(refused)),
          isTold: Number(refused?.headers.get('retry-after')) > 0,
        };
      },
      expect: { served: oneOf(5, 6), status: 429, code: 'RATE_LIMITED', isTold: true },
    },
    {
      name: 'the bucket of one caller is nobody else’s',
      run: async ({ shop, strict }) => outcome(await shop.clerk.at(strict.url).ask('{ viewer { name } }')),
      expect: { status: 200, code: null },
    },
    {
      name: 'new buckets by a new X-Forwarded-For each time',
      run: async ({ nobody, strict }) => {
        const statuses: number[] = [];
        for (let i = 0; i < 20; i += 1) {
          const forwarded = `203.0.113.${i}`;
          const { status } = await nobody
            .at(strict.url)
            .post('{"query":"{ broken"}', { 'x-forwarded-for': forwarded, forwarded: `for=${forwarded}` });
          statuses.push(status);
        }
        return { last: statuses.at(-1) };
      },
      expect: { last: 429 },
    },
  ],
};
