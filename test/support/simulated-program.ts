import type { ActivationPolicy } from '../../src/earning/activation.js';
import type { EarningRuleSettings } from '../../src/earning/kinds/kinds.js';
import { Calendar } from '../../src/programs/calendar.js';
import { Program } from '../../src/programs/program.js';
import type { ExpiryPolicy, ProgramSettings } from '../../src/programs/settings.js';
import { type Activation, DAY, type Expiry, START, type World, ZONES, type Zone } from './world.js';

/** One for all programmes of a zone, which remembers what it calculated. */
const CALENDARS = Object.fromEntries(ZONES.map((zone) => [zone, new Calendar(zone)])) as Record<Zone, Calendar>;

const stretch = (days: number, months = 0): string => `P${months > 0 ? `${months}M` : ''}${days > 0 || months === 0 ? `${days}D` : ''}`;

function expiryPolicy({ days, months, roundUpTo, extendedBy, dates }: Expiry): ExpiryPolicy {
  if (dates) return { mode: 'ON_DATES', dates };
  if (days === null) return { mode: 'NEVER' };
  const period = stretch(days, months);
  return extendedBy ? { mode: 'SLIDING', period, roundUpTo, extendedBy } : { mode: 'AFTER_PERIOD', period, roundUpTo };
}

function waiting(activation: Activation | undefined): { activation?: ActivationPolicy } {
  if (!activation) return {};
  const { days, months, roundUpTo, event, date } = activation;
  if (date !== undefined) return { activation: { mode: 'ON_DATE', date } };
  const period = stretch(days, months);
  if (event === null) return { activation: { mode: 'AFTER_PERIOD', period, roundUpTo } };
  return { activation: { mode: 'ON_EVENT', event, cancelAfter: period } };
}

const always = { isActive: true, validFrom: null, validTo: null } as const;
const winter = { isActive: true, validFrom: START + 10 * DAY, validTo: START + 40 * DAY } as const;

const RULES: readonly EarningRuleSettings[] = [
  { ...always, kind: 'POINTS_PER_SPEND', id: 'base', name: 'Base', currency: 'points', rounding: 'DOWN', points: '1', per: 10_00 },
  { ...winter, kind: 'POINTS_PER_SPEND', id: 'winter', name: 'Winter', currency: 'points', rounding: 'DOWN', points: '0.25', per: 1_00 },
  { ...always, kind: 'POINTS_PER_SPEND', id: 'way', name: 'Way', currency: 'stars', rounding: 'HALF_UP', points: '1.5', per: 10_00 },
  { ...always, kind: 'FIXED_POINTS', id: 'review', name: 'Review', currency: 'points', rounding: 'DOWN', points: '3', event: 'review' },
  { ...always, kind: 'FIXED_POINTS', id: 'visit', name: 'Visit', currency: 'stars', rounding: 'HALF_EVEN', points: '2.5', event: 'visit' },
  {
    ...{ ...always, kind: 'FIXED_POINTS', id: 'off', name: 'Off', currency: 'points', rounding: 'DOWN', points: '9', event: 'visit' },
    isActive: false,
  },
  { ...always, kind: 'POINTS_PER_ITEM', id: 'apple', name: 'Apples', currency: 'points', rounding: 'DOWN', points: '2.5', sku: 'apple' },
  { ...always, kind: 'POINTS_PER_ITEM', id: 'bread', name: 'Bread', currency: 'stars', rounding: 'HALF_EVEN', points: '0.5', sku: 'bread' },
];

/** Two currencies, all kinds of rules, a ladder by spend and one by points; one of its two return policies is in force. */
export function simulatedProgram(world: World, policy: 0 | 1 = 0): Program {
  const { zone = 'UTC', returns, caps, transfers } = world;
  const settings: ProgramSettings = {
    name: 'Simulated',
    timeZone: zone,
    currencyCode: 'EUR',
    pointCurrencies: [
      {
        ...{ id: 'points', code: 'POINTS', name: 'Points', isSpendable: true, isQualifying: false },
        expiry: expiryPolicy(world.points),
        ...waiting(world.activation?.POINTS),
      },
      {
        ...{ id: 'stars', code: 'STARS', name: 'Stars', isSpendable: world.areStarsSpendable, isQualifying: true },
        expiry: expiryPolicy(world.stars),
        ...waiting(world.activation?.STARS),
      },
    ],
    tierSets: [],
    earningRules: RULES,
    caps: (caps ?? []).map(({ code, ...cap }) => ({ ...cap, name: cap.id, currency: code.toLowerCase() })),
    conversions: [{ id: 'swap', name: 'Swap', from: 'points', to: 'stars', step: 7, gives: 2 }],
    ...(transfers && { transfers: { isAllowed: true, ...transfers } }),
    ...(returns && { returns: returnPolicy(returns[policy]) }),
  };
  const tierSets = [
    { id: 'status', name: 'Status', qualifiesBy: { measure: 'SPEND' as const }, tiers: tiers(0, 60_00, 180_00) },
    { id: 'club', name: 'Club', qualifiesBy: { measure: 'POINTS' as const, currency: 'stars' }, tiers: tiers(0, 10, 25) },
  ];
  return new Program('program', 1, world.clock === 'TEST' ? START : null, { ...settings, tierSets }, CALENDARS[zone]);
}

const returnPolicy = ({ grace, ...returns }: NonNullable<World['returns']>[number]) => ({
  ...returns,
  restoreGrace: grace === null ? null : `P${grace}D`,
});

const tiers = (first: number, second: number, third: number) =>
  [
    { id: 'bronze', name: 'Bronze', threshold: first },
    { id: 'silver', name: 'Silver', threshold: second },
    { id: 'gold', name: 'Gold', threshold: third },
  ] as const;
