import { Program } from '../../src/programs/program.js';
import type { ExpiryPolicy } from '../../src/programs/settings.js';
import { DAY, type Expiry, START, type World } from './arbitraries.js';

const policy = ({ days, roundUpTo }: Expiry): ExpiryPolicy =>
  days === null ? { mode: 'NEVER' } : { mode: 'AFTER_PERIOD', period: `P${days}D`, roundUpTo };

const always = { isActive: true, validFrom: null, validTo: null } as const;

/** Two currencies, both kinds of rules, a ladder by spend and one by points. */
export const simulatedProgram = (world: World): Program =>
  new Program('program', 1, world.clock === 'TEST' ? START : null, {
    name: 'Simulated',
    timeZone: 'UTC',
    currencyCode: 'EUR',
    pointCurrencies: [
      { id: 'points', code: 'POINTS', name: 'Points', isSpendable: true, isQualifying: false, expiry: policy(world.points) },
      { id: 'stars', code: 'STARS', name: 'Stars', isSpendable: world.areStarsSpendable, isQualifying: true, expiry: policy(world.stars) },
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
