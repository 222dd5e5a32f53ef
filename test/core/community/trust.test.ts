import { describe, expect, test } from '@jest/globals';
import { communityPolicyOf } from '../../../src/community/moderation/policy.js';
import { type TrustFacts, trustLevelOf } from '../../../src/community/moderation/trust.js';

const JOINED = Date.parse('2020-01-01T00:00:00Z');
const { trust } = communityPolicyOf({} as never);
const level = (days: number, facts: Partial<TrustFacts> = {}) =>
  trustLevelOf(
    { posts: 0, likesReceived: 0, answersAccepted: 0, upheldFlags: 0, joinedAt: new Date(JOINED), trustSet: null, ...facts },
    trust,
    JOINED + days * 86_400_000,
  );

describe('trust', () => {
  test('comes with posts and time, both', () => {
    expect(level(0, { posts: 100 })).toBe('NEW');
    expect(level(100)).toBe('NEW');
    expect(level(0.999, { posts: 3 })).toBe('NEW');
    expect(level(1, { posts: 3 })).toBe('BASIC');
  });

  test('rises by what others think of it', () => {
    expect(level(15, { posts: 20, likesReceived: 9 })).toBe('BASIC');
    expect(level(15, { posts: 20, likesReceived: 10 })).toBe('MEMBER');
    expect(level(60, { posts: 100, likesReceived: 50, answersAccepted: 2 })).toBe('MEMBER');
    expect(level(60, { posts: 100, likesReceived: 50, answersAccepted: 3 })).toBe('REGULAR');
  });

  test('falls with flags that were right, and no level is skipped', () => {
    expect(level(60, { posts: 100, likesReceived: 50, answersAccepted: 3, upheldFlags: 6 })).toBe('NEW');
    const strict = { ...trust, MEMBER: { ...trust.MEMBER, upheldFlagsMax: 0 } };
    const facts = { posts: 100, likesReceived: 50, answersAccepted: 3, upheldFlags: 1, joinedAt: new Date(JOINED), trustSet: null };
    expect(trustLevelOf(facts, strict, JOINED + 60 * 86_400_000)).toBe('BASIC');
  });

  test('is what staff set, whatever is counted', () => {
    expect(level(0, { trustSet: 'REGULAR' })).toBe('REGULAR');
    expect(level(60, { posts: 100, likesReceived: 50, answersAccepted: 3, trustSet: 'NEW' })).toBe('NEW');
  });
});
