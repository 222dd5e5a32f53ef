import { expect, test } from '@jest/globals';
import { core } from '../../src/core.js';
import { type Command, decide } from '../../src/journal/core/decide.js';
import { KnownEntries } from '../../src/journal/core/known.js';
import { SharedCounters } from '../../src/journal/core/shared-counters.js';
import { NO_STREAM, type StreamState } from '../../src/journal/core/state.js';
import { Program } from '../../src/programs/program.js';
import { command } from '../support/commands.js';
import { settingsWith } from '../support/ladder-member.js';

const NOW = Date.parse('2021-03-02T12:00:00Z');
const DAY = 86_400_000;
const settings = settingsWith([]);
const program = new Program('program', 1, null, {
  ...settings,
  pointCurrencies: settings.pointCurrencies.map((each) => ({ ...each, expiry: { mode: 'AFTER_PERIOD', period: 'P1D', roundUpTo: null } })),
  transfers: { isAllowed: true, maxPerTransfer: null, maxPerPeriod: null },
});
const known = new KnownEntries().knowing(null);

const after = (wanted: Command, state: StreamState): StreamState => {
  const decision = decide(core, program, wanted, state, known);
  if ('refusal' in decision) throw new Error(decision.refusal.message);
  return decision.state;
};
const enrolled = (at: number) => after(command('ENROLL_MEMBER', { profile: 'digest' }, at, null), NO_STREAM);
const adjust = (amount: number) => ({ amount, currencyCode: 'STARS', reason: 'GOODWILL', note: null });

test('a command over two members counts at one instant for both, and what fell due of either stands before it', () => {
  const giver = after(command('ADJUST_POINTS', adjust(5), NOW, null), enrolled(NOW - 1_000));
  const receiver = after(command('ADJUST_POINTS', adjust(3), NOW - DAY + 100, null), enrolled(NOW - DAY));
  const transfer = command('TRANSFER_POINTS', { to: 'other', amount: 5, currencyCode: 'STARS', reason: null }, NOW + 100, null);
  const decision = decide(core, program, transfer, giver, known, SharedCounters.UNREAD, [receiver]);
  expect(decision).toMatchObject({
    number: 3,
    entries: [{ kind: 'POINTS_TRANSFERRED', effectiveAt: NOW + 100 }],
    others: [
      {
        entries: [
          { kind: 'POINTS_EXPIRED', effectiveAt: NOW + 100 },
          { kind: 'POINTS_RECEIVED', effectiveAt: NOW + 100 },
        ],
        state: { wallets: { stars: { active: 5, expired: 3 } } },
      },
    ],
  });
});

test('a command over two members of which one does not exist is refused', () => {
  const transfer = command('TRANSFER_POINTS', { to: 'other', amount: 5, currencyCode: 'STARS', reason: null }, NOW, null);
  expect(decide(core, program, transfer, enrolled(NOW), known, SharedCounters.UNREAD, [NO_STREAM])).toMatchObject({
    refusal: { code: 'MEMBER_NOT_FOUND' },
  });
});
