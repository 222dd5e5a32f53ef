/** A lane in which commands wait. */
export interface WaitingLane {
  readonly lane: number;
  /** The programmes whose gates they are likely to pass. */
  readonly gates: ReadonlySet<string>;
}

const haveCommon = (some: ReadonlySet<string>, others: ReadonlySet<string>): boolean => [...some].some((gate) => others.has(gate));

/**
 * The lanes whose turn it is, and which of them go together. A batch holds a gate to its commit, and whoever comes behind it waits. So lanes that want a gate which
 * a batch is passing stay where they are, and go as one batch when it is through: many callers of one counter are few batches. Lanes that want no gate, or one that nobody
 * passes, wait for nobody.
 * @param waiting who waits longest comes first: nobody behind passes a gate that it waits for, so its turn comes
 * @param passing gates of the batches under way
 */
export function meetings(waiting: readonly WaitingLane[], passing: ReadonlySet<string>): number[][] {
  const closed = new Set(passing);
  let groups: { readonly lanes: readonly number[]; readonly gates: ReadonlySet<string> }[] = [];
  for (const { lane, gates } of waiting) {
    if (haveCommon(gates, closed)) {
      for (const gate of gates) closed.add(gate);
      continue;
    }
    const [met, others] = [
      groups.filter((group) => haveCommon(gates, group.gates)),
      groups.filter((group) => !haveCommon(gates, group.gates)),
    ];
    const group = {
      lanes: [...met.flatMap(({ lanes }) => lanes), lane],
      gates: new Set([...met.flatMap((each) => [...each.gates]), ...gates]),
    };
    groups = [...others, group];
  }
  return groups.map(({ lanes }) => [...lanes]);
}
