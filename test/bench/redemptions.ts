import { createHash } from 'node:crypto';
import type { App } from '../../src/app.js';
import type { Outcome } from '../../src/journal/batch.js';
import type { RedeemReward } from '../../src/rewards/redeem-reward.js';
import { stockKey } from '../../src/rewards/reward.js';
import { BenchProgram } from './program.js';

const STOCK = 20_000;
const CLIENTS = 64;
const MEMBERS = 2_000;
const POINTS = 1_000_000;
const PRICE = 7;

const SETTINGS =
  'createPointCurrency(input: { code: "P", name: "Points", expiry: { mode: AFTER_PERIOD, period: "P12M" } }) { errors { code } }';

/** A programme whose members have points, and a reward for each run. */
export class Redemptions {
  private runs = 0;

  private constructor(
    private readonly program: BenchProgram,
    private readonly members: readonly string[],
  ) {}

  static async open(app: App): Promise<Redemptions> {
    const program = await BenchProgram.create(app, 'Redemptions', SETTINGS);
    const members = await program.enroll(Array.from({ length: MEMBERS }, (_, i) => ({ externalId: `m${i}` })));
    const input = { amount: POINTS, currencyCode: 'P', reason: 'GOODWILL', note: null };
    await Promise.all(
      members.map((streamId) =>
        app.services.journal.submit({ type: 'ADJUST_POINTS', programId: program.id, streamId, by: 'bench', input }),
      ),
    );
    return new Redemptions(program, members);
  }

  /**
   * 64 clients redeem a new reward, each again when its last redemption is committed, until the stock of 20,000 is gone.
   * @throws Error unless exactly so many were had, and every point is either there or paid
   */
  async run(): Promise<{ readonly perSecond: number }> {
    this.runs += 1;
    const { run, before } = { run: this.runs, before: await this.points() };
    const reward = await this.program.createReward(
      `name: "R${run}", kind: GIFT_CARD, stock: ${STOCK}, prices: [{ points: [{ amount: ${PRICE} }] }], voucher: { kind: GIFT_CARD, value: "5" }`,
    );
    let [had, asked] = [0, 0];
    const client = async (i: number): Promise<void> => {
      for (let n = 0; ; n += 1) {
        asked += 1;
        const outcome = await this.redeem(reward, this.members[asked % MEMBERS] as string, `redeem-${run}-${i}-${n}`);
        if (!('refusal' in outcome)) had += 1;
        else if (outcome.refusal.code === 'REWARD_SOLD_OUT') return;
        else throw new Error(outcome.refusal.message);
      }
    };
    const start = performance.now();
    await Promise.all(Array.from({ length: CLIENTS }, (_, i) => client(i)));
    const seconds = (performance.now() - start) / 1_000;
    const paid = before - (await this.points());
    const used = await this.used(reward);
    if (had !== STOCK || used !== STOCK || paid !== STOCK * PRICE)
      throw new Error(`${had} redemptions, ${used} out of the stock, ${paid} points paid; ${STOCK} were to be had at ${PRICE}`);
    return { perSecond: had / seconds };
  }

  private redeem(reward: string, streamId: string, key: string): Promise<Outcome> {
    const { app, id: programId } = this.program;
    const input: RedeemReward = { reward, offered: app.services.voucherCodes.offer() };
    const inputHash = createHash('sha256').update(key).digest();
    return app.services.journal.submit({ type: 'REDEEM_REWARD', programId, streamId, by: 'bench', input, key, inputHash, readsLots: true });
  }

  /** All spendable points of the programme. */
  private async points(): Promise<number> {
    const { rows } = await this.program.app.services.reads.query<{ sum: string }>(
      'select sum(l.remaining) as sum from lots l join streams s using (shard, stream_id) where s.program_id = $1 and s.stream_id = any($2::uuid[])',
      [this.program.id, this.members],
    );
    return Number(rows[0]?.sum);
  }

  private async used(reward: string): Promise<number> {
    const { rows } = await this.program.app.services.reads.query<{ used: string }>(
      'select used from shared_counters where program_id = $1 and counter = $2',
      [this.program.id, stockKey(reward).counter],
    );
    return Number(rows[0]?.used);
  }
}
