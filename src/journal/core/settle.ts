import type { Draft, ProgramView } from './draft.js';
import type { Instant } from './entry.js';

/** Something that happens by time alone: an expiry, the end of a tier's period. */
export interface DueStep<P extends ProgramView> {
  /** The earliest instant up to `until` at which it falls due, or Infinity. */
  next(draft: Draft<P>, until: Instant): Instant;
  /** Posts what falls due at exactly that instant. */
  post(draft: Draft<P>, at: Instant): void;
}

/**
 * Posts everything that falls due up to and including `until`: instant by instant, and at one instant
 * in the order of `steps`. Running it twice, late or in parts gives the same entries.
 */
export function settle<P extends ProgramView>(draft: Draft<P>, steps: readonly DueStep<P>[], until: Instant): void {
  if (draft.state.nextDueAt > until) return;
  for (;;) {
    const due = steps.map((step) => step.next(draft, until));
    const at = Math.min(...due);
    if (at > until) return;
    steps.forEach((step, i) => {
      if ((due[i] as Instant) <= at || step.next(draft, at) <= at) step.post(draft, at);
    });
  }
}

/** Expires lots: one entry per currency and instant, with every lot that ends there. */
export const expireLots: DueStep<ProgramView> = {
  next: (draft, until) => draft.state.lots.nextExpiryBy(until),
  post(draft, at) {
    const due = draft.state.lots.dueBy(at);
    for (const currency of new Set(due.map((lot) => lot.currency))) {
      const lots = due.filter((lot) => lot.currency === currency);
      const amount = lots.reduce((sum, lot) => sum + lot.remaining, 0);
      const taken = lots.map(({ expiresAt, source, remaining }) => ({ expiresAt, source, amount: -remaining }));
      draft.postDue('POINTS_EXPIRED', at, { changes: [draft.change(currency, { active: -amount, expired: amount }, taken)] });
    }
  },
};
