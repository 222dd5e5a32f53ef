import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { App } from '../../src/app.js';
import { BenchProgram } from './program.js';

const EARNED_AT = Date.UTC(2024, 0, 1);
/** Instants of a member's lots lie so far apart. */
const STEP_MS = 10;
const DUE_BY = '2025-01-02T00:00:00Z';
/** Commands that wait for a commit at once. */
const IN_FLIGHT = 1_024;
const POLL_MS = 100;

/** A programme on a test clock, with members whose lots all fall due within seconds, a year after they were earned. */
export class DueLots {
  private constructor(
    private readonly app: App,
    private readonly program: BenchProgram,
  ) {}

  static async open(app: App): Promise<DueLots> {
    const settings = `
      createPointCurrency(input: { code: "P", name: "Points", isQualifying: true, expiry: { mode: AFTER_PERIOD, period: "P365D" } }) { errors { code } }
      createTierSet(input: { name: "T", measure: SPEND, tiers: [{ name: "A", threshold: "0" }, { name: "B", threshold: "100000" }] }) { errors { code } }
      createEarningRule(input: { name: "R", pointsPerSpend: { points: "1", per: "1" } }) { errors { code } }`;
    return new DueLots(app, await BenchProgram.create(app, 'Due', settings, new Date(EARNED_AT)));
  }

  get secret(): string {
    return this.program.secret;
  }

  /** Members called `externalId` and a number, with so many lots each, at as many instants. */
  async build(members: number, lots: number, externalId: string): Promise<null> {
    const ids = await this.program.enroll(Array.from({ length: members }, (_, i) => ({ externalId: `${externalId}${i}` })));
    let next = 0;
    const earn = async () => {
      while (next < members * lots) {
        const [member, lot] = [ids[next % members] as string, Math.floor(next / members)];
        next += 1;
        await this.buy(member, `due-${lot}`, EARNED_AT + lot * STEP_MS);
      }
    };
    await Promise.all(Array.from({ length: IN_FLIGHT }, earn));
    return null;
  }

  /** Everything falls due, and is swept. Gives the seconds it took. */
  async sweep(): Promise<number> {
    const startedAt = performance.now();
    await this.program.advanceClock(DUE_BY);
    while (await this.isDue()) {
      await this.app.sweeper.finished();
      await sleep(POLL_MS);
      this.app.sweeper.wake();
    }
    return (performance.now() - startedAt) / 1_000;
  }

  private async isDue(): Promise<boolean> {
    const { rows } = await this.app.services.reads.query(
      'select 1 from streams where program_id = $1 and next_due_at <= $2 order by next_due_at limit 1',
      [this.program.id, Date.parse(DUE_BY)],
    );
    return rows.length > 0;
  }

  private async buy(streamId: string, key: string, effectiveAt: number): Promise<void> {
    const input = { type: 'PURCHASE', externalId: null, amount: 1_000, currencyCode: 'USD', items: [] };
    const inputHash = createHash('sha256').update(key).digest();
    const programId = this.program.id;
    const outcome = await this.app.services.journal.submit({
      ...{ programId, streamId, by: 'bench', key, inputHash, effectiveAt },
      ...{ type: 'RECORD_ACTIVITY', input },
    });
    if ('refusal' in outcome) throw new Error(JSON.stringify(outcome.refusal));
  }
}
