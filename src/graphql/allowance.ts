/** What a caller may still spend after the request that was just charged. */
export interface Allowance {
  /** Cost points a minute. */
  readonly limit: number;
  readonly remaining: number;
  /** ms since 1970. */
  readonly resetAt: number;
}
