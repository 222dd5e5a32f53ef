import type { Pool } from 'pg';
import type { ProgramHead } from '../journal/batch-read.js';
import type { Transaction } from '../journal/transaction.js';
import { Program } from './program.js';
import type { StoredSettings } from './settings.js';

const READ_VERSION = { name: 'read_program_version', text: 'select settings from program_versions where program_id = $1 and version = $2' };
const READ_HEAD = `select p.version, p.test_clock, v.settings from programs p
  join program_versions v on v.program_id = p.id and v.version = p.version where p.id = $1`;

/** Programmes of other processes may be this old when they are read outside a batch. */
const FRESH_MS = 1_000;

/** A look at a programme. */
interface Look {
  readonly found: Promise<Program | null>;
  /** When it began. */
  readonly at: number;
  /** What it found; until then what was seen before. */
  program: Program | undefined;
}

/** Programmes as last seen. A batch asks for exact versions; a read takes what is fresh enough. */
export class ProgramDirectory {
  private readonly seen = new Map<string, Look>();

  constructor(private readonly pool: Pool) {}

  /** The programmes at exactly these versions and clocks, read within the batch's transaction where they are new. */
  readonly exactly = async (heads: readonly ProgramHead[], tx: Transaction): Promise<ReadonlyMap<string, Program>> => {
    const programs = new Map<string, Program>();
    for (const { id, version, testClock } of heads) {
      const last = this.seen.get(id)?.program;
      let program: Program;
      if (last?.version === version) {
        program = last.testClock === testClock ? last : last.withClock(testClock);
      } else {
        const [row] = await tx.query(READ_VERSION, [id, version]);
        const calendar = last?.calendar;
        program = new Program(id, version, testClock, row?.settings as StoredSettings, calendar);
      }
      programs.set(id, program);
    }
    return programs;
  };

  /** The programme as it was at most a second ago; null when there is none. Those who ask at the same time share one look. */
  get(id: string): Promise<Program | null> {
    const last = this.seen.get(id);
    if (last && Date.now() - last.at < FRESH_MS) return last.found;
    const look: Look = { found: this.read(id, last?.program), at: Date.now(), program: last?.program };
    this.seen.set(id, look);
    // Of what is not there, or could not be read, nothing is remembered.
    const drop = () => this.seen.get(id) === look && this.seen.delete(id);
    look.found.then((program) => {
      if (program) look.program = program;
      else drop();
    }, drop);
    return look.found;
  }

  /** Forgets a programme that was just changed here, so that its next reader sees the change. */
  forget(id: string): void {
    this.seen.delete(id);
  }

  /** Forgets them all: the same version may hold something else by now. */
  forgetAll(): void {
    this.seen.clear();
  }

  private async read(id: string, last: Program | undefined): Promise<Program | null> {
    const { rows } = await this.pool.query(READ_HEAD, [id]);
    const [row] = rows as { version: number; test_clock: string | null; settings: StoredSettings }[];
    if (!row) return null;
    const testClock = row.test_clock === null ? null : Number(row.test_clock);
    return last?.version === row.version ? last.withClock(testClock) : new Program(id, row.version, testClock, row.settings);
  }
}
