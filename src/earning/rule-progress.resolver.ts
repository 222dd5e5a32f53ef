import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.js';
import { MemberType } from '../members/member.types.js';
import { fromMinor } from '../programs/money.js';
import { earningRule } from './kinds/kinds.types.js';
import { RuleProgress } from './rule-progress.types.js';
import { ruleStandings } from './rule-standings.js';

@Resolver(() => MemberType)
export class RuleProgressResolver {
  @FieldResolver(() => [RuleProgress], {
    description: 'How far the member is with each rule in force that counts: cards, n-th times, streaks, achievements and their badges.',
  })
  async ruleProgress(@Root() { memberId }: MemberType, @Ctx() context: Context): Promise<RuleProgress[]> {
    const [view, program] = await Promise.all([context.members.present.load(memberId), context.program()]);
    if (!view) return [];
    const { settings } = program;
    return ruleStandings(view, program).map(({ rule, standing }) => {
      const { current, target, isMoney, times, badge = null } = standing;
      const text = (amount: number) => (isMoney ? fromMinor(amount, settings.currencyCode) : String(amount));
      const told = { rule: earningRule(rule, settings), current: text(current), target: text(target), times, badge };
      return Object.assign(new RuleProgress(), told);
    });
  }
}
