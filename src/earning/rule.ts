import type { Draft } from '../journal/core/draft.js';
import type { Instant } from '../journal/core/entry.js';
import type { StreamState } from '../journal/core/state.js';
import type { Program } from '../programs/program.js';
import type { Activity } from './activity.js';
import type { Conditions } from './conditions.js';
import type { Rational, Rounding } from './rational.js';

/** What every earning rule has, whatever its kind. */
export interface EarningRuleBase {
  readonly id: string;
  readonly name: string;
  /** Version of the programme's settings in which it was made, or changed last. Left out in rules of earlier days. */
  readonly version?: number;
  /** Versions of the settings in which it was made or changed before that, the last ones. */
  readonly earlierVersions?: readonly number[];
  /** When that was, by the programme's clock. */
  readonly since?: Instant;
  /** Id of the point currency it gives. */
  readonly currency: string;
  readonly rounding: Rounding;
  readonly isActive: boolean;
  /** The rule counts for activities with validFrom <= effectiveAt < validTo; null: no bound. */
  readonly validFrom: Instant | null;
  readonly validTo: Instant | null;
  /** Left out: it counts for every activity of its kind. */
  readonly conditions?: Conditions;
}

/** What a rule looks at. */
export interface Occasion {
  /** What meets the rule's conditions: of a purchase, the lines that count. Its amounts are what was paid with money. */
  readonly activity: Activity;
  /** All of it. */
  readonly whole: Activity;
  readonly at: Instant;
  readonly program: Program;
  /** What the rule remembers of the member; undefined: nothing yet. */
  readonly progress: unknown;
}

/** What a rule makes of an activity. */
export interface Gift {
  /** The exact points before multipliers and rounding; null: none, it only remembers something. */
  readonly points: Rational | null;
  /** The calculation in one line, for the entry that it ends up in. */
  readonly formula: string;
  /** The exact points that each item of the purchase brought; where it is left out, items bring nothing of their own. */
  readonly byItem?: readonly Rational[];
  /** What it remembers from now on, as small plain data; as before, when left out. */
  readonly progress?: unknown;
  /** What this activity added to that, as plain data; it comes back in `takeBack` when the purchase is returned. */
  readonly added?: unknown;
}

/** A return of a purchase that a rule remembers. */
export interface TakenBack {
  readonly progress: unknown;
  /** As the gift said. */
  readonly added: unknown;
  /** When the purchase was. */
  readonly at: Instant;
  /** What was returned so far of a number that the whole purchase stands for: before this return, and with it. */
  readonly share: (of: number) => readonly [before: number, after: number];
  /** Nothing of the purchase is left. */
  readonly isWhole: boolean;
  /** All points that it earned in the rule's currency were got back. */
  readonly isRecovered: boolean;
  readonly program: Program;
}

/** A member, as somebody looks at how far they are with a rule. */
export interface Look {
  /** What the rule remembers of the member; undefined: nothing yet. */
  readonly progress: unknown;
  readonly state: Pick<StreamState, 'wallets'>;
  readonly program: Program;
  readonly at: Instant;
}

/** How far a member is with a rule that counts. */
export interface RuleStanding {
  /** Of these two, how far towards the next time. */
  readonly current: number;
  readonly target: number;
  /** They are minor units of money. */
  readonly isMoney?: boolean;
  /** How often it was reached; null where that is not counted. */
  readonly times: number | null;
  /** The badge that the member has by it; null or left out: none. */
  readonly badge?: string | null;
}

/** A kind of rule: a pure strategy from activity to points. */
export interface RuleKind<R extends EarningRuleBase> {
  /** A bonus stays as it is; what other kinds give is multiplied by tiers. */
  readonly isBonus?: true;
  /** What the rule gives for an activity that meets its conditions; null: it does not apply. */
  give(rule: R, occasion: Occasion): Gift | null;
  /** What it remembers once a purchase came back; undefined: as before. */
  takeBack?(rule: R, taken: TakenBack): unknown;
  /** How far a member is; left out where there is nothing to get to. */
  standing?(rule: R, look: Look): RuleStanding;
  /** Posts what follows at once from the points that it gave, like the end of a full card. */
  follow?(rule: R, draft: Draft<Program>): void;
}
