/** A value that need not be one thing only. `name` is printed when it does not fit. */
const fitting = (test: (value: unknown) => boolean, name: string): unknown => ({
  $$typeof: Symbol.for('jest.asymmetricMatcher'),
  asymmetricMatch: test,
  toAsymmetricMatcher: () => name,
  toString: () => name,
});

export const oneOf = (...values: readonly unknown[]): unknown => fitting((value) => values.includes(value), `one of ${values.join(', ')}`);
export const below = (limit: number): unknown => fitting((value) => typeof value === 'number' && value < limit, `below ${limit}`);
/** Statuses without a success. */
export const noSuccess = fitting((value) => (value as number[]).every((status) => status >= 400), 'no success');
/** Statuses that end like this. */
export const ending = (last: number): unknown => fitting((value) => (value as number[]).at(-1) === last, `ends with ${last}`);
