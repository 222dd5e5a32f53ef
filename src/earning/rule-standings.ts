import type { MemberView } from '../members/member-loaders.js';
import type { Program } from '../programs/program.js';
import { isInForce } from './gifts.js';
import { kindOf } from './kinds/kinds.js';

/** How far a member is with each rule in force that counts. */
export const ruleStandings = ({ state, at }: MemberView, program: Program) =>
  program.settings.earningRules.flatMap((rule) => {
    const standing = isInForce(rule, at) ? kindOf(rule).standing?.(rule, { progress: state.progress[rule.id], state, program, at }) : null;
    return standing ? [{ rule, standing }] : [];
  });
