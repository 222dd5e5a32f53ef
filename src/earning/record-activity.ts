import type { Command, Handler } from '../journal/core/decide.js';
import type { Draft } from '../journal/core/draft.js';
import type { Known } from '../journal/core/known.js';
import { refuseUnlessActive } from '../members/status.js';
import { credit } from '../points/credit.js';
import { putOff } from '../points/expiry.js';
import { refuseTooMany } from '../points/too-many-points.js';
import type { Program } from '../programs/program.js';
import { candidatesFor } from '../promotions/candidates.js';
import { qualify, upgrade } from '../tiers/evaluate.js';
import { tierMultipliers } from '../tiers/multipliers.js';
import { waitingFor } from './activation.js';
import type { Activity } from './activity.js';
import { activityRecord, NO_RECORD, type PendingPoints } from './activity-record.js';
import { exactText } from './attribution.js';
import { applyCaps, type CapUse } from './cap.js';
import { earn } from './earn.js';
import { progressOf } from './gifts.js';
import { kindOf } from './kinds/kinds.js';
import { earningPart, paidInMoney, payment } from './paid-with-points.js';
import { activation, waitingForEvent } from './pending.js';
import { slide } from './sliding-expiry.js';

export const RECORD_ACTIVITY = 'RECORD_ACTIVITY';
/** Kind of the entry. */
export const ACTIVITY_RECORDED = 'ACTIVITY_RECORDED';

/** Records an activity with all that it earns in one entry, then raises the tier where that is due. */
export const recordActivity: Handler<Program, Activity> = (draft, command, known) => {
  const { program } = draft;
  const activity = command.input;
  const refusal = refuseUnlessActive(draft.state) ?? refuseRepeated(command, known) ?? refuseOtherMoney(activity, program);
  if (refusal) return refusal;

  const isPurchase = activity.type === 'PURCHASE';
  const paying = isPurchase ? payment(draft, activity, known) : null;
  if (paying && 'code' in paying) return paying;
  const multipliers = tierMultipliers(program, draft.state);
  const earning = isPurchase ? earningPart(activity) : activity;
  const earned = earn(program, draft.state, earning, draft.at, multipliers, candidatesFor(draft, earning));
  const capped = applyCaps(draft, earned.awards);
  if ('code' in capped) return capped;
  const all = capped.awards.map((award) => ({
    ...award,
    lots: award.lots.map((lot) => ({ ...lot, expiresAt: putOff(draft.state, award.currency.id, lot.expiresAt) })),
    waiting: waitingFor(award.currency, program, draft.at),
  }));
  const awards = all.filter(({ amount }) => amount > 0);
  const from = activity.type === 'EVENT' ? 'event' : 'purchase';
  for (const { currency, amount } of awards) {
    const tooMany = refuseTooMany(draft.wallet(currency.id), amount, from);
    if (tooMany) return tooMany;
  }
  const points: Record<string, number> = {};
  for (const { currency, amount, waiting } of awards) if (currency.isQualifying && !waiting) points[currency.id] = amount;
  const standings = qualify(draft, {
    spend: isPurchase ? paidInMoney(activity) : 0,
    points,
    activity: { count: 1, of: isPurchase ? { purchases: true } : { event: activity.name } },
  });
  const pending = awards.flatMap(({ currency, amount, lots, caps, waiting }) =>
    waiting
      ? [{ ...waiting, currency: currency.id, parts: lots.map(({ source, amount }) => ({ source, amount })), ...roomOf(caps, amount) }]
      : [],
  );
  const { slides, moved } = slide(draft, activity);
  const changes = [
    ...awards.map(({ currency: { id }, amount, lots, waiting }) =>
      waiting ? draft.change(id, { pending: amount }, moved.get(id) ?? []) : credit(draft, id, lots, {}, moved.get(id)),
    ),
    ...[...moved].flatMap(([id, moves]) => (awards.some(({ currency }) => currency.id === id) ? [] : [draft.change(id, {}, moves)])),
  ];
  const progress = progressOf(earned.gifts);
  const isByItem = program.settings.returns?.attribution === 'BY_ITEM';
  const number = draft.post(ACTIVITY_RECORDED, {
    input: activity,
    ...(changes.length > 0 && { changes }),
    ...(all.length > 0 && {
      because: all.map(({ currency, shares, declined, byItem, requested, amount, caps }) => ({
        currency: currency.id,
        shares,
        ...(declined.length > 0 && { declined }),
        ...(multipliers.length > 0 && { multipliers }),
        ...(caps.length > 0 && { requested, granted: amount, caps }),
        ...(isByItem && byItem.length > 0 && { byItem: byItem.map(exactText) }),
      })),
    }),
    ...(standings.length > 0 && { standings }),
    ...capped.counts,
    ...(progress.length > 0 && { progress }),
    ...(slides.length > 0 && { slides }),
    ...((pending.length > 0 || paying) && {
      records: [
        activityRecord(draft.nextNumber, { ...NO_RECORD, pending, ...(paying && { paid: paying.paid }) }),
        ...(paying ? [paying.record] : []),
      ],
    }),
  });
  if (activity.type === 'EVENT') activateWaiting(draft, activity, known);
  for (const { rule, points } of earned.gifts) if (points) kindOf(rule).follow?.(rule, draft);
  upgrade(draft);
  return number;
};

/** What a cancellation must know of the caps that points were counted by. */
const roomOf = (caps: readonly CapUse[], amount: number): Pick<PendingPoints, 'room'> =>
  caps.length === 0
    ? {}
    : { room: { earned: amount, caps: caps.map(({ cap, window, granted, counted = granted }) => ({ cap, window, granted: counted })) } };

/** An event makes the points spendable that wait for it: those of the activity that it refers to, or all. */
function activateWaiting(draft: Draft<Program>, event: Activity & { type: 'EVENT' }, known: Known): void {
  const { pointCurrencies } = draft.program.settings;
  if (!pointCurrencies.some(({ activation }) => activation?.mode === 'ON_EVENT' && activation.event === event.name)) return;
  const of = event.refersTo == null ? null : known.numberOf(event.refersTo);
  if (event.refersTo != null && of === null) return;
  for (const { of: number, record } of waitingForEvent(draft, event.name, of)) {
    const which = record.pending.filter((pending) => pending.event === event.name);
    draft.post('POINTS_ACTIVATED', { because: { activity: number }, ...activation(draft, number, record, which) });
  }
}

const refuseRepeated = (command: Command, { sameExternalId }: Known) =>
  sameExternalId === null
    ? undefined
    : {
        code: 'ACTIVITY_ALREADY_RECORDED',
        message: `This member already has an activity with externalId ${command.externalId}. It was not recorded again.`,
        path: ['externalId'],
        data: { number: sameExternalId },
      };

const refuseOtherMoney = (activity: Activity, program: Program) =>
  activity.type === 'EVENT' || activity.currencyCode === program.settings.currencyCode
    ? undefined
    : {
        code: 'CURRENCY_MISMATCH',
        message: `This programme counts money in ${program.settings.currencyCode}, the purchase is in ${activity.currencyCode}.`,
        path: ['purchase', 'currencyCode'],
        data: { expected: program.settings.currencyCode, actual: activity.currencyCode },
      };
