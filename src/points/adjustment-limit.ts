import { type Command, nowOf, type Refusal } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { SharedChange, SharedKey } from '../journal/core/shared-counters.js';
import type { Program } from '../programs/program.js';
import { UNLIMITED_ADJUSTMENTS } from './adjustment-policy.js';

/** What an agent adjusted on the day on which they act, not the one for which: a back-dated adjustment takes from the room of today. */
export const agentCounter = (program: Program, { by, admittedAt }: Command, currency: string): SharedKey => ({
  counter: `adjusted:${by}:${currency}`,
  window: program.calendar.periodOf(nowOf(program, admittedAt), 'DAY'),
});

/**
 * How much of the agent's room is used then; or that there is not enough of it.
 * @param amount points that the agent gives or takes, above 0
 * @throws CountersNeeded
 */
export function countAdjustment(
  { program, shared }: Draft<Program>,
  command: Command,
  currency: string,
  amount: number,
): { readonly shared?: readonly SharedChange[] } | Refusal {
  const { maxPerAdjustment, maxPerAgentPerDay } = program.settings.adjustments ?? UNLIMITED_ADJUSTMENTS;
  if (maxPerAdjustment !== null && amount > maxPerAdjustment)
    return tooMuch(`One adjustment may move ${maxPerAdjustment} points; this one would move ${amount}.`, maxPerAdjustment, amount);
  if (maxPerAgentPerDay === null) return {};
  const counter = agentCounter(program, command, currency);
  const [used = 0] = shared.used([counter]);
  const left = Math.max(0, maxPerAgentPerDay - used);
  if (amount > left) return tooMuch(`You may adjust ${left} more points today; this would be ${amount}.`, left, amount);
  return { shared: shared.add([{ ...counter, delta: amount }]) };
}

const tooMuch = (what: string, remaining: number, required: number): Refusal => ({
  code: 'ADJUSTMENT_LIMIT_EXCEEDED',
  message: `${what} Nothing was done; a smaller amount, another day or somebody else is needed.`,
  path: ['amount'],
  data: { remaining, required },
});
