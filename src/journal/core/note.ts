import type { Handler } from './decide.js';
import type { ProgramView } from './draft.js';

/** What a unit of work changed, to be told by a stream. The change itself is made in the same transaction. */
export interface Note<K extends string = string> {
  readonly kind: K;
  /** Ids, amounts and digests; never what a person wrote or is called. */
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Tells it, and decides nothing. */
export const note: Handler<ProgramView, Note> = (draft, { input }) => draft.post(input.kind, { input: input.detail });
