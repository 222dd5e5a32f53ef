import { RateLimiterMemory } from 'rate-limiter-flexible';
import type { Actor } from '../access/actor.js';
import { network } from './buckets.js';

const WRONG_MAX = 20;
const WINDOW_S = 300;

/**
 * Wrong codes that one credential, and one address, may send: 20 in five minutes each. Counted in this process. Who knows codes
 * is not held up by it; who guesses is, long before one of 2^80 is found.
 */
export class Attempts {
  private readonly limiters = {
    credential: new RateLimiterMemory({ keyPrefix: 'credential', points: WRONG_MAX, duration: WINDOW_S }),
    address: new RateLimiterMemory({ keyPrefix: 'address', points: WRONG_MAX, duration: WINDOW_S }),
  };

  /** Seconds to wait before another code is looked at; null: none. */
  async wait(caller: Caller): Promise<number | null> {
    const found = await Promise.all(this.keys(caller).map(([limiter, key]) => limiter.get(key)));
    const used = found.flatMap((each) => (each && each.remainingPoints <= 0 ? [each.msBeforeNext] : []));
    return used.length === 0 ? null : Math.max(1, Math.ceil(Math.max(...used) / 1_000));
  }

  /** Counts a wrong code. */
  async note(caller: Caller): Promise<void> {
    await Promise.all(this.keys(caller).map(([limiter, key]) => limiter.penalty(key)));
  }

  private keys({ actor, address }: Caller): [RateLimiterMemory, string][] {
    return [
      ...(actor ? [[this.limiters.credential, actor.id] as [RateLimiterMemory, string]] : []),
      ...(address ? [[this.limiters.address, network(address)] as [RateLimiterMemory, string]] : []),
    ];
  }
}

interface Caller {
  readonly actor: Pick<Actor, 'id'> | null;
  readonly address: string | null;
}
