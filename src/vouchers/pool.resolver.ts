import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { attempt, Refused } from '../graphql/attempt.js';
import { localId, newUuid } from '../graphql/global-id.js';
import { Requires } from '../graphql/policy.js';
import { requireName } from '../graphql/require-name.js';
import { Points } from '../graphql/scalars.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid } from '../graphql/user-error.types.js';
import { publish } from '../programs/publish.js';
import { plainCode } from './codes.js';
import { generateCodes, importCodes } from './fill-pool.js';
import { codesKey, drawnKey, type VoucherPoolSettings } from './pool.js';
import {
  CreateVoucherPoolInput,
  GenerateVoucherCodesInput,
  GenerateVoucherCodesPayload,
  ImportVoucherCodesInput,
  ImportVoucherCodesPayload,
  VoucherPoolPayload,
  VoucherPoolType,
  voucherPool,
} from './pool.types.js';
import { parseTerms } from './terms.types.js';

const POOLS_MAX = 100;
const CODES_MAX = 2_000;

@Resolver(() => VoucherPoolType)
export class VoucherPoolResolver {
  @Query(() => [VoucherPoolType], { nullable: true, description: 'Stocks of voucher codes, oldest first. Scope program:read.' })
  @Requires('program:read')
  async voucherPools(@Ctx() context: Context): Promise<VoucherPoolType[]> {
    const { settings } = await context.program();
    return (settings.voucherPools ?? []).map((pool) => voucherPool(pool, settings));
  }

  @Mutation(() => VoucherPoolPayload, { nullable: true, description: 'Makes a pool, without codes yet. Scope program:write.' })
  @Requires('program:write')
  createVoucherPool(
    @Ctx() context: Context,
    @Arg('input', () => CreateVoucherPoolInput, { description: 'The pool.' }) input: CreateVoucherPoolInput,
  ) {
    return attempt(async () => {
      const { name, use, expiresAt, warnAt = null } = input;
      requireName(name, 'name');
      if (warnAt !== null && warnAt < 0) throw new Refused(invalid('warnAt is 0 or more.', 'warnAt'));
      const id = newUuid();
      const { settings } = await publish(context, 'voucherPools', (before) => {
        const pools = before.voucherPools ?? [];
        if (pools.length >= POOLS_MAX) throw new Refused(invalid(`A programme has at most ${POOLS_MAX} voucher pools.`));
        const terms = parseTerms(input.terms, before, 'terms');
        const pool: VoucherPoolSettings = { id, name, terms, use, expiresAt: expiresAt?.getTime() ?? null, warnAt };
        return { ...before, voucherPools: [...pools, pool] };
      });
      const made = settings.voucherPools?.find((each) => each.id === id);
      return { voucherPool: made ? voucherPool(made, settings) : null };
    });
  }

  @Mutation(() => ImportVoucherCodesPayload, {
    nullable: true,
    description: 'Adds codes to a pool, behind those that it has. Sending a list twice adds nothing. Scope vouchers:write.',
  })
  @Requires('vouchers:write')
  async importVoucherCodes(
    @Ctx() context: Context,
    @Arg('input', () => ImportVoucherCodesInput, { description: 'The codes.' }) { pool: id, codes }: ImportVoucherCodesInput,
  ) {
    const nothing = { added: 0, duplicates: [], voucherPool: null };
    return {
      ...nothing,
      ...(await attempt(async () => {
        const pool = await poolFor(context, id);
        if (codes.length > CODES_MAX) throw new Refused(invalid(`At most ${CODES_MAX} codes a call.`, 'codes'));
        const wrong = codes.findIndex((code) => !isCode(code));
        if (wrong >= 0) throw new Refused(invalid('A code has 4 to 64 characters.', 'codes', String(wrong)));
        return { ...(await importCodes(context, pool.id, codes)), voucherPool: voucherPool(pool, (await context.program()).settings) };
      })),
    };
  }

  @Mutation(() => GenerateVoucherCodesPayload, {
    nullable: true,
    description: 'Makes codes of 80 random bits for a pool. Scope vouchers:write.',
  })
  @Requires('vouchers:write')
  async generateVoucherCodes(
    @Ctx() context: Context,
    @Arg('input', () => GenerateVoucherCodesInput, { description: 'How many.' }) { pool: id, count }: GenerateVoucherCodesInput,
  ) {
    const nothing = { codes: [], voucherPool: null };
    return {
      ...nothing,
      ...(await attempt(async () => {
        const pool = await poolFor(context, id);
        if (count < 1 || count > CODES_MAX) throw new Refused(invalid(`count is 1 to ${CODES_MAX}.`, 'count'));
        const made = await generateCodes(context, pool.id, count);
        return { codes: pool.use === 'OPEN' ? made : [], voucherPool: voucherPool(pool, (await context.program()).settings) };
      })),
    };
  }

  @FieldResolver(() => Points, { description: 'How many codes it has, those included that were handed out.' })
  size(@Root() { pool }: VoucherPoolType, @Ctx() context: Context): Promise<number> {
    return context.sharedUse.load(codesKey(pool));
  }

  @FieldResolver(() => Points, { description: 'How many of them rewards handed out; 0 for OPEN.' })
  handedOut(@Root() { pool }: VoucherPoolType, @Ctx() context: Context): Promise<number> {
    return context.sharedUse.load(drawnKey(pool));
  }
}

const isCode = (code: string): boolean => code.length <= 100 && isStorable(code) && /^.{4,64}$/u.test(plainCode(code));

/** @throws Refused where there is none */
async function poolFor(context: Context, id: string): Promise<VoucherPoolSettings> {
  const uuid = localId('voucherPool', id);
  const pool = (await context.program()).settings.voucherPools?.find((each) => each.id === uuid);
  if (!pool) throw new Refused(invalid('There is no such voucher pool in this programme.', 'pool'));
  return pool;
}
