import { LockMode } from '@mikro-orm/core';
import type { MikroORM } from '@mikro-orm/postgresql';
import type { Pool } from 'pg';
import { unitOfWork } from '../database/unit-of-work.js';
import type { Journal } from '../journal/journal.js';
import type { Program } from '../programs/program.js';
import { closeIfDue } from './hold-case.js';
import { SupportCase } from './support-case.entity.js';

/** Cases of one transaction: it holds the lanes of all. */
const PAGE_SIZE = 50;

const FIND_DUE = `select p.id, coalesce(p.test_clock, $1) as now from programs p
  where exists (select from support_cases c where c.program_id = p.id and c.status = 'SOLVED' and c.closes_at <= coalesce(p.test_clock, $1))`;

export interface CloserDependencies {
  /** For looking at all programmes. */
  readonly pool: Pool;
  readonly orm: MikroORM;
  readonly journal: Journal<Program>;
  readonly report: (error: unknown) => void;
}

/**
 * Closes solved cases whose time has come. Any number of processes may do it: what another one holds is passed over, and what
 * fails is tried again with the next pass. Until then whoever reads or changes such a case finds it closed all the same.
 */
export const closeCases =
  ({ pool, orm, journal, report }: CloserDependencies) =>
  async (): Promise<void> => {
    try {
      const { rows } = await pool.query<{ id: string; now: string }>(FIND_DUE, [Date.now()]);
      for (const { id: programId, now } of rows) {
        let closed: number;
        do {
          closed = await unitOfWork({ services: { orm, journal }, programId }, async (em) => {
            const due = await em.find(
              SupportCase,
              { programId, status: 'SOLVED', closesAt: { $lte: Number(now) } },
              { orderBy: { closesAt: 'asc' }, limit: PAGE_SIZE, lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE },
            );
            const commands = due.flatMap((held) => closeIfDue({ programId, by: 'system' }, held, Number(now)));
            return { result: due.length, commands };
          });
        } while (closed === PAGE_SIZE);
      }
    } catch (error) {
      report(error);
    }
  };
