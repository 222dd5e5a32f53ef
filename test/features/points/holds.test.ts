import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import * as api from '../../support/generated.js';
import { buy, type Caller, enroll, newKey, openShop, spend, TestLaurel } from '../../support/laurel.js';

type Held = NonNullable<api.HoldPointsMutation['holdPoints']>;

describe('holds', () => {
  let laurel: TestLaurel;
  let shop: Caller;
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    shop = await laurel.program('2020-01-01T00:00:00Z');
    await openShop(shop);
  });
  afterAll(() => laurel.stop());

  const holder = async (externalId: string, amount: string) => {
    await enroll(shop, externalId);
    await buy(shop, externalId, amount);
  };
  const hold = async (externalId: string, amount: number, more: Partial<api.HoldPointsInput> = {}) => {
    const input = { member: { externalId }, idempotencyKey: newKey(), amount, ...more };
    const { holdPoints } = await shop.run(api.HoldPointsDocument, { input });
    return holdPoints as Held;
  };
  const capture = async (id: string, more: Partial<api.CaptureHoldInput> = {}) => {
    const { captureHold } = await shop.run(api.CaptureHoldDocument, { input: { hold: id, idempotencyKey: newKey(), ...more } });
    return captureHold as Held;
  };
  const release = async (id: string) => {
    const { releaseHold } = await shop.run(api.ReleaseHoldDocument, { input: { hold: id, idempotencyKey: newKey() } });
    return releaseHold as Held;
  };
  const idOf = ({ hold }: Held): string => hold?.id as string;
  const wallet = async (externalId: string) => (await shop.run(api.HoldingsDocument, { ref: { externalId } })).member?.wallet;

  test('set points aside that nothing else can spend', async () => {
    await holder('aside', '100');
    const held = await hold('aside', 60);
    expect(held).toMatchObject({ errors: [], hold: { status: 'OPEN', remaining: 60 }, wallet: { active: 40, held: 60, spent: 0 } });
    expect((await spend(shop, 'aside', 41)).errors).toMatchObject([{ __typename: 'InsufficientPoints', available: 40 }]);
    expect((await wallet('aside'))?.holds).toMatchObject([{ id: idOf(held), remaining: 60 }]);
    const { node } = await shop.run(api.NodeByIdDocument, { id: idOf(held) });
    expect(node).toEqual({ __typename: 'Hold', id: idOf(held) });
  });

  test('are captured in parts until one is final, and the rest goes back into its lots', async () => {
    await holder('parts', '100');
    const before = (await wallet('parts'))?.lots;
    const id = idOf(await hold('parts', 90));
    expect(await capture(id, { amount: 30, isFinal: false })).toMatchObject({ hold: { status: 'OPEN', remaining: 60, captured: 30 } });
    expect(await capture(id, { amount: 61 })).toMatchObject({ errors: [{ code: 'HOLD_EXCEEDED', remaining: 60, required: 61 }] });
    const last = await capture(id, { amount: 20 });
    expect(last).toMatchObject({
      hold: { status: 'CAPTURED', remaining: 0, captured: 50, endedBy: last.entry?.id },
      wallet: { active: 50, held: 0, spent: 50 },
      entry: { summary: 'You spent 20 POINTS that were set aside. 40 POINTS went back.' },
    });
    expect((await wallet('parts'))?.lots).toEqual(before?.map((lot) => ({ ...lot, remaining: 50 })));
  });

  test('end once, and whoever comes later is told how', async () => {
    await holder('once', '100');
    for (const [end, status] of [
      [capture, 'CAPTURED'],
      [release, 'RELEASED'],
    ] as const) {
      const id = idOf(await hold('once', 10));
      const ended = await end(id);
      for (const late of [await capture(id), await release(id)]) {
        expect(late.errors).toMatchObject([{ __typename: 'HoldEnded', status, endedBy: expect.any(Number) }]);
        expect(ended.hold?.endedBy).toMatch(new RegExp(`_${(late.errors[0] as { endedBy: number }).endedBy}$`));
      }
    }
  });

  test('Concurrency: 20 at once from 100 points: exactly one holds 100, and of 20 that end it exactly one does', async () => {
    await holder('race', '100');
    const holds = await Promise.all(Array.from({ length: 20 }, () => hold('race', 100)));
    const held = holds.filter(({ errors }) => errors.length === 0);
    expect(held).toHaveLength(1);
    expect(holds.filter(({ errors }) => errors[0]?.__typename === 'InsufficientPoints')).toHaveLength(19);
    const id = idOf(held[0] as Held);
    const ends = await Promise.all(Array.from({ length: 20 }, (_, i) => (i % 2 === 0 ? capture(id) : release(id))));
    expect(ends.filter(({ errors }) => errors.length === 0)).toHaveLength(1);
    expect(ends.filter(({ errors }) => errors[0]?.__typename === 'HoldEnded')).toHaveLength(19);
    const { active, held: aside, spent } = (await wallet('race')) ?? {};
    expect([(active ?? 0) + (spent ?? 0), aside]).toEqual([100, 0]);
  });

  test('Points 5: time out by themselves, the same for who looks and for who sweeps', async () => {
    const timed = await laurel.program('2020-01-01T00:00:00Z');
    await openShop(timed);
    await enroll(timed, 'slow');
    await buy(timed, 'slow', '100');
    const { holdPoints } = await timed.run(api.HoldPointsDocument, {
      input: { member: { externalId: 'slow' }, idempotencyKey: newKey(), amount: 70, timeoutSeconds: 600 },
    });
    await timed.run(api.AdvanceClockDocument, { input: { to: '2020-01-01T00:09:59.999Z' } });
    const look = async () => (await timed.run(api.HoldingsDocument, { ref: { externalId: 'slow' } })).member;
    expect((await look())?.wallet).toMatchObject({ active: 30, held: 70 });
    await timed.run(api.AdvanceClockDocument, { input: { to: '2020-01-01T00:10:00Z' } });
    expect((await look())?.wallet).toMatchObject({ active: 100, held: 0 });
    await laurel.app.sweeper.finished();
    expect((await look())?.journal.nodes.at(-1)).toMatchObject({
      kind: 'HOLD_RELEASED',
      effectiveAt: '2020-01-01T00:10:00.000Z',
      summary: '70 POINTS that were set aside went back because the time was over.',
    });
    const late = await timed.run(api.CaptureHoldDocument, { input: { hold: holdPoints?.hold?.id as string, idempotencyKey: newKey() } });
    expect(late.captureHold?.errors).toMatchObject([{ __typename: 'HoldEnded', status: 'TIMED_OUT' }]);
  });

  test('do not expire; what is past its expiry when it comes back expires at once', async () => {
    const timed = await laurel.program('2020-01-01T00:00:00Z');
    await openShop(timed);
    await enroll(timed, 'old');
    await buy(timed, 'old', '100');
    // The points expire after 365 days.
    await timed.run(api.AdvanceClockDocument, { input: { to: '2020-12-20T00:00:00Z' } });
    const { holdPoints } = await timed.run(api.HoldPointsDocument, {
      input: { member: { externalId: 'old' }, idempotencyKey: newKey(), amount: 40, timeoutSeconds: 2_592_000 },
    });
    await timed.run(api.AdvanceClockDocument, { input: { to: '2021-01-05T00:00:00Z' } });
    const look = async () => (await timed.run(api.HoldingsDocument, { ref: { externalId: 'old' } })).member?.wallet;
    expect(await look()).toMatchObject({ active: 0, held: 40, expired: 60 });
    const captured = await timed.run(api.CaptureHoldDocument, {
      input: { hold: holdPoints?.hold?.id as string, idempotencyKey: newKey(), amount: 15 },
    });
    expect(captured.captureHold?.wallet).toMatchObject({ active: 0, held: 0, spent: 15, expired: 85 });
  });

  test('a key names one capture', async () => {
    await holder('key', '100');
    const id = idOf(await hold('key', 50));
    const idempotencyKey = newKey();
    const first = await capture(id, { idempotencyKey, amount: 10, isFinal: false });
    const again = await capture(id, { idempotencyKey, amount: 10, isFinal: false });
    expect(again).toMatchObject({ replayed: true, entry: { id: first.entry?.id }, hold: { captured: 10 } });
    expect((await capture(id, { idempotencyKey, amount: 11, isFinal: false })).errors).toMatchObject([
      { __typename: 'IdempotencyKeyReused' },
    ]);
  });

  test('of others cannot be touched', async () => {
    await holder('theirs', '50');
    const id = idOf(await hold('theirs', 50));
    const stranger = await laurel.program(null);
    const { captureHold } = await stranger.run(api.CaptureHoldDocument, { input: { hold: id, idempotencyKey: newKey() } });
    expect(captureHold?.errors).toMatchObject([{ __typename: 'MemberNotFound' }]);
    expect((await stranger.run(api.NodeByIdDocument, { id })).node).toBeNull();
    expect((await capture(id.replace('hld_', 'ent_'))).errors).toMatchObject([{ path: ['hold'] }]);
  });
});
