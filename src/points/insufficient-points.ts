import type { Refusal } from '../journal/core/decide.js';

/** The wallet holds less than the command takes. */
export const insufficientPoints = (available: number, required: number): Refusal => ({
  code: 'INSUFFICIENT_POINTS',
  message: `${required} points are required, ${available} are available.`,
  path: ['amount'],
  data: { available, required },
});
