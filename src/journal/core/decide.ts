import { Draft, type ProgramView } from './draft.js';
import type { Entry, Instant } from './entry.js';
import type { Known } from './known.js';
import { type DueStep, settle } from './settle.js';
import { SharedCounters, type SharedKey } from './shared-counters.js';
import { type StreamState, withNextDue } from './state.js';

/** One stream of the journal. */
export interface StreamKey {
  readonly streamId: string;
  readonly shard: number;
}

/** A wish to change one stream, or several together. Plain data: the instant at which it was admitted is part of it. */
export interface Command<I = unknown> {
  /** Name of the handler. */
  readonly type: string;
  readonly programId: string;
  readonly streamId: string;
  readonly shard: number;
  readonly by: string;
  readonly input: I;
  /** When it counts; null: when it was admitted, or the last settled instant where that is later. */
  readonly effectiveAt: Instant | null;
  readonly admittedAt: Instant;
  /** Names the command for ever within its stream; null for commands that are harmless twice. */
  readonly key: string | null;
  /** Digest of the input as it was sent, so that a key cannot serve two inputs. */
  readonly inputHash: Buffer | null;
  /** The partner's own number of the activity; at most one activity of a member carries it. */
  readonly externalId: string | null;
  /** The lots are read before the decision: it takes points. */
  readonly readsLots: boolean;
  /** Number of the entry whose record is read before the decision: the hold it ends, the purchase it takes back. */
  readonly refersTo?: number | null;
  /** Further streams that it changes, in an order that its handler knows; the key belongs to the first one alone. */
  readonly others?: readonly StreamKey[];
}

/** An expected "no", with what the caller needs to do something about it. */
export interface Refusal {
  readonly code: string;
  readonly message: string;
  readonly path?: readonly string[];
  readonly data?: Readonly<Record<string, unknown>>;
}

export type Decision =
  | {
      readonly entries: readonly Entry[];
      /** Number of the entry that is the command's own, among those that fell due or follow; null where it has none. */
      readonly number: number | null;
      readonly state: StreamState;
      /** What becomes of the further streams, in their order. */
      readonly others: readonly { readonly entries: readonly Entry[]; readonly state: StreamState }[];
    }
  | { readonly refusal: Refusal };

/** Decides one command: posts entries to the draft, and to those of the further streams, and returns the number of its own, or says why not. */
export type Handler<P extends ProgramView, I> = (
  draft: Draft<P>,
  command: Command<I>,
  known: Known,
  others: readonly Draft<P>[],
) => number | null | Refusal;

/** The commands and due steps that the features registered. */
export interface Core<P extends ProgramView> {
  // biome-ignore lint/suspicious/noExplicitAny: each handler knows the input of its own command type
  readonly handlers: Readonly<Record<string, Handler<P, any>>>;
  readonly due: readonly DueStep<P>[];
  /** Command types that may open a stream. */
  readonly opening: ReadonlySet<string>;
  /**
   * The shared counters that deciding a command is likely to need, so that they are locked together, before the first
   * decision. null: none; an empty list: some, and which is found out late.
   */
  readonly sharing: (program: P, command: Command, state: StreamState) => readonly SharedKey[] | null;
}

/** The instant that counts as now for a programme. */
export const nowOf = (program: ProgramView, admittedAt: Instant): Instant => program.testClock ?? admittedAt;

/** The instant at which a command counts. */
export const instantOf = (program: ProgramView, { effectiveAt, admittedAt }: Command, { settledAt }: StreamState): Instant =>
  effectiveAt ?? Math.max(nowOf(program, admittedAt), settledAt);

const NO_OTHERS: readonly StreamState[] = [];

/**
 * Decides a command on a state, and on those of the further streams that it names. What falls due at or before the command's
 * instant is posted before it; a back-dated command is decided on the present state, and what it brought that is already past
 * its time falls due at once.
 * @throws LotsNeeded, RecordsNeeded, EntryNeeded, CountersNeeded when the decision depends on what was not read yet
 */
export function decide<P extends ProgramView>(
  core: Core<P>,
  program: P,
  command: Command,
  state: StreamState,
  known: Known,
  shared: SharedCounters = SharedCounters.UNREAD,
  others: readonly StreamState[] = NO_OTHERS,
): Decision {
  const handler = core.handlers[command.type];
  if (!handler) throw new Error(`no handler for command ${command.type}`);
  const states = [state, ...others];
  if (!core.opening.has(command.type) && states.some(({ number }) => number === 0)) {
    return { refusal: { code: 'MEMBER_NOT_FOUND', message: 'No such member in this programme.', path: ['member'] } };
  }
  const at = Math.max(...states.map((each) => instantOf(program, command, each)));
  const refusal = refuseInstant(program, command, states, nowOf(program, command.admittedAt));
  if (refusal) return { refusal };

  const drafts = states.map((each) => new Draft(each, program, at, command.by, at < each.settledAt, shared));
  const [draft, ...more] = drafts as [Draft<P>, ...Draft<P>[]];
  settleTogether(core, drafts, () => at);
  const own = handler(draft, command, known, more);
  if (typeof own === 'object' && own !== null) return { refusal: own };
  settleTogether(core, drafts, ({ state }) => Math.max(at, state.settledAt));
  return { ...decided(draft), number: own, others: more.map(decided) };
}

/** Posts what is due in each; what one of them counts, the next ones see. */
function settleTogether<P extends ProgramView>(core: Core<P>, drafts: readonly Draft<P>[], until: (draft: Draft<P>) => Instant): void {
  let [{ shared }] = drafts as [Draft<P>];
  for (const draft of drafts) {
    draft.shared = shared;
    settle(draft, core.due, until(draft));
    shared = draft.shared;
  }
  for (const draft of drafts) draft.shared = shared;
}

const decided = <P extends ProgramView>({ entries, state }: Draft<P>) => ({
  entries,
  state: entries.length > 0 ? state : withNextDue(state),
});

const refuseInstant = (
  program: ProgramView,
  { effectiveAt }: Command,
  states: readonly StreamState[],
  now: Instant,
): Refusal | undefined => {
  if (effectiveAt === null) return undefined;
  if (program.testClock === null && effectiveAt > now) {
    return {
      code: 'EFFECTIVE_AT_IN_FUTURE',
      message: 'effectiveAt lies in the future. On the real clock a command counts now or earlier.',
      path: ['effectiveAt'],
    };
  }
  const enrolledAt = Math.max(...states.map((each) => each.enrolledAt));
  if (effectiveAt < enrolledAt) {
    return {
      code: 'EFFECTIVE_BEFORE_ENROLLMENT',
      message: `effectiveAt lies before the member's enrolment at ${new Date(enrolledAt).toISOString()}.`,
      path: ['effectiveAt'],
    };
  }
  return undefined;
};
