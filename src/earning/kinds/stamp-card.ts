import type { Draft } from '../../journal/core/draft.js';
import type { Instant } from '../../journal/core/entry.js';
import { credit } from '../../points/credit.js';
import { expiryOf } from '../../points/expiry.js';
import type { Program } from '../../programs/program.js';
import { qualify } from '../../tiers/evaluate.js';
import { rational } from '../rational.js';
import type { EarningRuleBase, RuleKind } from '../rule.js';
import { type CountedActivity, countedName, isCounted } from './counted-activity.js';

/** A punch card: stamps, which are points of a currency of their own and expire with it; a full card is taken and gives something. */
export interface StampCardSettings extends EarningRuleBase, CountedActivity {
  readonly kind: 'STAMP_CARD';
  /** Whole stamps for each visit. */
  readonly stamps: number;
  /** How many a member can get in a local day; null: no limit. */
  readonly perDay: number | null;
  /** How many stamps a card has. */
  readonly size: number;
  /** Points for a full card; null: none. */
  readonly points: { readonly currency: string; readonly amount: number } | null;
  /** Id of the reward for a full card; null: none. */
  readonly reward: string | null;
}

/** Stamps of the last days that had any, oldest first. */
type Days = readonly { readonly day: Instant; readonly stamps: number }[];
interface Stamped {
  readonly day: Instant;
  readonly stamps: number;
}

/** What comes later than the days that are remembered gets no stamp, so that a day never has more than it may. */
const DAYS_MAX = 8;

export const stampCard: RuleKind<StampCardSettings> = {
  isBonus: true,
  give(rule, { activity, at, program, progress }) {
    if (!isCounted(rule, activity)) return null;
    const formula = `${rule.stamps} for ${countedName(rule)}`;
    if (rule.perDay === null) return { points: rational(rule.stamps), formula };
    const day = program.calendar.dayOf(at).start;
    const days = (progress ?? []) as Days;
    const isForgotten = days.length === DAYS_MAX && day < (days[0]?.day ?? 0);
    const had = days.find((each) => each.day === day)?.stamps ?? 0;
    const stamps = isForgotten ? 0 : Math.min(rule.stamps, rule.perDay - had);
    if (stamps <= 0) return null;
    const added: Stamped = { day, stamps };
    return { points: rational(stamps), formula: `${formula}, at most ${rule.perDay} a day`, progress: withDay(days, added), added };
  },
  takeBack(_, { progress, added, isWhole }) {
    const { day, stamps } = added as Stamped;
    return isWhole ? (progress as Days).map((each) => (each.day === day ? { day, stamps: each.stamps - stamps } : each)) : undefined;
  },
  standing: ({ currency, size }, { state }) => ({ current: (state.wallets[currency]?.active ?? 0) % size, target: size, times: null }),
  follow: completeCards,
};

function withDay(days: Days, { day, stamps }: Stamped): Days {
  const others = days.filter((each) => each.day !== day);
  const had = days.find((each) => each.day === day)?.stamps ?? 0;
  return [...others, { day, stamps: had + stamps }].sort((a, b) => a.day - b.day).slice(-DAYS_MAX);
}

/** Takes the stamps of full cards, and gives what is on them. @throws LotsNeeded */
function completeCards(rule: StampCardSettings, draft: Draft<Program>): void {
  const cards = Math.floor(draft.wallet(rule.currency).active / rule.size);
  if (cards === 0) return;
  const stamps = cards * rule.size;
  const lots = draft.state.lots.take(rule.currency, stamps);
  const changes = [draft.change(rule.currency, { active: -stamps, spent: stamps }, lots)];
  const currency = rule.points && draft.program.currency(rule.points.currency);
  const points = rule.points && currency ? cards * rule.points.amount : 0;
  if (currency && points > 0)
    changes.push(
      credit(draft, currency.id, [{ expiresAt: expiryOf(draft, currency, draft.at), source: `rule:${rule.id}`, amount: points }]),
    );
  const standings = currency?.isQualifying ? qualify(draft, { spend: 0, points: { [currency.id]: points } }) : [];
  draft.post('CARD_COMPLETED', {
    because: {
      rule: rule.id,
      name: rule.name,
      cards,
      size: rule.size,
      ...(rule.reward !== null && { grants: [{ reward: rule.reward, count: cards }] }),
    },
    changes,
    ...(standings.length > 0 && { standings }),
  });
}
