import type { Command } from '../journal/core/decide.js';
import type { SharedKey } from '../journal/core/shared-counters.js';
import type { Program } from '../programs/program.js';
import { ADJUST_POINTS, type AdjustPoints } from './adjust-points.js';
import { agentCounter } from './adjustment-limit.js';
import { currencyOf } from './currency.js';
import { REINSTATE_POINTS } from './reinstate-points.js';

/** The counters that an adjustment by hand is likely to need; null: none, for the programme limits no agent. */
export function sharedAdjustments(program: Program, command: Command): readonly SharedKey[] | null {
  const { adjustments, pointCurrencies } = program.settings;
  if (adjustments?.maxPerAgentPerDay == null) return null;
  switch (command.type) {
    case ADJUST_POINTS: {
      const named = currencyOf(program, (command.input as AdjustPoints).currencyCode);
      return 'refusal' in named ? null : [agentCounter(program, command, named.currency.id)];
    }
    case REINSTATE_POINTS:
      // Which currency it is stands in the entry that expired them.
      return pointCurrencies.map(({ id }) => agentCounter(program, command, id));
    default:
      return null;
  }
}
