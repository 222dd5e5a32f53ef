import type { Handler } from '../journal/core/decide.js';
import type { Program } from '../programs/program.js';
import { codesKey } from './pool.js';

export const IMPORT_CODES = 'IMPORT_CODES';

export interface ImportCodes {
  /** UUID. */
  readonly pool: string;
  readonly count: number;
  /** Position of the first of them. */
  readonly from: number;
}

/** Notes on the programme's stream that a pool got codes, which lie in a table of their own, written in the same transaction. */
export const importCodes: Handler<Program, ImportCodes> = (draft, { input }) =>
  draft.post('VOUCHERS_IMPORTED', { input, shared: draft.shared.add([{ ...codesKey(input.pool), delta: input.count }]) });
