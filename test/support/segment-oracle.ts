import type * as api from './generated.js';

/** What a test knows of a member, as plain facts. */
export interface Person {
  readonly externalId: string;
  readonly email: string | null;
  readonly givenName: string | null;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly enrolledAt: Date;
  readonly purchases: { readonly at: Date; cents: number; isGone: boolean }[];
  balance: number;
  tier: string;
}

export interface Present {
  readonly now: Date;
  readonly timeZone: string;
  /** Ids of tiers, from the lowest. */
  readonly ladder: readonly string[];
}

/** Whether a condition is true of somebody: written down anew, in the form of the API, from facts that no database holds. */
export function isIn(condition: api.SegmentConditionInput, who: Person, present: Present): boolean {
  const { all, any, not, profile, attribute, enrolled, spend, purchases, lastPurchase, lastRedemption, balance, tier } = condition;
  const daysAgo = (at: Date): number => (noon(present.now, present.timeZone) - noon(at, present.timeZone)) / 86_400_000;
  const isBetween = (value: number, low?: number | string | null, high?: number | string | null): boolean =>
    value >= Number(low ?? -Infinity) && value <= Number(high ?? Infinity);
  const isLast = (at: Date | undefined, { withinDays, notWithinDays }: api.SegmentLastTimeConditionInput): boolean =>
    (withinDays == null || (at !== undefined && daysAgo(at) < withinDays)) &&
    (notWithinDays == null || at === undefined || daysAgo(at) >= notWithinDays);
  const bought = (days?: number | null) => who.purchases.filter(({ at }) => days == null || daysAgo(at) < days);

  if (all) return all.every((each) => isIn(each, who, present));
  if (any) return any.some((each) => isIn(each, who, present));
  if (not) return !isIn(not, who, present);
  if (profile) {
    const value = { EXTERNAL_ID: who.externalId, EMAIL: who.email, GIVEN_NAME: who.givenName, FAMILY_NAME: null }[profile.field];
    if (profile.oneOf == null) return (value !== null) === profile.isPresent;
    const same = profile.field === 'EMAIL' ? (text: string) => text.toLowerCase() : (text: string) => text;
    return value !== null && profile.oneOf.map(same).includes(same(value));
  }
  if (attribute) {
    const value = who.attributes[attribute.name];
    if (attribute.oneOf) return typeof value === 'string' && attribute.oneOf.includes(value);
    if (attribute.isTrue != null) return value === attribute.isTrue;
    if (attribute.isPresent != null) return (value !== undefined && value !== null) === attribute.isPresent;
    if (attribute.atLeast != null || attribute.atMost != null)
      return typeof value === 'number' && isBetween(value, attribute.atLeast, attribute.atMost);
    if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\d$/.test(value)) return false;
    return value >= (attribute.from ?? '') && value <= (attribute.to ?? '9999');
  }
  if (enrolled) {
    const at = who.enrolledAt;
    const isFrom = enrolled.from == null || at >= new Date(enrolled.from);
    return isFrom && (enrolled.before == null || at < new Date(enrolled.before)) && isLast(at, enrolled);
  }
  if (spend) {
    const cents = bought(spend.days).reduce((sum, each) => sum + each.cents, 0);
    return isBetween(cents / 100, spend.atLeast, spend.atMost);
  }
  if (purchases) return isBetween(bought(purchases.days).filter(({ isGone }) => !isGone).length, purchases.atLeast, purchases.atMost);
  if (lastPurchase) {
    const times = who.purchases.filter(({ isGone }) => !isGone).map(({ at }) => at.getTime());
    return isLast(times.length === 0 ? undefined : new Date(Math.max(...times)), lastPurchase);
  }
  if (lastRedemption) return isLast(undefined, lastRedemption);
  if (balance) return isBetween(who.balance, balance.atLeast, balance.atMost);
  if (tier) {
    const rank = (id: string) => present.ladder.indexOf(id);
    return tier.oneOf ? tier.oneOf.includes(who.tier) : rank(who.tier) >= rank(tier.atLeast as string);
  }
  throw new Error('an empty condition');
}

/** Noon in UTC of the local day, for counting days. */
const noon = (at: Date, timeZone: string): number => {
  const day = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(at);
  return Date.parse(`${day}T12:00:00Z`);
};
