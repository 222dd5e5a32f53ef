/** An exact quotient of two integers; the denominator is positive. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

export const ZERO: Rational = { numerator: 0n, denominator: 1n };

export const rational = (numerator: bigint | number, denominator: bigint | number = 1n): Rational => ({
  numerator: BigInt(numerator),
  denominator: BigInt(denominator),
});

/** `1.25` to 125/100. The text is a plain non-negative decimal. */
export function parseDecimal(text: string): Rational {
  const [whole = '0', fraction = ''] = text.split('.');
  return rational(BigInt(whole + fraction), 10n ** BigInt(fraction.length));
}

export const add = (a: Rational, b: Rational): Rational =>
  a.denominator === b.denominator
    ? rational(a.numerator + b.numerator, a.denominator)
    : rational(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator);

export const subtract = (a: Rational, b: Rational): Rational => add(a, rational(-b.numerator, b.denominator));

export const multiply = (a: Rational, b: Rational): Rational => rational(a.numerator * b.numerator, a.denominator * b.denominator);

export const divide = (a: Rational, b: Rational): Rational => rational(a.numerator * b.denominator, a.denominator * b.numerator);

export const ROUNDINGS = ['DOWN', 'HALF_UP', 'HALF_EVEN'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** Rounds a non-negative quotient to whole points. */
export function round({ numerator, denominator }: Rational, rounding: Rounding): number {
  const whole = numerator / denominator;
  if (rounding === 'DOWN') return Number(whole);
  const twice = 2n * (numerator - whole * denominator);
  const isUp = twice > denominator || (twice === denominator && (rounding === 'HALF_UP' || whole % 2n === 1n));
  return Number(isUp ? whole + 1n : whole);
}
