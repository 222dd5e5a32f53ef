import type { CommandRecord } from '../evidence.js';

/**
 * What clients knew of a member's numbers at a tick. Whoever was told of entry n before sending has to be decided behind n;
 * what was sent after an answer had come has to be behind that answer.
 */
export class RealTime {
  private readonly done: { readonly sentAt: number; readonly toldAt: number; readonly number: number }[] = [];

  add({ sentAt, answers }: CommandRecord): void {
    const [first] = answers;
    if (first?.told.what === 'done') this.done.push({ sentAt, toldAt: first.at, number: first.told.number });
  }

  /** The highest number that somebody had been told of. */
  low(tick: number): number {
    let low = 0;
    for (const { toldAt, number } of this.done) if (toldAt < tick && number > low) low = number;
    return low;
  }

  /** The number before the first of those that were sent later. */
  high(tick: number): number {
    let high = Number.POSITIVE_INFINITY;
    for (const { sentAt, number } of this.done) if (sentAt > tick && number <= high) high = number - 1;
    return high;
  }
}

/** For each member. */
export function realTimes(records: readonly CommandRecord[]): (member: string) => RealTime {
  const all = new Map<string, RealTime>();
  const of = (member: string): RealTime => {
    let time = all.get(member);
    if (!time) {
      time = new RealTime();
      all.set(member, time);
    }
    return time;
  };
  for (const record of records) of(record.command.member).add(record);
  return of;
}
