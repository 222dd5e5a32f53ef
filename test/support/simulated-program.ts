import type { ActivationPolicy } from '../../src/earning/activation.js';
import { Program } from '../../src/programs/program.js';
import type { ExpiryPolicy } from '../../src/programs/settings.js';
import { type Activation, DAY, type Expiry, START, type World } from './world.js';

function policy({ days, roundUpTo, extendedBy, dates }: Expiry): ExpiryPolicy {
  if (dates) return { mode: 'ON_DATES', dates };
  if (days === null) return { mode: 'NEVER' };
  const period = `P${days}D`;
  return extendedBy ? { mode: 'SLIDING', period, roundUpTo, extendedBy } : { mode: 'AFTER_PERIOD', period, roundUpTo };
}

function waiting(activation: Activation | undefined): { activation?: ActivationPolicy } {
  if (!activation) return {};
  const { days, roundUpTo, event } = activation;
  const period = `P${days}D`;
  if (event === null) return { activation: { mode: 'AFTER_PERIOD', period, roundUpTo } };
  return { activation: { mode: 'ON_EVENT', event, cancelAfter: period } };
}

const always = { isActive: true, validFrom: null, validTo: null } as const;

/** Two currencies, both kinds of rules, a ladder by spend and one by points. */
export const simulatedProgram = (world: World): Program =>
  new Program('program', 1, world.clock === 'TEST' ? START : null, {
    name: 'Simulated',
    timeZone: 'UTC',
    currencyCode: 'EUR',
    pointCurrencies: [
      {
        id: 'points',
        code: 'POINTS',
        name: 'Points',
        isSpendable: true,
        isQualifying: false,
        expiry: policy(world.points),
        ...waiting(world.activation?.POINTS),
      },
      {
        id: 'stars',
        code: 'STARS',
        name: 'Stars',
        isSpendable: world.areStarsSpendable,
        isQualifying: true,
        expiry: policy(world.stars),
        ...waiting(world.activation?.STARS),
      },
    ],
    tierSets: [
      { id: 'status', name: 'Status', qualifiesBy: { measure: 'SPEND' }, tiers: tiers(0, 60_00, 180_00) },
      { id: 'club', name: 'Club', qualifiesBy: { measure: 'POINTS', currency: 'stars' }, tiers: tiers(0, 10, 25) },
    ],
    earningRules: [
      { ...always, kind: 'POINTS_PER_SPEND', id: 'base', name: 'Base', currency: 'points', rounding: 'DOWN', points: '1', per: 10_00 },
      {
        ...always,
        kind: 'POINTS_PER_SPEND',
        id: 'winter',
        name: 'Winter',
        currency: 'points',
        rounding: 'DOWN',
        points: '0.25',
        per: 1_00,
        validFrom: START + 10 * DAY,
        validTo: START + 40 * DAY,
      },
      { ...always, kind: 'POINTS_PER_SPEND', id: 'way', name: 'Way', currency: 'stars', rounding: 'HALF_UP', points: '1.5', per: 10_00 },
      { ...always, kind: 'FIXED_POINTS', id: 'review', name: 'Review', currency: 'points', rounding: 'DOWN', points: '3', event: 'review' },
      {
        ...always,
        kind: 'FIXED_POINTS',
        id: 'visit',
        name: 'Visit',
        currency: 'stars',
        rounding: 'HALF_EVEN',
        points: '2.5',
        event: 'visit',
      },
      {
        ...always,
        isActive: false,
        kind: 'FIXED_POINTS',
        id: 'off',
        name: 'Off',
        currency: 'points',
        rounding: 'DOWN',
        points: '9',
        event: 'visit',
      },
    ],
  });

const tiers = (first: number, second: number, third: number) =>
  [
    { id: 'bronze', name: 'Bronze', threshold: first },
    { id: 'silver', name: 'Silver', threshold: second },
    { id: 'gold', name: 'Gold', threshold: third },
  ] as const;
