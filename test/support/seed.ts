import { expect } from '@jest/globals';
import fc from 'fast-check';

/** The seed of the running test: LAUREL_SEED, or a new one. Printed, so that any run can be repeated. */
export function seed(): number {
  const given = process.env.LAUREL_SEED;
  const seed = given ? Number(given) : Math.floor(Math.random() * 2 ** 31);
  process.stdout.write(`LAUREL_SEED=${seed} ${expect.getState().currentTestName}\n`);
  return seed;
}

/** Asserts a property under a printed seed. */
export const check = <T>(property: fc.IProperty<T>, numRuns: number): void => fc.assert(property, { seed: seed(), numRuns });
