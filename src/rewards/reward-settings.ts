import { Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import { isHttpsUrl } from '../graphql/https-url.js';
import { requireName } from '../graphql/require-name.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid } from '../graphql/user-error.types.js';
import { spendableCurrency } from '../points/currency.js';
import { type CapPeriod, parsePeriod } from '../programs/calendar.js';
import type { Program } from '../programs/program.js';
import { parseTerms } from '../vouchers/terms.types.js';
import type { RewardPrice, RewardSettings, RewardWindow } from './reward.js';
import type { CreateRewardInput, RewardPriceInput, RewardWindowInput } from './reward-input.types.js';

const TEXTS_MAX = 20;
const TEXT_MAX = 255;
const DESCRIPTION_MAX = 4_000;
const PRICES_MAX = 20;
const GATES_MAX = 50;

const refuse = (message: string, ...path: string[]): Refused => new Refused(invalid(message, ...path));

/** What a marketer says of a reward, checked. @throws Refused naming what cannot be used */
export function rewardSettings(id: string, version: number, input: CreateRewardInput, program: Program): RewardSettings {
  const { name, description = null, kind, stock = null, limit = null, validity = null } = input;
  requireName(name, 'name');
  if (description !== null && (description.length > DESCRIPTION_MAX || !isStorable(description)))
    throw refuse(`description has at most ${DESCRIPTION_MAX} characters.`, 'description');
  if (stock !== null && stock < 0) throw refuse('stock is 0 or more.', 'stock');
  if (limit && (limit.max < 1 || limit.period === 'ACTIVITY'))
    throw refuse('A limit is 1 or more in a DAY, WEEK, MONTH, YEAR or EVER.', 'limit');
  const period = validity === null ? null : parsePeriod(validity);
  if (validity !== null && period === null) throw refuse('validity is a period above zero as ISO 8601 duration, like P90D.', 'validity');
  const voucher = voucherOf(input, program);
  const byHand = kind === 'PHYSICAL_GOOD' || kind === 'CASHBACK_PAYOUT' ? 'BY_HAND' : 'NONE';
  const fulfilment = input.fulfilment ?? (voucher ? 'VOUCHER' : byHand);
  if ((fulfilment === 'VOUCHER') !== (voucher !== null))
    throw refuse('VOUCHER needs either voucher or voucherPool; the others take none.', 'fulfilment');
  return {
    ...{ id, version, name, description, kind, stock, fulfilment, voucher },
    categories: texts(input.categories, 'categories', (text) => text.trim() !== '' && text.length <= TEXT_MAX),
    images: texts(input.images, 'images', isHttpsUrl),
    prices: pricesOf(input.prices, program),
    visible: windowOf(input.visible, 'visible'),
    available: windowOf(input.available, 'available'),
    tiers: ids(input.tiers, 'tiers').map((tier) => tierOf(program, tier, 'tiers')),
    segments: ids(input.segments, 'segments').map((id) => segmentOf(program, id)),
    limit: limit && { max: limit.max, period: limit.period as CapPeriod },
    needsApproval: input.needsApproval ?? false,
    validity: period,
    isArchived: false,
  };
}

function texts(given: readonly string[] | null | undefined, field: string, isRight: (text: string) => boolean): string[] {
  const all = [...new Set(given ?? [])];
  if (all.length > TEXTS_MAX || !all.every((text) => isStorable(text) && isRight(text)))
    throw refuse(
      `${field} has at most ${TEXTS_MAX} entries${field === 'images' ? ', each an https URL' : ` of 1 to ${TEXT_MAX} characters`}.`,
      field,
    );
  return all;
}

function ids(given: readonly string[] | null | undefined, field: string): string[] {
  const all = [...new Set(given ?? [])];
  if (all.length > GATES_MAX) throw refuse(`At most ${GATES_MAX} ${field}.`, field);
  return all;
}

function windowOf(input: RewardWindowInput | null | undefined, ...path: string[]): RewardWindow {
  const [from, to] = [input?.from?.getTime() ?? null, input?.to?.getTime() ?? null];
  if (from !== null && to !== null && to <= from) throw refuse('to lies after from.', ...path);
  return { from, to };
}

function tierOf({ settings }: Program, id: string, ...path: string[]): string {
  const uuid = localId('tier', id);
  if (uuid && settings.tierSets.some(({ tiers }) => tiers.some((tier) => tier.id === uuid))) return uuid;
  throw refuse('There is no such tier in this programme.', ...path);
}

function segmentOf({ settings }: Program, id: string): string {
  const uuid = localId('segment', id);
  if (uuid && settings.segments?.some((segment) => segment.id === uuid)) return uuid;
  throw refuse('There is no such segment in this programme.', 'segments');
}

function pricesOf(inputs: readonly RewardPriceInput[], program: Program): RewardPrice[] {
  if (inputs.length === 0 || inputs.length > PRICES_MAX) throw refuse(`A reward has 1 to ${PRICES_MAX} prices.`, 'prices');
  return inputs.map(({ points, tier = null, season }, i) => {
    const path = ['prices', String(i)];
    const parts = points.map(({ currencyCode = null, amount }) => {
      const named = spendableCurrency(program, currencyCode);
      if ('refusal' in named) throw new Refused({ ...named.refusal, path });
      if (amount <= 0) throw refuse('A price is above 0; leave points empty for nothing.', ...path);
      return { currency: named.currency.id, amount };
    });
    if (new Set(parts.map(({ currency }) => currency)).size < parts.length) throw refuse('Each currency comes once in a price.', ...path);
    return { parts, tier: tier === null ? null : tierOf(program, tier, ...path), season: windowOf(season, ...path) };
  });
}

function voucherOf({ voucher, voucherPool }: CreateRewardInput, { settings }: Program): RewardSettings['voucher'] {
  if (voucher && voucherPool)
    throw refuse('Codes are made for the reward, or come from a pool: give voucher or voucherPool.', 'voucherPool');
  if (voucher) return { terms: parseTerms(voucher, settings, 'voucher') };
  if (!voucherPool) return null;
  const pool = localId('voucherPool', voucherPool);
  if (!settings.voucherPools?.some(({ id, use }) => id === pool && use === 'REWARDS'))
    throw refuse('There is no such voucher pool for rewards in this programme.', 'voucherPool');
  return { pool: pool as string };
}
