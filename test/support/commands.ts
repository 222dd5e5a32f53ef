import type { Command } from '../../src/journal/core/decide.js';
import type { Deed } from './deeds.js';
import { DAY } from './world.js';

export const command = (type: string, input: unknown, admittedAt: number, effectiveAt: number | null): Command => ({
  type,
  programId: 'program',
  streamId: 'member',
  shard: 1,
  by: 'key',
  input,
  effectiveAt,
  admittedAt,
  key: null,
  inputHash: null,
  externalId: null,
  readsLots: false,
});

/** The command of a deed, as the resolvers would build it. */
export function commandFor(deed: Deed, now: number, effectiveAt: number | null): Command {
  const of = (type: string, input: unknown, more: Partial<Command> = {}): Command => ({
    ...command(type, input, now, effectiveAt),
    ...more,
  });
  switch (deed.type) {
    case 'PURCHASE': {
      const { cents: amount, money: currencyCode, externalId, paid } = deed;
      const items = (deed.items ?? []).map(({ cents, ...item }) => ({ ...item, name: null, category: null, amount: cents }));
      const input = { type: 'PURCHASE', externalId, amount, currencyCode, items, ...(paid && { paidWithPoints: paid }) };
      return of('RECORD_ACTIVITY', input, { externalId });
    }
    case 'EVENT': {
      const { name, externalId, refersTo } = deed;
      const input = { type: 'EVENT', externalId, name, attributes: null, ...(refersTo != null && { refersTo }) };
      return of('RECORD_ACTIVITY', input, { externalId });
    }
    case 'SPEND':
      return of('SPEND_POINTS', { amount: deed.amount, currencyCode: deed.code, reason: null }, { readsLots: true });
    case 'RETURN': {
      const { purchase, part } = deed;
      return of('RETURN_PURCHASE', { purchase, part }, { readsLots: true, refersTo: purchase });
    }
    case 'TRANSFER':
      return of('TRANSFER_POINTS', { to: 'other', amount: deed.amount, currencyCode: deed.code, reason: null }, { readsLots: true });
    case 'RECEIVE': {
      const parts = deed.parts.map(({ days, amount }, i) => ({
        source: `of ${i}`,
        expiresAt: days === null ? null : now + days * DAY,
        amount,
      }));
      return of('RECEIVE_POINTS', { from: 'other', currency: deed.code.toLowerCase(), parts, reason: null });
    }
    case 'CONVERT':
      return of('CONVERT_POINTS', { conversion: deed.conversion, amount: deed.amount }, { readsLots: true });
    case 'REVERSE': {
      const { entry, amount } = deed;
      return of('REVERSE_ENTRY', { entry, amount, reason: null }, { readsLots: true, refersTo: entry });
    }
    case 'REINSTATE': {
      const { entry, amount, days } = deed;
      const expiresAt = days === null ? null : now + days * DAY;
      return of('REINSTATE_POINTS', { entry, amount, expiresAt, reason: null }, { readsLots: true, refersTo: entry });
    }
    case 'ADJUST': {
      const { amount, code: currencyCode, reason } = deed;
      return of('ADJUST_POINTS', { amount, currencyCode, reason, note: null }, { readsLots: amount < 0 });
    }
    case 'HOLD': {
      const { amount, code: currencyCode, timeout } = deed;
      return of('HOLD_POINTS', { amount, currencyCode, reason: null, timeoutSeconds: timeout / 1_000 }, { readsLots: true });
    }
    case 'CAPTURE': {
      const { hold, amount, isFinal } = deed;
      return of('CAPTURE_HOLD', { hold, amount, isFinal }, { refersTo: hold });
    }
    case 'RELEASE':
      return of('RELEASE_HOLD', { hold: deed.hold }, { refersTo: deed.hold });
    case 'ACTIVATE':
    case 'CANCEL':
      return of(`${deed.type}_POINTS`, { activity: deed.activity }, { refersTo: deed.activity });
    case 'STATUS':
      return of('SET_MEMBER_STATUS', { status: deed.status, reason: null });
    case 'SETTLE':
      return of('SETTLE', {});
  }
}
