import type { Api } from './api.js';
import type { Change } from './deed.js';

/** What clients must know of the programme before they can begin. */
export interface Shop {
  /** Id of the rate at which points become miles. */
  readonly conversion: string;
}

/** Points that one purchase or review can earn; more, and it is refused. */
export const POINTS_OF_ACTIVITY_MAX = 150;
/** Miles that a member can earn in a day; beyond them purchases earn none. */
export const MILES_OF_DAY_MAX = 150;
/** Points that somebody can give at once. */
export const TRANSFER_MAX = 100;
export const CONVERSION = { step: 40, gives: 15 };

/** Two currencies, so that one purchase changes two wallets, and a ladder that members climb. */
const EARNING = `mutation {
  points: createPointCurrency(input: { code: "POINTS", name: "Points", isQualifying: true, expiry: { mode: AFTER_PERIOD, period: "P24M", roundUpTo: MONTH } }) { errors { code } }
  miles: createPointCurrency(input: { code: "MILES", name: "Miles" }) { errors { code } }
  tiers: createTierSet(input: { name: "Status", measure: SPEND, tiers: [{ name: "Bronze", threshold: "0" }, { name: "Silver", threshold: "100" }, { name: "Gold", threshold: "500" }, { name: "Platinum", threshold: "1000" }] }) { errors { code } }
  one: createEarningRule(input: { name: "A point a dollar", currencyCode: "POINTS", pointsPerSpend: { points: "1", per: "1" } }) { errors { code } }
  two: createEarningRule(input: { name: "Three miles for ten dollars", currencyCode: "MILES", pointsPerSpend: { points: "3", per: "10" } }) { errors { code } }
  three: createEarningRule(input: { name: "Review", currencyCode: "POINTS", fixedPoints: { points: "25", event: "review" } }) { errors { code } }
}`;

/** Caps that bite, returns that leave debt, and points that change hands and kinds. */
const RULES = `mutation {
  limit: createEarningCap(input: { name: "Of one activity", currencyCode: "POINTS", period: ACTIVITY, max: ${POINTS_OF_ACTIVITY_MAX} }) { errors { code } }
  cap: createEarningCap(input: { name: "Of a day", currencyCode: "MILES", period: DAY, max: ${MILES_OF_DAY_MAX} }) { errors { code } }
  returns: setReturnPolicy(input: { earned: ALLOW_DEBT, attribution: PROPORTIONAL, spent: RESTORE }) { errors { code } }
  transfers: setTransferPolicy(input: { isAllowed: true, maxPerTransfer: ${TRANSFER_MAX} }) { errors { code } }
  rate: createPointConversion(input: { name: "Fly", fromCurrencyCode: "POINTS", toCurrencyCode: "MILES", step: ${CONVERSION.step}, gives: ${CONVERSION.gives} }) { pointConversion { id } errors { code } }
}`;

/** Makes it, for a caller with every right in an empty programme. */
export async function openShop(api: Api): Promise<Shop> {
  let conversion = '';
  for (const document of [EARNING, RULES]) {
    const answer = await api.run<Record<string, { errors: unknown[]; pointConversion?: { id: string } }>>(document);
    const refused = Object.entries(answer).filter(([, { errors }]) => errors.length > 0);
    if (refused.length > 0) throw new Error(`the shop could not be opened: ${JSON.stringify(refused)}`);
    conversion = answer.rate?.pointConversion?.id ?? conversion;
  }
  return { conversion };
}

/** What a purchase of so many cents earns there before caps, rounded down, calculated here once more. */
export function earnedBy(cents: number): Change[] {
  const changes = [
    { currencyCode: 'POINTS', amount: (cents - (cents % 100)) / 100 },
    { currencyCode: 'MILES', amount: (cents * 3 - ((cents * 3) % 1_000)) / 1_000 },
  ];
  return changes.filter(({ amount }) => amount > 0);
}

export const REVIEW_EARNS: Change = { currencyCode: 'POINTS', amount: 25 };

export const dollars = (cents: number): string => `${(cents - (cents % 100)) / 100}.${String(cents % 100).padStart(2, '0')}`;
