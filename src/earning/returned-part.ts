import type { Refusal } from '../journal/core/decide.js';
import type { Activity } from './activity.js';
import type { Returned } from './activity-record.js';

/** What comes back: some of the items, or an amount of money. */
export type ReturnedPart =
  | { readonly items: readonly { readonly line: number; readonly quantity: number }[] }
  /** Minor units. */
  | { readonly amount: number };

/** What comes back now, and the quantities that came back so far by line; or why it cannot. */
export function partOf(
  { amount, items }: Activity & { readonly type: 'PURCHASE' },
  before: Returned,
  part: ReturnedPart | null,
): { readonly amount: number; readonly items: Readonly<Record<number, number>> } | Refusal {
  const left = amount - before.amount;
  if (part === null) {
    const all = Object.fromEntries(items.map(({ quantity }, line) => [line, quantity]));
    return { amount: left, items: all };
  }
  if ('amount' in part) {
    if (part.amount > left) return tooMuch(left, part.amount);
    return { amount: part.amount, items: before.items };
  }
  const quantities: Record<number, number> = { ...before.items };
  let money = 0;
  for (const { line, quantity } of part.items) {
    const item = items[line];
    if (!item || item.amount === null) {
      return { code: 'ITEM_NOT_FOUND', message: `Line ${line} is none of this purchase's, or has no amount.`, path: ['items'] };
    }
    const done = quantities[line] ?? 0;
    const remaining = item.quantity - done;
    if (quantity > remaining) {
      const message = `Of line ${line}, ${remaining} can be returned.`;
      return { code: 'RETURN_EXCEEDED', message, path: ['items'], data: { remaining, required: quantity } };
    }
    // Rounded on what came back so far, so that the whole line gives exactly its amount.
    const share = (count: number) => Math.floor(((item.amount as number) * count) / item.quantity);
    money += share(done + quantity) - share(done);
    quantities[line] = done + quantity;
  }
  const isAll = items.every(({ quantity }, line) => (quantities[line] ?? 0) >= quantity);
  // What the lines do not account for, like postage, comes back with the last of them.
  const sum = isAll ? left : money;
  return sum > left ? tooMuch(left, sum) : { amount: sum, items: quantities };
}

const tooMuch = (remaining: number, required: number): Refusal => ({
  code: 'RETURN_EXCEEDED',
  message: 'More would be returned than is left of this purchase.',
  path: ['amount'],
  data: { remaining, required },
});
