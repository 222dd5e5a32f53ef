import { describe, expect, test } from '@jest/globals';
import type { Actor } from '../../src/access/actor.js';
import type { Authenticator } from '../../src/access/authenticator.js';
import { Sessions } from '../../src/access/sessions.js';
import type { Follower } from '../../src/feed/followers.js';
import type { StoredEntry } from '../../src/journal/stored-entry.js';

const PROGRAM = 'program';
const actor = (more: Partial<Actor>): Actor => ({
  id: 'x',
  role: 'PARTNER',
  name: 'x',
  programId: PROGRAM,
  scopes: new Set(),
  keyId: null,
  staffId: null,
  memberId: null,
  vouchedBy: null,
  expiresAt: null,
  ...more,
});
const key = actor({ id: 'key:k', keyId: 'k' });
const token = actor({ id: 'member:m', memberId: 'm', vouchedBy: 'key:k' });
const staff = actor({ id: 'staff:s', keyId: 'p', staffId: 's' });

/** Credentials and a tailer that do what a test says. */
class World {
  readonly followers = new Set<Follower>();
  readonly callers = new Map<string | undefined, Actor | null>();
  looks: (string | undefined)[] = [];
  isTailing = true;
  /** Done between the first and the second look at a credential. */
  meanwhile = () => {};
  readonly sessions = new Sessions(
    {
      authenticate: async (header?: string) => this.callers.get(header) ?? null,
      renew: async (header?: string) => {
        this.looks.push(header);
        return this.callers.get(header) ?? null;
      },
      forget: () => {},
    } as unknown as Authenticator,
    {
      follow: async (follower) => {
        if (!this.isTailing) throw new Error('stopped');
        this.followers.add(follower);
        this.meanwhile();
      },
      leave: (follower) => this.followers.delete(follower),
    },
    8,
  );

  async open(header: string, caller: Actor) {
    this.callers.set(header, caller);
    return this.sessions.open(header);
  }

  tell(streamId: string, kind: string, data: object): void {
    const entry = { kind, streamId, programId: PROGRAM, data } as unknown as StoredEntry;
    for (const follower of this.followers)
      if (follower.streamId === streamId) follower.take({ lane: follower.lanes[0] as number, from: 1, to: 1, entries: [entry] });
  }
}

describe('sessions', () => {
  test('follow a stream once for all that it concerns, as long as there are any', async () => {
    const world = new World();
    const opened = await Promise.all([world.open('a', key), world.open('b', key), world.open('t', token)]);
    expect([...world.followers].map(({ streamId }) => streamId).sort()).toEqual(['m', PROGRAM]);
    for (const session of opened) session?.close();
    expect([world.followers.size, world.sessions.watched]).toEqual([0, 0]);
  });

  test('see what was revoked between the first look and the following', async () => {
    const world = new World();
    world.meanwhile = () => world.callers.set('a', null);
    expect(await world.open('a', key)).toBeNull();
    expect(world.sessions.watched).toBe(0);
  });

  test('are not begun where the journal cannot be followed, and end where it cannot any more', async () => {
    const world = new World();
    const session = await world.open('a', key);
    for (const follower of [...world.followers]) follower.end(new Error('a hole'));
    expect([session?.ended, world.sessions.watched]).toEqual(['UNKNOWN', 0]);
    world.isTailing = false;
    await expect(world.open('b', key)).rejects.toThrow('stopped');
    expect(world.sessions.watched).toBe(0);
  });

  test('end or are looked at by what an entry names, and nobody else is', async () => {
    for (const [streamId, kind, data, ended, looked] of [
      [PROGRAM, 'API_KEY_REVOKED', { input: { apiKey: 'k' } }, ['key', 'token'], []],
      [PROGRAM, 'API_KEY_REVOKED', { input: { apiKey: 'other' } }, [], []],
      [PROGRAM, 'API_KEY_ROTATED', { input: { apiKey: 'k' } }, [], ['key']],
      [PROGRAM, 'API_KEY_CREATED', { input: { apiKey: 'k' } }, [], []],
      [PROGRAM, 'STAFF_UPDATED', { input: { staff: 's', isEnabled: true } }, [], ['staff']],
      [PROGRAM, 'STAFF_UPDATED', { input: { staff: 's', isEnabled: false } }, ['staff'], []],
      [PROGRAM, 'IDENTITY_PROVIDER_DELETED', { input: { identityProvider: 'i' } }, ['signedIn'], []],
      ['m', 'MEMBER_ERASED', { status: 'CLOSED' }, ['token'], []],
      ['m', 'MEMBER_STATUS_CHANGED', { status: 'CLOSED' }, ['token'], []],
      ['m', 'MEMBER_STATUS_CHANGED', { status: 'SUSPENDED' }, [], []],
      ['m', 'POINTS_SPENT', {}, [], []],
    ] as const) {
      const world = new World();
      const signedIn = actor({ id: 'member:n', memberId: 'n', vouchedBy: 'provider:i' });
      const callers = Object.entries({ key, token, staff, signedIn });
      const opened = await Promise.all(callers.map(async ([name, caller]) => [name, await world.open(name, caller)] as const));
      world.looks = [];
      world.tell(streamId, kind, data);
      const over = opened.filter(([, session]) => session?.ended === 'REVOKED').map(([name]) => name);
      expect([kind, data, over, world.looks]).toEqual([kind, data, ended, looked]);
    }
  });
});
