import { expect, test } from '@jest/globals';
import { core } from '../../src/core.js';
import { decide } from '../../src/journal/core/decide.js';
import { KnownEntries } from '../../src/journal/core/known.js';
import { NO_STREAM } from '../../src/journal/core/state.js';
import { Program } from '../../src/programs/program.js';
import { command } from '../support/commands.js';
import { settingsWith } from '../support/ladder-member.js';

const [ENROLLED, FIRST, SECOND] = [1_000, 2_000, 3_000];
const PURCHASE = { type: 'PURCHASE', externalId: null, amount: 1_000, currencyCode: 'EUR', items: [] };

/** A member of a programme on the real clock with a purchase at the second instant. */
function member() {
  const program = new Program('program', 1, null, settingsWith([]));
  const give = (state: typeof NO_STREAM, type: string, admittedAt: number, effectiveAt: number | null) =>
    decide(core, program, command(type, PURCHASE, admittedAt, effectiveAt), state, new KnownEntries().knowing(null));
  const enrolled = give(NO_STREAM, 'ENROLL_MEMBER', ENROLLED, null);
  if ('refusal' in enrolled) throw new Error(enrolled.refusal.code);
  const bought = give(enrolled.state, 'RECORD_ACTIVITY', SECOND, null);
  if ('refusal' in bought) throw new Error(bought.refusal.code);
  return (admittedAt: number, effectiveAt: number | null) => give(bought.state, 'RECORD_ACTIVITY', admittedAt, effectiveAt);
}

test('what was admitted first and is decided second, as by two processes, counts at the instant of the other', () => {
  const [entry] = (member()(FIRST, null) as { entries: readonly unknown[] }).entries;
  expect(entry).toMatchObject({ number: 3, effectiveAt: SECOND });
  expect(entry).not.toMatchObject({ data: { backDated: true } });
});

test('what is said to count later than now is refused', () => {
  expect(member()(FIRST, SECOND + 1)).toMatchObject({ refusal: { code: 'EFFECTIVE_AT_IN_FUTURE' } });
  expect(member()(SECOND, SECOND + 1)).toMatchObject({ refusal: { code: 'EFFECTIVE_AT_IN_FUTURE' } });
});
