import { multiply, parseDecimal, type Rational, rational } from './rational.js';

/** Something that multiplies what rules give. Stored in the entry, so that it explains itself. */
export interface Multiplier {
  /** What it comes from: `tier:<id>`. */
  readonly source: string;
  readonly name: string;
  /** Decimal text. */
  readonly by: string;
}

/** The product of all of them, exactly. */
export const factorOf = (multipliers: readonly Multiplier[]): Rational =>
  multipliers.reduce((factor, { by }) => multiply(factor, parseDecimal(by)), rational(1));
