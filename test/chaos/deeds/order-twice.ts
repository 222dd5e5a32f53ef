import type { DeedKind } from '../deed.js';
import { purchaseCall } from './purchase.js';

/** One order that two systems report at the same time, each under a key of its own: it may earn once. */
export const orderTwice: DeedKind = {
  name: 'orderTwice',
  weight: 4,
  plan: ({ random, member, name }) => {
    const order = { member: member(), order: name('order'), cents: random.int(100, 8_000) };
    const calls = ['a', 'b'].map((system) => purchaseCall('orderTwice', { ...order, key: name(system) }));
    return { steps: random.chance(0.7) ? [calls] : calls.map((call) => [call]), reads: [] };
  },
};
