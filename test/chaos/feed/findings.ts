/** What may be wrong with what was told, each with one line for every case. */
export class FeedFindings {
  /** In the journal, and never told; or not yet told when it was waited for long enough. */
  readonly lost: string[] = [];
  /** Told again though nobody asked for it again. */
  readonly doubled: string[] = [];
  /** Told behind something that is younger. */
  readonly reordered: string[] = [];
  /** Told to somebody who may not see it, or did not ask for it. */
  readonly leaked: string[] = [];
  /** Values that the journal does not have; resets without a reason, or none with one; places that do not fit. */
  readonly altered: string[] = [];

  get lists(): Readonly<Record<FeedFindingKind, readonly string[]>> {
    const { lost, doubled, reordered, leaked, altered } = this;
    return { lost, doubled, reordered, leaked, altered };
  }

  get total(): number {
    return Object.values(this.lists).reduce((sum, list) => sum + list.length, 0);
  }

  /** Like "lost 0, doubled 0, …". */
  get summary(): string {
    return Object.entries(this.lists)
      .map(([kind, list]) => `${kind} ${list.length}`)
      .join(', ');
  }
}

export type FeedFindingKind = 'lost' | 'doubled' | 'reordered' | 'leaked' | 'altered';
