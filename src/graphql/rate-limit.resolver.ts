import { Ctx, Query, Resolver } from 'type-graphql';
import type { Context } from '../context.js';
import { Requires } from './policy.js';
import { RateLimit } from './rate-limit.types.js';

@Resolver()
export class RateLimitResolver {
  @Query(() => RateLimit, {
    nullable: true,
    description: 'Where the caller stands with its rate limit; null when there is none. For any credential.',
  })
  @Requires('ANYONE')
  rateLimit(@Ctx() { allowance }: Context): RateLimit | null {
    if (!allowance) return null;
    const { limit, remaining, resetAt } = allowance;
    return Object.assign(new RateLimit(), { limit, remaining, resetAt: new Date(resetAt) });
  }
}
