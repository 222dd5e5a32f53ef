import type { DeedKind } from '../deed.js';

/** A balance that is read while others change it. */
export const look: DeedKind = {
  name: 'look',
  weight: 12,
  plan: ({ member }) => ({ steps: [], reads: [member()] }),
};
