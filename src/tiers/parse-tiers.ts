import { Refused } from '../graphql/attempt.js';
import { localId, newUuid } from '../graphql/global-id.js';
import { invalid } from '../graphql/user-error.types.js';
import { toMinor } from '../programs/money.js';
import type { Program } from '../programs/program.js';
import type { Measure, TierSettings } from './tier-set.js';
import type { TierInput } from './tier-set-input.types.js';

const TIERS_MAX = 50;
const MULTIPLIER_MAX = 100;

type Tiers = readonly [TierSettings, ...TierSettings[]];

const refuse = (message: string, ...path: string[]): Refused => new Refused(invalid(message, 'tiers', ...path));

/**
 * The tiers that the input describes, and those of before that it leaves out, retired in their old place.
 * @throws Refused where the ladder does not rise from 0, or does not go on from the one before
 */
export function parseTiers(
  inputs: readonly TierInput[],
  measures: readonly Measure[],
  program: Program,
  before: readonly TierSettings[] = [],
) {
  if (inputs.length > TIERS_MAX) throw refuse(`A tier set has at most ${TIERS_MAX} tiers.`);
  const tiers = inputs.map((input, i) => parseTier(input, i, measures, program, before));
  const [first, ...rest] = tiers;
  if (!first?.thresholds.every((threshold) => threshold === 0)) {
    throw refuse('The first tier has threshold 0: everybody stands on it.');
  }
  for (const [i, tier] of rest.entries()) {
    if (!rises(tiers[i] as TierSettings, tier)) throw refuse('Each threshold is higher than the one before.', String(i + 1));
  }
  return withRetired([first, ...rest], before);
}

function parseTier(
  input: TierInput,
  i: number,
  measures: readonly Measure[],
  program: Program,
  before: readonly TierSettings[],
): TierSettings {
  const id = input.id == null ? newUuid() : localId('tier', input.id);
  if (id === null || (input.id != null && !before.some((tier) => tier.id === id))) {
    throw refuse('There is no such tier in this tier set.', String(i), 'id');
  }
  const { name, threshold, thresholds, atLeast = null } = input;
  const texts = thresholds ?? (threshold == null ? (i === 0 ? measures.map(() => '0') : []) : [threshold]);
  if ((threshold != null) === (thresholds != null) && i > 0) {
    throw refuse('Give threshold, or thresholds where several measures count.', String(i));
  }
  if (texts.length !== measures.length) throw refuse('There is a threshold for each measure.', String(i));
  const amounts = texts.map((text, j) => (text === null ? null : amountOf(text, measures[j] as Measure, program, i)));
  const counting = amounts.filter((amount) => amount !== null).length;
  if (counting === 0) throw refuse('At least one measure counts for a tier.', String(i));
  if (atLeast !== null && (atLeast < 1 || atLeast > counting)) throw refuse(`atLeast is 1 to ${counting} here.`, String(i), 'atLeast');
  return { id, name, thresholds: amounts, atLeast, multiplier: multiplierOf(input.multiplier ?? null, i), isRetired: false };
}

function amountOf(text: string, measure: Measure, program: Program, i: number): number {
  const amount = measure.measure === 'SPEND' ? toMinor(text, program.settings.currencyCode) : Number(text);
  if (amount === null || !Number.isSafeInteger(amount) || amount < 0) {
    throw refuse(`${text} is no threshold in this unit.`, String(i), 'threshold');
  }
  return amount;
}

function multiplierOf(text: string | null, i: number): string | null {
  if (text !== null && (Number(text) <= 0 || Number(text) > MULTIPLIER_MAX)) {
    throw refuse(`A multiplier is above 0 and at most ${MULTIPLIER_MAX}.`, String(i), 'multiplier');
  }
  return text;
}

/** Some threshold is higher than below, and none lower; a measure that counts for one of the two only says nothing. */
const rises = (below: TierSettings, above: TierSettings): boolean => {
  const steps = above.thresholds.map((threshold, i) => (threshold ?? 0) - (below.thresholds[i] ?? 0));
  const counting = steps.filter((_, i) => above.thresholds[i] !== null && below.thresholds[i] !== null);
  const isAnyMore = (above.atLeast ?? steps.length) > (below.atLeast ?? steps.length);
  return counting.every((step) => step >= 0) && (isAnyMore || counting.length === 0 || counting.some((step) => step > 0));
};

/** @throws Refused where tiers changed their order */
function withRetired(tiers: Tiers, before: readonly TierSettings[]): Tiers {
  if (before.length > 0 && tiers[0].id !== before[0]?.id) throw refuse('The first tier stays the first.', '0');
  const [first, ...rest] = tiers;
  const after: [TierSettings, ...TierSettings[]] = [first, ...rest];
  let place = 0;
  for (const old of before) {
    const at = after.findIndex(({ id }) => id === old.id);
    if (at >= 0 && at < place) throw refuse('Tiers keep their order.', String(tiers.findIndex(({ id }) => id === old.id)));
    if (at < 0) after.splice(place, 0, { ...old, isRetired: true });
    place = (at < 0 ? place : at) + 1;
  }
  return after;
}
