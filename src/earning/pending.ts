import type { Draft } from '../journal/core/draft.js';
import type { EntryData, Instant } from '../journal/core/entry.js';
import type { DueStep } from '../journal/core/settle.js';
import { credit, withoutZeros } from '../points/credit.js';
import { expiryOf } from '../points/expiry.js';
import type { Program } from '../programs/program.js';
import { qualify, qualifyDue } from '../tiers/evaluate.js';
import { type ActivityRecord, activityOf, activityRecord, type PendingPoints, pendingAmount, undone } from './activity-record.js';
import { countsOf, roomBack } from './cap-counts.js';

type Effects = Pick<EntryData, 'changes' | 'records' | 'standings' | 'counters' | 'shared'>;

/** The effects of points becoming spendable: their validity counts from then, and so does what they count to tiers. `dueAt`: through time alone. */
export function activation(
  draft: Draft<Program>,
  of: number,
  record: ActivityRecord,
  which: readonly PendingPoints[],
  dueAt: Instant | null = null,
): Effects {
  const { program } = draft;
  const at = dueAt ?? draft.at;
  const points: Record<string, number> = {};
  const changes = which.map((pending) => {
    const { currency: id, parts } = pending;
    const currency = program.currency(id);
    const expiresAt = currency ? expiryOf(draft, currency, at) : null;
    const amount = pendingAmount(pending);
    if (currency?.isQualifying) points[id] = amount;
    return credit(
      draft,
      id,
      parts.map((part) => ({ ...part, expiresAt })),
      { pending: -amount },
    );
  });
  const added = { spend: 0, points };
  const standings = dueAt === null ? qualify(draft, added) : qualifyDue(draft, added, dueAt);
  return { changes, records: [without(of, record, which)], ...(standings.length > 0 && { standings }) };
}

/** The effects of points that will never become spendable. Caps that counted them have room again. @throws CountersNeeded */
export function cancellation(draft: Draft<Program>, of: number, record: ActivityRecord, which: readonly PendingPoints[]): Effects {
  const changes = which.map((pending) => draft.change(pending.currency, withoutZeros({ pending: -pendingAmount(pending) }), []));
  const cancelled: Record<string, number> = { ...record.cancelled };
  const counted = which.flatMap((pending) => {
    const { currency, room } = pending;
    const before = undone(record, currency);
    const amount = pendingAmount(pending);
    cancelled[currency] = (cancelled[currency] ?? 0) + amount;
    return room ? roomBack(draft, room.caps, room.earned, before, before + amount) : [];
  });
  return { changes, records: [without(of, { ...record, cancelled }, which)], ...countsOf(draft, counted) };
}

const without = (of: number, record: ActivityRecord, which: readonly PendingPoints[]) =>
  activityRecord(of, { ...record, pending: record.pending.filter((each) => !which.includes(each)) });

const dueActivities = (draft: Draft<Program>, until: Instant) => draft.state.records.dueBy(until).filter((record) => activityOf(record));

/** Points whose waiting is over: those that become spendable, then those that are cancelled. */
export const settlePending: DueStep<Program> = {
  next: (draft, until) => dueActivities(draft, until)[0]?.dueAt ?? Infinity,
  post(draft, at) {
    for (const { of } of dueActivities(draft, at)) {
      const because = { activity: of };
      const record = () => activityOf(draft.state.records.get(of)) as ActivityRecord;
      const active = record().pending.filter(({ activatesAt }) => activatesAt !== null && activatesAt <= at);
      if (active.length > 0) {
        draft.postDue('POINTS_ACTIVATED', at, { because, ...activation(draft, of, record(), active, at) });
      }
      const lapsed = record().pending.filter(({ cancelsAt }) => cancelsAt !== null && cancelsAt <= at);
      if (lapsed.length > 0) draft.postDue('POINTS_CANCELLED', at, { because, ...cancellation(draft, of, record(), lapsed) });
    }
  },
};

/** Every activity whose points wait for an event of that name; that of one entry, where it is named. @throws RecordsNeeded */
export function waitingForEvent(draft: Draft<Program>, event: string, of: number | null): { of: number; record: ActivityRecord }[] {
  const { records } = draft.state;
  const found = of === null ? records.dueBy(Number.MAX_SAFE_INTEGER) : [records.get(of)];
  return found.flatMap((each) => {
    const record = activityOf(each);
    return each && record?.pending.some((pending) => pending.event === event) ? [{ of: each.of, record }] : [];
  });
}
