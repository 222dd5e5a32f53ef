import type { MemberView } from '../members/member-loaders.js';
import type { Program } from '../programs/program.js';
import { isInForce } from './gifts.js';
import { kindOf } from './kinds/kinds.js';

/** The badges that a member has by rules in force. */
export const achievedBadges = ({ state, at }: MemberView, program: Program): string[] =>
  program.settings.earningRules.flatMap((rule) => {
    const standing = isInForce(rule, at) ? kindOf(rule).standing?.(rule, { progress: state.progress[rule.id], state, program, at }) : null;
    return standing?.badge ? [standing.badge] : [];
  });
