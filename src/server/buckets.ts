import { isIPv6 } from 'node:net';
import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Actor } from '../access/actor.js';
import type { Allowance } from '../graphql/allowance.js';
import { publicError } from '../graphql/errors.js';

const WINDOW_S = 60;
/** A member's own token is in a browser or a telephone, of which there are many. */
const MEMBER_SHARE = 1 / 100;
/** Without a credential there is nothing to do but to be told so. */
const ANONYMOUS_SHARE = 1 / 1_000;
/** What a request costs that is refused before its cost is known, and one that runs nothing. */
export const REFUSED_COST = 10;

type Share = 'full' | 'member' | 'anonymous';

/** Cost points that each caller may spend in a minute. Counted in this process: with n processes behind a balancer, n times as many. */
export class Buckets {
  private readonly limiters: Record<Share, RateLimiterMemory>;

  constructor(limitPerMinute: number) {
    const limiter = (keyPrefix: Share, share: number) =>
      new RateLimiterMemory({ keyPrefix, points: Math.max(1, Math.floor(limitPerMinute * share)), duration: WINDOW_S });
    this.limiters = {
      full: limiter('full', 1),
      member: limiter('member', MEMBER_SHARE),
      anonymous: limiter('anonymous', ANONYMOUS_SHARE),
    };
  }

  /**
   * Takes the cost of a request out of its caller's bucket.
   * @throws GraphQLError RATE_LIMITED, with retryAfterMs, when it is not there; nothing is taken then
   */
  async charge(actor: Actor | null, address: string, cost: number): Promise<Allowance> {
    const limiter = this.limiters[shareOf(actor)];
    const key = actor?.id ?? network(address);
    const before = await limiter.get(key);
    const limit = limiter.points;
    // Asked before it is taken: the limiter would also count what it refuses.
    if (cost > (before ? before.remainingPoints : limit)) throw rateLimited(before?.msBeforeNext ?? WINDOW_S * 1_000, limit);
    const after = await limiter.penalty(key, cost);
    return { limit, remaining: after.remainingPoints, resetAt: Date.now() + after.msBeforeNext };
  }
}

const shareOf = (actor: Actor | null): Share => {
  if (!actor) return 'anonymous';
  return actor.role === 'MEMBER' ? 'member' : 'full';
};

/** Whoever has one IPv6 address has the 2^64 beside it. */
export const network = (address: string): string =>
  isIPv6(address) && !address.includes('.') ? address.split(':').slice(0, 4).join(':') : address;

const rateLimited = (retryAfterMs: number, limit: number) =>
  publicError(`More than ${limit} cost points in a minute. Send the same again after retryAfterMs.`, 'RATE_LIMITED', {
    retryAfterMs: Math.max(1, Math.ceil(retryAfterMs)),
    http: { status: 429 },
  });
