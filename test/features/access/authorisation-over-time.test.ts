import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { localId } from '../../../src/graphql/global-id.js';
import * as api from '../../support/generated.js';
import { TestIdentityProvider } from '../../support/identity-provider.js';
import { Caller, enroll, TestLaurel } from '../../support/laurel.js';
import { RawSocket } from '../../support/sockets.js';

const JOURNAL = 'subscription { journal { __typename ... on JournalChange { number entry { streamId kind } } } }';
const OWN = 'subscription Own($id: ID!) { journal(filter: { member: { id: $id } }) { __typename } }';
const WITHIN_MS = 1_000;

interface Change {
  readonly number: number;
  readonly entry: { readonly streamId: string; readonly kind: string };
}

/** Whatever takes a right away is done on one process; who has it is connected to the other, and nothing happens there. */
describe('authorisation over time, on two processes', () => {
  let here: TestLaurel;
  let there: TestLaurel;
  let admin: Caller;
  beforeAll(async () => {
    here = await TestLaurel.start({ outboundAllow: ['127.0.0.0/8'] });
    there = await TestLaurel.start({ databaseUrl: here.databaseUrl, outboundAllow: ['127.0.0.0/8'] });
    admin = await here.program(null, { admin: { name: 'Grace' } });
  });
  afterAll(async () => {
    await there.stop();
    await here.stop();
  });

  const follow = async (secret: string | null | undefined, query = JOURNAL, variables = {}): Promise<RawSocket> => {
    const socket = await RawSocket.known(there.url, secret ?? null);
    const first = await socket.subscribe('1', { query, variables });
    expect(first).toMatchObject({ type: 'next', payload: { data: { journal: { __typename: 'JournalSnapshot' } } } });
    return socket;
  };
  const newKey = async (scopes: string[], expiresAt?: string) => {
    const { createApiKey } = await admin.run(api.CreateApiKeyDocument, { input: { name: 'k', scopes, ...(expiresAt && { expiresAt }) } });
    return { id: createApiKey?.apiKey?.id as string, secret: createApiKey?.secret as string };
  };
  const hire = async (role: api.StaffRole) => {
    const { createStaff } = await admin.run(api.CreateStaffDocument, { input: { name: 'Sam', role } });
    return { id: createStaff?.staff?.id as string, secret: createStaff?.secret as string };
  };
  const tokenOf = async (memberId: string, voucher: Caller) => {
    const { createMemberToken } = await voucher.run(api.CreateMemberTokenDocument, { input: { member: { id: memberId } } });
    return createMemberToken?.token as string;
  };
  const revoke = (id: string) => admin.run(api.RevokeApiKeyDocument, { input: { id } });

  /** The socket is closed by what is done, within a second of the commit, and was told nothing more. */
  async function endsWith(socket: RawSocket, take: () => Promise<unknown>, reason = 'The credential is no longer valid'): Promise<void> {
    const told = socket.messages.length;
    await take();
    const startedAt = performance.now();
    expect(await socket.closed).toEqual({ code: 4403, reason });
    expect(performance.now() - startedAt).toBeLessThan(WITHIN_MS);
    expect(socket.messages).toHaveLength(told);
  }

  test('a revoked key', async () => {
    const key = await newKey(['members:read']);
    await endsWith(await follow(key.secret), () => revoke(key.id));
  });

  test('a rotated key: without an overlap the secret before is dead at once, with one at its end; the new one goes on', async () => {
    const key = await newKey(['members:read']);
    const rotate = (overlapSeconds: number) => admin.run(api.RotateApiKeyDocument, { input: { id: key.id, overlapSeconds } });
    let renewed = '';
    await endsWith(await follow(key.secret), async () => (renewed = (await rotate(0)).rotateApiKey?.secret as string));
    const second = await follow(renewed);
    const startedAt = Date.now();
    const third = (await rotate(1)).rotateApiKey?.secret;
    const newest = await follow(third);
    expect(await second.closed).toEqual({ code: 4403, reason: 'The credential has expired' });
    expect(Date.now() - startedAt).toBeGreaterThanOrEqual(1_000);
    expect(Date.now() - startedAt).toBeLessThan(2_000);
    await enroll(admin, 'seen-by-the-newest');
    await newest.until((messages) => messages.length === 3);
    newest.socket.terminate();
  });

  test('a key that ends by itself, and the token that it vouched for', async () => {
    const expiresAt = Date.now() + 1_500;
    const key = await newKey(['members:read', 'tokens:create'], new Date(expiresAt).toISOString());
    const id = await enroll(admin, 'vouched');
    const own = await follow(await tokenOf(id, new Caller(here.url, key.secret)), OWN, { id });
    const sockets = [await follow(key.secret), own];
    for (const socket of sockets) expect((await socket.closed).code).toBe(4403);
    expect(Date.now()).toBeGreaterThanOrEqual(expiresAt);
    expect(Date.now()).toBeLessThan(expiresAt + WITHIN_MS);
  });

  test("a member's token, with the key that made it", async () => {
    const id = await enroll(admin, 'token');
    const key = await newKey(['members:read', 'tokens:create']);
    const token = await tokenOf(id, new Caller(here.url, key.secret));
    await endsWith(await follow(token, OWN, { id }), () => revoke(key.id));
  });

  test('staff who can sign in no longer, and the tokens that they vouched for', async () => {
    const sam = await hire('ADMIN');
    const id = await enroll(admin, 'by-sam');
    const token = await follow(await tokenOf(id, new Caller(here.url, sam.secret)), OWN, { id });
    const own = await follow(sam.secret);
    await endsWith(own, () => admin.run(api.UpdateStaffDocument, { input: { id: sam.id, isEnabled: false } }));
    expect((await token.closed).code).toBe(4403);
  });

  test('a role that still may: its subscriptions go on', async () => {
    const sam = await hire('ADMIN');
    const socket = await follow(sam.secret);
    await admin.run(api.UpdateStaffDocument, { input: { id: sam.id, role: 'STAFF' } });
    await enroll(admin, 'seen-by-staff');
    await socket.until((messages) => JSON.stringify(messages).includes('MEMBER_ENROLLED'));
    expect(JSON.stringify(socket.messages)).toContain('STAFF_UPDATED');
    socket.socket.terminate();
  });

  test('a role that may not: its subscriptions end with an error that names the scope, and the socket stays', async () => {
    const sam = await hire('ADMIN');
    const socket = await follow(sam.secret);
    const { authenticator } = there.app.services;
    const { authenticate } = authenticator;
    // No role of today reads less than another.
    authenticator.authenticate = async (header) => {
      const actor = await authenticate.call(authenticator, header);
      return actor && { ...actor, scopes: new Set(['program:read']) };
    };
    await admin.run(api.UpdateStaffDocument, { input: { id: sam.id, role: 'STAFF' } });
    await socket.until((messages) => messages.at(-1)?.type === 'error');
    authenticator.authenticate = authenticate;
    expect(socket.messages.slice(2)).toMatchObject([
      { id: '1', type: 'error', payload: [{ message: expect.stringContaining('members:read'), extensions: { code: 'FORBIDDEN' } }] },
    ]);
    socket.send({ type: 'ping' });
    await socket.until((messages) => messages.at(-1)?.type === 'pong');
    socket.socket.terminate();
  });

  test('a closed and an erased member: their own subscriptions end, those of staff tell it', async () => {
    for (const [name, take] of [
      ['closed', (member: api.MemberRef) => admin.run(api.CloseMemberDocument, { input: { member } })],
      ['erased', (member: api.MemberRef) => admin.run(api.EraseMemberDocument, { input: { member } })],
    ] as const) {
      const id = await enroll(admin, name);
      const watching = await follow(admin.secret, OWN, { id });
      await endsWith(await follow(await tokenOf(id, admin), OWN, { id }), () => take({ id }));
      await watching.until((messages) => messages.length === 3);
      watching.socket.terminate();
    }
  });

  test('an identity provider that is taken away', async () => {
    const provider = await TestIdentityProvider.start();
    const { createIdentityProvider } = await admin.run(api.CreateIdentityProviderDocument, {
      input: { name: 'P', issuer: provider.issuer, audience: 'laurel-test', jwksUrl: provider.jwksUrl, signsIn: 'MEMBER' },
    });
    const id = await enroll(admin, 'ada');
    const token = await provider.sign({ sub: 'ada' });
    const socket = await follow(token, OWN, { id });
    const provided = createIdentityProvider?.identityProvider?.id as string;
    await endsWith(socket, () => admin.run(api.DeleteIdentityProviderDocument, { input: { id: provided } }));
    await expect(RawSocket.known(there.url, token)).rejects.toThrow('4403');
    await provider.stop();
  });

  test('nothing that was committed after the revocation is ever told', async () => {
    const { reads } = here.app.services;
    let told = 0;
    for (let round = 0; round < 12; round += 1) {
      const key = await newKey(['members:read']);
      const socket = await follow(key.secret);
      let isOver = false;
      const late: string[] = [];
      const writers = Array.from({ length: 4 }, async (_, writer) => {
        for (let i = 0; !isOver; i += 1) await enroll(admin, `late-${round}-${writer}-${i}`);
      });
      // Some entries behind the greeting and the snapshot, so that it is in the midst of telling.
      while (socket.messages.length < 8) await sleep(5);
      await sleep(10 * round);
      await revoke(key.id);
      // Whatever is begun from now on is committed after it, in whatever lane.
      for (let i = 0; i < 5; i += 1) late.push(await enroll(admin, `after-${round}-${i}`));
      await socket.closed;
      isOver = true;
      await Promise.all(writers);
      const changes = socket.messages.flatMap(({ payload }) => {
        const { journal } = (payload as { data?: { journal?: Change | null } } | undefined)?.data ?? {};
        return journal?.entry ? [journal] : [];
      });
      told += changes.length;
      expect(changes.filter(({ entry }) => late.includes(entry.streamId))).toEqual([]);
      // In the lane of the revocation itself the order of commits is the order of positions.
      const ids = changes.map(({ entry }) => localId('member', entry.streamId) ?? localId('program', entry.streamId));
      const { rows } = await reads.query(
        `select e.position from journal r join unnest($2::uuid[], $3::int8[]) q(stream_id, number) on true
          join journal e on e.stream_id = q.stream_id and e.number = q.number and e.lane = r.lane and e.position >= r.position
          where r.kind = 'API_KEY_REVOKED' and r.data->'input'->>'apiKey' = $1`,
        [localId('apiKey', key.id), ids, changes.map(({ number }) => number)],
      );
      expect(rows).toEqual([]);
    }
    expect(told).toBeGreaterThan(50);
  }, 60_000);

  test('leaves nothing watched when nobody is connected', async () => {
    for (let i = 0; there.app.services.sessions.watched > 0 && i < 100; i += 1) await sleep(20);
    expect([there.app.services.sessions.watched, there.app.tailer.followerCount]).toEqual([0, 0]);
  });
});
