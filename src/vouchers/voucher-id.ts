import { streamIdOf } from '../graphql/global-id.js';

/** The id of the code at a position of a pool, from 1. The pool's UUID holds the time and 34 random bits, the position the rest. */
export const poolVoucherId = (pool: string, position: number): string =>
  streamIdOf('voucher', pool).slice(0, 26) + position.toString(16).padStart(10, '0');

/** The position in an id of that pool. */
export const positionIn = (voucher: string): number => Number.parseInt(voucher.slice(26), 16);
