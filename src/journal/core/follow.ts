import type { Command, Handler } from './decide.js';
import type { Draft, ProgramView } from './draft.js';
import type { Known } from './known.js';
import type { StreamState } from './state.js';

/** What was just decided. */
export interface Decided {
  /** Number of the command's own entry. */
  readonly number: number;
  /** The state that the command found, with what was due by then. */
  readonly before: StreamState;
  readonly known: Known;
}

/** Posts what follows from a command in the same decision. */
export type Follow<P extends ProgramView, I> = (draft: Draft<P>, command: Command<I>, decided: Decided) => void;

/** A handler with what follows from its entry. A refusal has no consequences. */
export const followedBy =
  <P extends ProgramView, I>(handler: Handler<P, I>, follow: Follow<P, I>): Handler<P, I> =>
  (draft, command, known, others) => {
    const before = draft.state;
    const number = handler(draft, command, known, others);
    if (typeof number === 'number') follow(draft, command, { number, before, known });
    return number;
  };
