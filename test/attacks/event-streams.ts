import { EventReader, StreamCaller } from '../support/event-stream.js';
import type { Attack, AttackGroup } from './support/attack.js';
import { exchange, request, told } from './support/raw-http.js';
import type { World } from './support/world.js';

const WATCH = { query: 'subscription { journal { __typename } }' };

const admin = ({ open, shop }: World) => new StreamCaller(`${open.url}/stream`, `Bearer ${shop.admin.key}`);
const rival = ({ open, rival: { admin: other } }: World) => new StreamCaller(`${open.url}/stream`, `Bearer ${other.key}`);
const nobody = ({ open }: World) => new StreamCaller(`${open.url}/stream`, null);
const statuses = async (...answers: readonly Promise<Response>[]) => (await Promise.all(answers)).map(({ status }) => status);
const isAlive = async (world: World) => (await world.shop.admin.ask('{ viewer { name } }')).status;

const ATTACKS: readonly Attack[] = [
  {
    name: "another programme's admin with the token of a reservation",
    run: async (world) => {
      const token = await admin(world).reserve();
      const other = rival(world);
      const opening = other.fetch(`?token=${token}`, 'GET', { headers: { accept: 'text/event-stream' } });
      return statuses(opening, other.operate(token, '1', WATCH), other.complete(token, '1'));
    },
    expect: [404, 404, 404],
  },
  {
    name: 'nobody with the token of a reservation, to begin and to end',
    run: async (world) => {
      const token = await admin(world).reserve();
      return statuses(nobody(world).operate(token, '1', WATCH), nobody(world).complete(token, '1'));
    },
    expect: [401, 401],
  },
  {
    name: 'a token twice in the address, an object, a name of every object',
    run: async (world) => {
      const caller = admin(world);
      const open = (search: string) => caller.fetch(search, 'GET', { headers: { accept: 'text/event-stream' } });
      return statuses(...['?token=__proto__', '?token=constructor', '?token[a]=b', '?token=a&token=b'].map(open));
    },
    // What is no token is none: then a query is missing.
    expect: [404, 404, 400, 400],
  },
  {
    name: 'ids that are names of every object, numbers, objects and long texts',
    run: async (world) => {
      const caller = admin(world);
      const token = await caller.reserve();
      const ids: unknown[] = ['__proto__', 'constructor', 'toString', 7, { toString: 1 }, ['a'], 'x'.repeat(50_000)];
      const found = await statuses(...ids.map((id) => caller.operate(token, id as string, WATCH)));
      const reader = await caller.open(token);
      await reader.until(({ length }) => length > 0);
      reader.leave();
      return { areAnswered: found.every((status) => [202, 400, 409].includes(status)), status: await isAlive(world) };
    },
    expect: { areAnswered: true, status: 200 },
  },
  {
    name: 'a body of 200 KB',
    run: async (world) =>
      statuses(admin(world).fetch('', 'POST', { body: { query: `#${'x'.repeat(200_000)}` }, headers: { accept: 'text/event-stream' } })),
    expect: [413],
  },
  {
    name: 'a request without an Accept, or with one of everything',
    run: async (world) => {
      const lines = { host: 'a', authorization: `Bearer ${world.shop.admin.key}` };
      const answers = [];
      for (const accept of [{}, { accept: '*/*' }, { accept: 'text/html' }] as Record<string, string>[])
        answers.push(
          (await told(await exchange(world.open.port, [request('GET /graphql/stream HTTP/1.1', { ...lines, ...accept })]))) as {
            status?: number;
          },
        );
      return answers.map(({ status }) => status);
    },
    expect: [404, 404, 404],
  },
  {
    name: '1,000 reservations that nobody comes for',
    run: async (world) => {
      const caller = admin(world);
      const found = new Set<number>();
      for (let i = 0; i < 20; i += 1)
        for (const status of await statuses(...Array.from({ length: 50 }, () => caller.fetch('', 'PUT')))) found.add(status);
      return { statuses: [...found], status: await isAlive(world) };
    },
    expect: { statuses: [201], status: 200 },
  },
  {
    name: '200 streams at once, all dropped without a word',
    run: async (world) => {
      const readers: EventReader[] = await Promise.all(Array.from({ length: 200 }, () => admin(world).distinct(WATCH)));
      await Promise.all(readers.map((reader) => reader.until(({ length }) => length > 0)));
      for (const reader of readers) reader.leave();
      return { status: await isAlive(world) };
    },
    expect: { status: 200 },
  },
  {
    name: 'a thousand refused operations of one stream, each under an id of its own',
    run: async (world) => {
      const caller = admin(world);
      const token = await caller.reserve();
      const found = new Set<number>();
      for (let i = 0; i < 20; i += 1) {
        const answers = Array.from({ length: 50 }, (_, n) => caller.operate(token, `${i}-${n}`, { query: 'subscription { jurnal }' }));
        for (const status of await statuses(...answers)) found.add(status);
      }
      return { refused: [...found], begun: await statuses(caller.operate(token, '0-0', WATCH)) };
    },
    expect: { refused: [400], begun: [202] },
  },
];

export const EVENT_STREAMS: AttackGroup = { name: 'event streams', attacks: ATTACKS };
