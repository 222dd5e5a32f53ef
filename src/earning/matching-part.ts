import type { ActivityItem, Purchase } from './activity.js';

/** Which lines of a purchase count: those that pass all six. What is left out asks nothing. */
export interface ItemConditions {
  readonly skus?: readonly string[];
  readonly excludedSkus?: readonly string[];
  readonly categories?: readonly string[];
  readonly excludedCategories?: readonly string[];
  readonly brands?: readonly string[];
  readonly excludedBrands?: readonly string[];
}

/** The part of a purchase that conditions leave. */
export interface MatchingPart {
  readonly purchase: Purchase;
  /** Where its items stood in the whole; null: it is the whole. */
  readonly lines: readonly number[] | null;
}

const isIncluding = ({ skus, categories, brands }: ItemConditions): boolean => !!(skus || categories || brands);
const isExcluding = ({ excludedSkus, excludedCategories, excludedBrands }: ItemConditions): boolean =>
  !!(excludedSkus || excludedCategories || excludedBrands);

/**
 * The lines that count, and their money. Lines that are named come to what they cost; where lines are only excluded, all of the purchase
 * counts but those, also what stands in no line, like postage. null: nothing is left. A purchase that was sent without lines has none
 * that could be named, and none that could be excluded.
 */
export function matchingPart(conditions: ItemConditions, purchase: Purchase): MatchingPart | null {
  const including = isIncluding(conditions);
  if (!including && !isExcluding(conditions)) return { purchase, lines: null };
  const { items, amount } = purchase;
  if (items.length === 0) return including ? null : { purchase, lines: null };
  const lines = [...items.keys()].filter((line) => isMatched(conditions, items[line] as ActivityItem));
  if (lines.length === 0) return null;
  const matched = lines.map((line) => items[line] as ActivityItem);
  const money = (some: readonly ActivityItem[]) => some.reduce((sum, item) => sum + (item.amount ?? 0), 0);
  const left = including ? Math.min(amount, money(matched)) : Math.max(0, amount - (money(items) - money(matched)));
  return { purchase: { ...purchase, amount: left, items: matched }, lines };
}

function isMatched(conditions: ItemConditions, { sku, category, brand }: ActivityItem): boolean {
  const { skus, excludedSkus, categories, excludedCategories, brands, excludedBrands } = conditions;
  return (
    passes(sku, skus, excludedSkus) && passes(category, categories, excludedCategories) && passes(brand ?? null, brands, excludedBrands)
  );
}

const passes = (value: string | null, wanted: readonly string[] | undefined, unwanted: readonly string[] | undefined): boolean =>
  (wanted === undefined || (value !== null && wanted.includes(value))) &&
  !(unwanted !== undefined && value !== null && unwanted.includes(value));
