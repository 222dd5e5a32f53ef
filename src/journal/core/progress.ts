/** What a rule remembers of a member, as it is after an entry. */
export interface ProgressChange {
  /** Id of the rule. */
  readonly of: string;
  /** Plain data of the rule's kind; small, because it is read with every command. */
  readonly value: unknown;
  /** What the activity of the entry added, for whoever takes it back; left out where nothing goes back. */
  readonly added?: unknown;
}
