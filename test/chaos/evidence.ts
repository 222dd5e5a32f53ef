import type { Call, Command, Told } from './deed.js';

export interface Answer {
  /** Ticks: every request and every answer of the run has one, in the order in which they happened. */
  readonly sentAt: number;
  readonly at: number;
  readonly told: Told;
}

export interface CommandRecord {
  readonly command: Command;
  /** When it was first sent. */
  readonly sentAt: number;
  readonly answers: Answer[];
  /** How often it was sent. */
  tries: number;
  /** What `commandOutcome` said between two tries: a number, or null for nothing. */
  readonly lookUps: { readonly at: number; readonly number: number | null }[];
}

export interface ReadRecord {
  readonly member: string;
  readonly sentAt: number;
  readonly at: number;
  readonly balances: Readonly<Record<string, number>>;
}

/** Everything that clients did and were told. Plain data: a run can be judged from it alone, together with the books. */
export interface Evidence {
  readonly commands: readonly CommandRecord[];
  readonly reads: readonly ReadRecord[];
  /** Answers that nobody may get. */
  readonly oddities: readonly string[];
}

/** Keeps the evidence while it arises. */
export class Recorder implements Evidence {
  readonly reads: ReadRecord[] = [];
  readonly oddities: string[] = [];
  /** Tries whose outcome stayed unknown: broken connections, errors, full lanes. */
  unknown = 0;
  /** Commands with a known outcome. */
  settled = 0;
  private readonly records = new Map<string, CommandRecord>();
  private now = 0;

  get commands(): CommandRecord[] {
    return [...this.records.values()];
  }

  tick(): number {
    return (this.now += 1);
  }

  /** The records of a call's commands; those that were sent before have one already. */
  sent({ commands }: Call): CommandRecord[] {
    const sentAt = this.tick();
    return commands.map((command) => {
      const name = command.key ?? `enrolment of ${command.member}`;
      let record = this.records.get(name);
      if (!record) {
        record = { command, sentAt, answers: [], tries: 0, lookUps: [] };
        this.records.set(name, record);
      }
      record.tries += 1;
      return record;
    });
  }

  lookedUp({ key }: Command, number: number | null): void {
    this.records.get(key as string)?.lookUps.push({ at: this.tick(), number });
  }

  told(record: CommandRecord, answer: Answer): void {
    if (record.answers.length === 0) this.settled += 1;
    record.answers.push(answer);
  }
}
