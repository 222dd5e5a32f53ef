import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Pool } from 'pg';
import { Reactor } from '../../../src/reactors/reactor.js';
import { followReferees } from '../../../src/referrals/follow-referees.js';
import { buy, enroll, TestLaurel } from '../../support/laurel.js';
import { eventually } from '../../support/receiver.js';
import { advance, enrollReferred, openReferralShop, referralsOf, settled } from '../../support/referrals.js';

describe('the referrer is told once, whatever is told again', () => {
  let laurel: TestLaurel;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
  });
  afterAll(() => laurel.stop());

  const count = async (pool: Pool) => Number((await pool.query('select count(*) from journal')).rows[0].count);

  /** Lets a reactor that dies again and again do what follows from three referrals. Gives how often it died. */
  async function deathsOfOne(): Promise<number> {
    let deaths = 0;
    const { shop } = await openReferralShop(laurel);
    await enroll(shop, 'anna');
    const { journal, programs, reads } = laurel.app.services;
    // The process' own one is held back, so that the dying one does the work.
    const held = await reads.connect();
    await held.query("begin; select from reactor_positions where reactor = 'referrals' for update");
    for (const name of ['ben', 'cleo', 'dora']) await enrollReferred(shop, name, 'anna');
    for (const name of ['ben', 'cleo', 'dora']) await buy(shop, name, '20');
    const before = await count(reads);
    await held.query('rollback');
    held.release();

    const dying = new Reactor(
      followReferees({
        journal: {
          submit: async (request) => {
            const outcome = await journal.submit(request);
            if ('refusal' in outcome || outcome.replayed) return outcome;
            deaths += 1;
            throw new Error('died on purpose');
          },
        },
        isToCome: async (id, at) => at > Date.now() && (await programs.get(id))?.testClock === null,
        report: () => {},
      }),
      { pool: reads, report: () => {}, alarm: () => {} },
    );
    await dying.start();
    await eventually(async () => {
      dying.wake();
      return (await referralsOf(shop, 'anna')).wallet?.pending === 1500;
    }, 'all points are pending');
    await dying.stop();
    await settled(laurel);
    expect((await count(reads)) - before).toBe(6);
    await advance(shop, '2020-01-15T00:00:00Z');
    await settled(laurel);
    expect((await referralsOf(shop, 'anna')).wallet).toMatchObject({ active: 1500, pending: 0 });
    return deaths;
  }

  test('all of the journal delivered again changes nothing', async () => {
    const { shop } = await openReferralShop(laurel);
    await enroll(shop, 'anna');
    for (const name of ['ben', 'cleo']) await enrollReferred(shop, name, 'anna');
    for (const name of ['ben', 'cleo']) await buy(shop, name, '20');
    await advance(shop, '2020-01-15T00:00:00Z');
    await settled(laurel);
    const pool = laurel.app.services.reads;
    const [before, wallet] = [await count(pool), (await referralsOf(shop, 'anna')).wallet];
    expect(wallet).toMatchObject({ active: 1000, pending: 0 });
    for (let round = 0; round < 3; round += 1) {
      await pool.query("update reactor_positions set position = 0 where reactor = 'referrals'");
      await settled(laurel);
    }
    expect(await count(pool)).toBe(before);
    expect((await referralsOf(shop, 'anna')).wallet).toEqual(wallet);
  });

  test('one that dies after each of its commands, before it notes how far it came, gives the points once', async () => {
    // The process' own one looks once a second, and may be the first after all.
    let deaths = 0;
    for (let round = 0; deaths === 0 && round < 10; round += 1) deaths = await deathsOfOne();
    expect(deaths).toBeGreaterThan(0);
  });
});
