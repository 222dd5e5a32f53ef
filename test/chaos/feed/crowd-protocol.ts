import type { Subject } from './subject.js';

/** What a crowd of clients in a process of their own is asked for. It answers each with what it counts. */
export type CrowdAsk =
  /** Connect so many, each of which follows one of the subjects. */
  | {
      readonly do: 'connect';
      readonly url: string;
      readonly secret: string;
      readonly programId: string;
      readonly count: number;
      readonly subjects: readonly Subject[];
    }
  | { readonly do: 'count' }
  /** Leave, and write what was told into a file, a client a line. */
  | { readonly do: 'leave'; readonly file: string };

export interface CrowdCount {
  /** Clients that were told something since they connected last. */
  readonly told: number;
  /** How often one connected. */
  readonly connections: number;
  /** Tries that failed, by what. */
  readonly failures: Readonly<Record<string, number>>;
}
