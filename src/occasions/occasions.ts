import { createHash } from 'node:crypto';
import type { Pool } from 'pg';
import type { NamedEvent } from '../earning/activity.js';
import { ANNIVERSARY, BIRTHDAY } from '../earning/occasions.js';
import { RECORD_ACTIVITY } from '../earning/record-activity.js';
import type { ProgramHead } from '../journal/batch-read.js';
import type { Instant } from '../journal/core/entry.js';
import { inTransaction } from '../journal/in-transaction.js';
import type { Journal } from '../journal/journal.js';
import type { Statement, Transaction } from '../journal/transaction.js';
import type { Program } from '../programs/program.js';
import { occasionsOf } from './days.js';

const PAGE_SIZE = 500;
/** Members whose occasions are recorded at the same time, so that callers wait behind few. */
const GROUP_SIZE = 32;

const READ_PROGRAMS: Statement = { name: 'occasions_programs', text: 'select id, version, test_clock from programs' };
const BEGIN: Statement = {
  name: 'occasions_begin',
  text: 'insert into occasion_positions (program_id, done_until) values ($1, $2) on conflict do nothing',
};
/** Whoever has it is at work on that programme; others leave it alone. */
const TAKE: Statement = {
  name: 'occasions_take',
  text: 'select done_until from occasion_positions where program_id = $1 for update skip locked',
};
const MOVE: Statement = { name: 'occasions_move', text: 'update occasion_positions set done_until = $2 where program_id = $1' };
const READ_MEMBERS: Statement = {
  name: 'occasions_members',
  text: `select m.id, m.birth_date::text as birth_date, s.state->>'enrolledAt' as enrolled_at
    from members m join streams s on s.shard = m.shard and s.stream_id = m.id
    where m.program_id = $1 and m.id > $2 and s.status = 'ACTIVE' and ($3 or m.birth_date is not null)
    order by m.id limit ${PAGE_SIZE}`,
};

/** What a version of a programme wants recorded. */
interface Wanted {
  readonly program: Program;
  readonly names: ReadonlySet<string>;
  /** When the rules were made; null: not known. */
  readonly since: Instant | null;
}

export interface OccasionsDependencies {
  readonly pool: Pool;
  readonly journal: Journal<Program>;
  readonly programs: (heads: readonly ProgramHead[], tx: Transaction) => Promise<ReadonlyMap<string, Program>>;
}

/**
 * Records birthdays and anniversaries as events, at the midnight with which they begin in the programme's zone, where a rule goes by
 * them. The keys come from the year, so whatever is given twice happens once; killed anywhere, the next pass begins at the same place.
 */
export class Occasions {
  /** By programme and version; null: nothing is wanted. */
  private readonly wanted = new Map<string, { readonly version: number; readonly wanted: Wanted | null }>();
  /** The day that was done last, by programme and version. */
  private readonly done = new Map<string, Instant>();

  constructor(private readonly dependencies: OccasionsDependencies) {}

  /** Records what has come up to now, in every programme that nobody else is at work on. */
  readonly pass = async (): Promise<void> => {
    const days = await inTransaction(this.dependencies.pool, async (tx) => {
      const days = new Map<string, Instant>();
      for (const row of await tx.query(READ_PROGRAMS, [])) {
        const testClock = row.test_clock === null ? null : Number(row.test_clock);
        const head = { id: row.id as string, version: Number(row.version), testClock };
        const wanted = await this.wantedBy(head, tx);
        if (!wanted) continue;
        const today = wanted.program.calendar.dayOf(testClock ?? Date.now()).start;
        const name = `${head.id} ${head.version}`;
        if (this.done.get(name) !== today && (await this.passProgram(wanted, today, tx))) days.set(name, today);
      }
      return days;
    });
    for (const [name, day] of days) this.done.set(name, day);
  };

  private async wantedBy(head: ProgramHead, tx: Transaction): Promise<Wanted | null> {
    const known = this.wanted.get(head.id);
    if (known?.version === head.version) return known.wanted;
    const program = (await this.dependencies.programs([head], tx)).get(head.id) as Program;
    const names = new Set<string>();
    const since: Instant[] = [];
    for (const rule of program.settings.earningRules) {
      if (!rule.isActive || !('event' in rule) || (rule.event !== BIRTHDAY && rule.event !== ANNIVERSARY)) continue;
      names.add(rule.event);
      if (rule.since !== undefined) since.push(rule.since);
    }
    const wanted = names.size === 0 ? null : { program, names, since: since.length > 0 ? Math.min(...since) : null };
    this.wanted.set(head.id, { version: head.version, wanted });
    return wanted;
  }

  /** Records what has come up to the beginning of the day. False: somebody else is at work on it. */
  private async passProgram({ program, names, since }: Wanted, today: Instant, tx: Transaction): Promise<boolean> {
    await tx.query(BEGIN, [program.id, since ?? today]);
    const [place] = await tx.query(TAKE, [program.id]);
    if (!place) return false;
    // What was before the rules is nobody's occasion.
    const after = Math.max(Number(place.done_until), since ?? 0);
    if (today > after) {
      await this.record(program, names, after, today, tx);
      await tx.query(MOVE, [program.id, today]);
    }
    return true;
  }

  private async record(program: Program, names: ReadonlySet<string>, after: Instant, until: Instant, tx: Transaction): Promise<void> {
    let last = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const rows = await tx.query(READ_MEMBERS, [program.id, last, names.has(ANNIVERSARY)]);
      const given = rows.map((row) => {
        const dates = { birthDate: row.birth_date as string | null, enrolledAt: Number(row.enrolled_at) };
        const occasions = occasionsOf(program.calendar, dates, after, until).filter(({ event }) => names.has(event));
        return { memberId: row.id as string, occasions };
      });
      const due = given.filter(({ occasions }) => occasions.length > 0);
      for (let i = 0; i < due.length; i += GROUP_SIZE) {
        const commands = due
          .slice(i, i + GROUP_SIZE)
          .flatMap(({ memberId, occasions }) => occasions.map((each) => this.give(program, memberId, each.event, each.at)));
        await Promise.all(commands);
      }
      if (rows.length < PAGE_SIZE) return;
      last = rows.at(-1)?.id as string;
    }
  }

  private give(program: Program, streamId: string, event: string, at: Instant): Promise<unknown> {
    const key = `laurel:${event}:${program.calendar.yearNumberOf(at)}`;
    const input: NamedEvent = { type: 'EVENT', externalId: null, name: event, attributes: null };
    const inputHash = createHash('sha256').update(key).digest();
    const command = { type: RECORD_ACTIVITY, programId: program.id, streamId, by: 'system', input, effectiveAt: at, key, inputHash };
    return this.dependencies.journal.submit(command);
  }
}
