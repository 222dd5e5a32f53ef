import type { Command } from '../../src/journal/core/decide.js';
import type { Deed } from './deeds.js';

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
      const { cents: amount, money: currencyCode, externalId } = deed;
      return of('RECORD_ACTIVITY', { type: 'PURCHASE', externalId, amount, currencyCode, items: [] }, { externalId });
    }
    case 'EVENT': {
      const { name, externalId, refersTo } = deed;
      const input = { type: 'EVENT', externalId, name, attributes: null, ...(refersTo != null && { refersTo }) };
      return of('RECORD_ACTIVITY', input, { externalId });
    }
    case 'SPEND':
      return of('SPEND_POINTS', { amount: deed.amount, currencyCode: deed.code, reason: null }, { readsLots: true });
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
