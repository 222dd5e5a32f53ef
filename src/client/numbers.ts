/** By default, of how many streams the last number is known. What comes twice comes soon. */
const STREAMS_MAX = 10_000;

/** Remembers what was taken of each stream, so that an entry that comes again is known. */
export class Numbers {
  private readonly last = new Map<string, number>();

  constructor(private readonly streamsMax = STREAMS_MAX) {}

  /** Takes an entry; false when it, or a later one of its stream, was taken before. */
  take(streamId: string, number: number): boolean {
    const last = this.last.get(streamId);
    if (last !== undefined && number <= last) return false;
    this.last.delete(streamId);
    this.last.set(streamId, number);
    if (this.last.size > this.streamsMax) this.last.delete(this.last.keys().next().value as string);
    return true;
  }

  /** After a reset numbers may begin anew. */
  clear(): void {
    this.last.clear();
  }
}
