import { Caller, openShop } from '../../support/laurel.js';
import type { Person } from './graphql.js';

/** A programme with members and those who work for it. */
export interface Program {
  readonly admin: Person;
  /** A member of staff without the right to keys. */
  readonly clerk: Person;
  /** A system that reads members and spends points. */
  readonly partner: Person;
  /** A member who attacks. */
  readonly mallory: Person;
  readonly malloryId: string;
  /** A member who is attacked: externalId `victim`, 1,000 points. */
  readonly victimId: string;
  readonly clerkId: string;
  readonly partnerKeyId: string;
}

const KEY = 'mutation ($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret apiKey { id } errors { message } } }';
const STAFF = 'mutation ($input: CreateStaffInput!) { createStaff(input: $input) { secret staff { id } errors { message } } }';
const ENROLL = 'mutation ($input: EnrollMemberInput!) { enrollMember(input: $input) { member { id } errors { message } } }';
const TOKEN = 'mutation ($input: CreateMemberTokenInput!) { createMemberToken(input: $input) { token errors { message } } }';
const ADJUST = 'mutation ($input: AdjustPointsInput!) { adjustPoints(input: $input) { entry { id } errors { message } } }';
const SEGMENT = 'mutation ($input: CreateSegmentInput!) { createSegment(input: $input) { segment { id } errors { message } } }';
const RECORD = 'mutation ($input: RecordActivityInput!) { recordActivity(input: $input) { entry { id } errors { message } } }';
const CATEGORY = 'mutation ($input: CreateCategoryInput!) { createCategory(input: $input) { category { id } errors { message } } }';
const THREAD = 'mutation ($input: CreateThreadInput!) { createThread(input: $input) { thread { id } errors { message } } }';
const CASE = 'mutation ($input: OpenSupportCaseInput!) { openSupportCase(input: $input) { supportCase { id } errors { message } } }';

export const mintToken = async (by: Person, id: string): Promise<string> =>
  (await by.get<{ token: string }>(TOKEN, { input: { member: { id }, expiresInSeconds: 3_600 } })).token;

export const enrollMember = async (by: Person, externalId: string, more: object = {}): Promise<string> =>
  (await by.get<{ member: { id: string } }>(ENROLL, { input: { externalId, ...more } })).member.id;

export const givePoints = (by: Person, id: string, amount: number): Promise<unknown> =>
  by.get(ADJUST, { input: { member: { id }, idempotencyKey: `give ${id} ${Math.random()}`, amount, reason: 'GOODWILL' } });

export async function makeProgram(operator: Person, name: string): Promise<Program> {
  const { secret } = await operator.get<{ secret: string }>(
    'mutation ($input: CreateProgramInput!) { createProgram(input: $input) { secret errors { message } } }',
    { input: { name, currencyCode: 'USD', admin: { name: 'Ada', email: `ada@${name.toLowerCase()}.example.com` } } },
  );
  const admin = operator.as(secret);
  await openShop(new Caller(admin.url, secret));
  const victimId = await enrollMember(admin, 'victim', { email: 'victim@example.com', givenName: 'Vera', familyName: 'Victim' });
  const malloryId = await enrollMember(admin, 'mallory', { email: 'mallory@example.com' });
  await givePoints(admin, victimId, 1_000);
  await admin.get(RECORD, {
    input: { member: { id: victimId }, idempotencyKey: 'purchase', externalId: 'order', purchase: { amount: '120' } },
  });
  await admin.get(SEGMENT, { input: { name: 'Shoppers', condition: { purchases: { atLeast: 1 } } } });
  for (const id of [victimId, malloryId])
    await admin.get(CASE, { input: { member: { id }, subject: 'Points are missing', body: 'I bought something and got nothing.' } });
  const made = await admin.get<{ category: { id: string } }>(CATEGORY, { input: { name: 'General' } });
  await admin.get(THREAD, {
    input: { member: { id: victimId }, category: made.category.id, title: 'Where is it?', body: 'My *order*.', idempotencyKey: 'thread' },
  });
  const staff = await admin.get<{ secret: string; staff: { id: string } }>(STAFF, { input: { name: 'Cleo', role: 'STAFF' } });
  const partner = await admin.get<{ secret: string; apiKey: { id: string } }>(KEY, {
    input: { name: 'Till', scopes: ['members:read', 'points:write', 'keys:write'] },
  });
  return {
    admin,
    clerk: operator.as(staff.secret),
    partner: operator.as(partner.secret),
    mallory: operator.as(await mintToken(admin, malloryId)),
    malloryId,
    victimId,
    clerkId: staff.staff.id,
    partnerKeyId: partner.apiKey.id,
  };
}

/** An id or name of everything that a programme has, by what it is. */
export type Everything = Readonly<
  Record<
    | 'member'
    | 'entry'
    | 'activity'
    | 'program'
    | 'programEntry'
    | 'apiKey'
    | 'staff'
    | 'rule'
    | 'tierSet'
    | 'tier'
    | 'pointCurrency'
    | 'supportCase'
    | 'category'
    | 'thread'
    | 'post'
    | 'caseEntry'
    | 'feedCursor'
    | 'memberCursor'
    | 'listCursor',
    string
  >
>;

export async function everythingOf({ admin, victimId }: Program): Promise<Everything> {
  type Id = { id: string };
  const program = await admin.get<Id & { earningRules: Id[]; pointCurrencies: Id[]; tierSets: (Id & { tiers: Id[] })[] }>(
    '{ program { id earningRules { id } pointCurrencies { id } tierSets { id tiers { id } } } }',
  );
  const member = await admin.get<{ activities: { nodes: Id[] }; journal: { nodes: Id[] } }>(
    'query ($ref: MemberRef!) { member(ref: $ref) { activities { nodes { id } } journal { nodes { id } } } }',
    { ref: { id: victimId } },
  );
  const page = (variables: object) =>
    admin.get<{ cursor: string; items: { cursor: string; entry: Id & { streamId: string } }[] }>(
      'query ($filter: JournalFilter) { journal(filter: $filter, first: 500) { cursor items { cursor entry { id streamId } } } }',
      { ...variables },
    );
  const [all, own] = [await page({}), await page({ filter: { member: { id: victimId } } })];
  const cases = await admin.get<{ supportCases: { nodes: (Id & { journal: { nodes: Id[] } })[] } }>(
    'query ($ref: MemberRef!) { member(ref: $ref) { supportCases { nodes { id journal { nodes { id } } } } } }',
    { ref: { id: victimId } },
  );
  const [supportCase] = cases.supportCases.nodes;
  const threads = await admin.get<{ nodes: (Id & { category: Id; posts: { nodes: Id[] } })[] }>(
    '{ threads(first: 1, order: NEW) { nodes { id category { id } posts { nodes { id } } } } }',
  );
  const [thread] = threads.nodes;
  const keys = await admin.get<Id[]>('{ apiKeys { id } }');
  const staff = await admin.get<Id[]>('{ staff { id } }');
  const list = await admin.get<{ pageInfo: { startCursor: string } }>('{ members(first: 1) { pageInfo { startCursor } } }');
  const found = {
    member: victimId,
    entry: member.journal.nodes[0]?.id,
    activity: member.activities.nodes[0]?.id,
    program: program.id,
    programEntry: all.items.find(({ entry }) => entry.streamId === program.id)?.entry.id,
    apiKey: keys[0]?.id,
    staff: staff[0]?.id,
    rule: program.earningRules[0]?.id,
    tierSet: program.tierSets[0]?.id,
    tier: program.tierSets[0]?.tiers[0]?.id,
    pointCurrency: program.pointCurrencies[0]?.id,
    supportCase: supportCase?.id,
    category: thread?.category.id,
    thread: thread?.id,
    post: thread?.posts.nodes[0]?.id,
    caseEntry: supportCase?.journal.nodes[0]?.id,
    feedCursor: all.cursor,
    memberCursor: own.items[0]?.cursor,
    listCursor: list.pageInfo.startCursor,
  };
  for (const [name, id] of Object.entries(found)) if (!id) throw new Error(`the programme has no ${name}`);
  return found as Everything;
}

/** Everything of a programme that an attack could change. */
export async function stateOf({ admin }: Program): Promise<string> {
  const { text } = await admin.ask(`{
    program { id name settingsVersion earningRules { id name isActive } pointCurrencies { id } tierSets { id name } }
    apiKeys { id name scopes revokedAt previousSecretExpiresAt } staff { id role disabledAt } identityProviders { id }
    members(first: 10) { nodes { id externalId email givenName familyName status attributes wallets { active spent earned } } }
    journal(first: 100) { items { number entry { id kind } } }
  }`);
  return text.replace(/,"extensions":.*$/, '');
}
