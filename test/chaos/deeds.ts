import type { Deed, DeedKind } from './deed.js';
import { adjust } from './deeds/adjust.js';
import { bulk } from './deeds/bulk.js';
import { conversion } from './deeds/conversion.js';
import { enrol, enrolCall } from './deeds/enrol.js';
import { look } from './deeds/look.js';
import { orderTwice } from './deeds/order-twice.js';
import { overspend } from './deeds/overspend.js';
import { purchase } from './deeds/purchase.js';
import { returned } from './deeds/returned.js';
import { reversal } from './deeds/reversal.js';
import { review } from './deeds/review.js';
import { spend } from './deeds/spend.js';
import { transfer } from './deeds/transfer.js';
import { Random } from './random.js';
import type { Shop } from './shop.js';

/** Everything that clients do. A new kind is a file and a line here. */
export const DEED_KINDS: readonly DeedKind[] = [
  ...[purchase, bulk, orderTwice, review, spend, overspend, adjust, enrol, look],
  ...[returned, reversal, transfer, conversion],
];

const HOT_MEMBERS = 4;
const HOT_SHARE = 0.35;

/** The members who are there from the beginning; the first few are the hot ones. */
export const firstMembers = (count: number): string[] => Array.from({ length: count }, (_, i) => (i < HOT_MEMBERS ? `hot-${i}` : `m-${i}`));

export const enrolments = (members: readonly string[]): Deed[] => members.map((member) => ({ steps: [[enrolCall(member)]], reads: [] }));

/**
 * Deeds until they hold that many commands, and perhaps some that depend on others. Each follows from the seed and its place in the
 * list alone. A second plan for the same members needs a `mark` for its names.
 */
export function* plan(seed: number, commandCount: number, members: readonly string[], shop: Shop, mark = ''): Generator<Deed> {
  const total = DEED_KINDS.reduce((sum, kind) => sum + kind.weight, 0);
  for (let index = 0, commands = 0; commands < commandCount; index += 1) {
    const random = Random.of(seed, index);
    let roll = random.next() * total;
    const kind = DEED_KINDS.find(({ weight }) => (roll -= weight) < 0) ?? look;
    const deed = kind.plan({
      index,
      random,
      member: () => (random.chance(HOT_SHARE) ? (members[random.int(0, HOT_MEMBERS - 1)] as string) : random.pick(members)),
      name: (prefix) => `${prefix}-${mark}${index}`,
      shop,
    });
    // A call that is sent twice holds its commands once; one that may not be sent at all is not counted.
    const calls = [...new Set(deed.steps.flat())].filter(({ isConditional }) => !isConditional);
    commands += calls.reduce((sum, call) => sum + call.commands.length, 0);
    yield deed;
  }
}
