import type { Change } from './deed.js';

/** The programme of the run: two currencies, so that one purchase changes two wallets, and a ladder that members climb. */
export const SHOP = `mutation {
  points: createPointCurrency(input: { code: "POINTS", name: "Points", isQualifying: true, expiry: { mode: AFTER_PERIOD, period: "P24M", roundUpTo: MONTH } }) { errors { code } }
  miles: createPointCurrency(input: { code: "MILES", name: "Miles" }) { errors { code } }
  tiers: createTierSet(input: { name: "Status", measure: SPEND, tiers: [{ name: "Bronze", threshold: "0" }, { name: "Silver", threshold: "100" }, { name: "Gold", threshold: "500" }, { name: "Platinum", threshold: "1000" }] }) { errors { code } }
  one: createEarningRule(input: { name: "A point a dollar", currencyCode: "POINTS", pointsPerSpend: { points: "1", per: "1" } }) { errors { code } }
  two: createEarningRule(input: { name: "Three miles for ten dollars", currencyCode: "MILES", pointsPerSpend: { points: "3", per: "10" } }) { errors { code } }
  three: createEarningRule(input: { name: "Review", currencyCode: "POINTS", fixedPoints: { points: "25", event: "review" } }) { errors { code } }
}`;

/** What a purchase of so many cents earns there, rounded down, calculated here once more. */
export function earnedBy(cents: number): Change[] {
  const changes = [
    { currencyCode: 'POINTS', amount: (cents - (cents % 100)) / 100 },
    { currencyCode: 'MILES', amount: (cents * 3 - ((cents * 3) % 1_000)) / 1_000 },
  ];
  return changes.filter(({ amount }) => amount > 0);
}

export const REVIEW_EARNS: readonly Change[] = [{ currencyCode: 'POINTS', amount: 25 }];

export const dollars = (cents: number): string => `${(cents - (cents % 100)) / 100}.${String(cents % 100).padStart(2, '0')}`;
