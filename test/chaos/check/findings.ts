/** What may be wrong, each with one line for every case. */
export class Findings {
  /** Acknowledged, and not in the journal, or not as it was told. */
  readonly lost: string[] = [];
  /** One key, order or enrolment that led to more than one entry or outcome; entries that nobody asked for. */
  readonly doubled: string[] = [];
  /** Amounts, balances, tiers and refusals that our own arithmetic does not give. */
  readonly mispriced: string[] = [];
  /** Missing positions of a lane or numbers of a stream. */
  readonly gaps: string[] = [];
  /** Everything else in which two things that have to agree do not. */
  readonly differences: string[] = [];

  get total(): number {
    return Object.values(this.lists).reduce((sum, list) => sum + list.length, 0);
  }

  get lists(): Readonly<Record<FindingKind, readonly string[]>> {
    const { lost, doubled, mispriced, gaps, differences } = this;
    return { lost, doubled, mispriced, gaps, differences };
  }
}

export type FindingKind = 'lost' | 'doubled' | 'mispriced' | 'gaps' | 'differences';
