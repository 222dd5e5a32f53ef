import { createHash, randomInt } from 'node:crypto';
import type { App } from '../../src/app.js';
import { BenchProgram } from './program.js';

const MEMBERS = 16;
/** Commands that wait for a commit at once, for each member. */
const IN_FLIGHT = 32;
const DAY = 86_400_000;
const EXPIRY_DAYS = 365;
/** The past ends here, so that no lot of it expires while it is measured. */
const OLDEST_DAYS = 300;
const YOUNGEST_DAYS = 1;
const POINTS = 12;

/** Members with a long past and many open lots, and new ones, in a programme where points of each instant are a lot of their own. */
export class LongPasts {
  private commands = 0;
  private enrolled = 0;

  private constructor(
    private readonly app: App,
    private readonly program: BenchProgram,
  ) {}

  static async open(app: App): Promise<LongPasts> {
    const settings = `
        createPointCurrency(input: { code: "P", name: "Points", isQualifying: true, expiry: { mode: AFTER_PERIOD, period: "P${EXPIRY_DAYS}D" } }) { errors { code } }
        createTierSet(input: { name: "T", measure: SPEND, tiers: [{ name: "A", threshold: "0" }, { name: "B", threshold: "100" }, { name: "C", threshold: "100000000" }] }) { errors { code } }
        createEarningRule(input: { name: "R", pointsPerSpend: { points: "1", per: "1" } }) { errors { code } }`;
    return new LongPasts(app, await BenchProgram.create(app, 'Long pasts', settings));
  }

  /** Members with `entries` purchases each, at `lots` instants of the past that are still to expire. */
  async withPast(entries: number, lots: number): Promise<readonly string[]> {
    const members = await this.enroll(OLDEST_DAYS + 1);
    const [from, step] = [Date.now() - OLDEST_DAYS * DAY, Math.floor(((OLDEST_DAYS - YOUNGEST_DAYS) * DAY) / lots)];
    const live = async (member: string) => {
      for (let i = 0; i < entries; i += IN_FLIGHT) {
        const some = Array.from({ length: Math.min(IN_FLIGHT, entries - i) }, (_, j) => Math.floor(((i + j) * lots) / entries));
        await Promise.all(some.map((instant) => this.buy(member, randomInt(100, 5_000), from + instant * step)));
      }
    };
    await Promise.all(members.map(live));
    return members;
  }

  /** Members with one purchase. */
  async fresh(): Promise<readonly string[]> {
    const members = await this.enroll(0);
    await Promise.all(members.map((member) => this.buy(member, 1_000_00)));
    return members;
  }

  /** A caller for each member, which spends and earns by turns. Gives commands a second. */
  async drive(members: readonly string[], seconds: number): Promise<{ perSecond: number }> {
    const start = performance.now();
    const end = start + seconds * 1000;
    let count = 0;
    const act = async (member: string) => {
      for (; performance.now() < end; count += 2) {
        await this.spend(member);
        await this.buy(member, POINTS * 100);
      }
    };
    await Promise.all(members.map(act));
    return { perSecond: (count * 1000) / (performance.now() - start) };
  }

  private async enroll(daysAgo: number): Promise<string[]> {
    const enrolledAt = new Date(Date.now() - daysAgo * DAY).toISOString();
    const list = Array.from({ length: MEMBERS }, () => ({ externalId: `long-${(this.enrolled += 1)}`, enrolledAt }));
    return this.program.enroll(list);
  }

  private buy(member: string, cents: number, effectiveAt: number | null = null): Promise<void> {
    const input = { type: 'PURCHASE', externalId: null, amount: cents, currencyCode: 'USD', items: [] };
    return this.submit(member, 'RECORD_ACTIVITY', input, { effectiveAt });
  }

  private spend(member: string): Promise<void> {
    return this.submit(member, 'SPEND_POINTS', { amount: POINTS, currencyCode: 'P', reason: null }, { readsLots: true });
  }

  private async submit(
    streamId: string,
    type: string,
    input: unknown,
    rest: { effectiveAt?: number | null; readsLots?: boolean },
  ): Promise<void> {
    const key = `long-${process.pid}-${(this.commands += 1)}`;
    const inputHash = createHash('sha256').update(key).digest();
    const programId = this.program.id;
    const outcome = await this.app.services.journal.submit({ programId, streamId, by: 'bench', key, inputHash, type, input, ...rest });
    if ('refusal' in outcome) throw new Error(JSON.stringify(outcome.refusal));
  }
}
