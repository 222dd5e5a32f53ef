import type { Command, Handler, Known } from '../journal/core/decide.js';
import { refuseUnlessActive } from '../members/status.js';
import type { Program } from '../programs/program.js';
import { qualify, upgrade } from '../tiers/evaluate.js';
import { tierMultipliers } from '../tiers/multipliers.js';
import type { Activity } from './activity.js';
import { earn } from './earn.js';

export const RECORD_ACTIVITY = 'RECORD_ACTIVITY';
/** Kind of the entry. */
export const ACTIVITY_RECORDED = 'ACTIVITY_RECORDED';

/** Records an activity with all that it earns in one entry, then raises the tier where that is due. */
export const recordActivity: Handler<Program, Activity> = (draft, command, known) => {
  const { program } = draft;
  const activity = command.input;
  const refusal = refuseUnlessActive(draft.state) ?? refuseRepeated(command, known) ?? refuseOtherMoney(activity, program);
  if (refusal) return refusal;

  const multipliers = tierMultipliers(program, draft.state);
  const awards = earn(program, activity, draft.at, multipliers);
  const points: Record<string, number> = {};
  for (const { currency, amount } of awards) if (currency.isQualifying) points[currency.id] = amount;
  const isPurchase = activity.type === 'PURCHASE';
  const standings = qualify(draft, {
    spend: isPurchase ? activity.amount : 0,
    points,
    activity: { count: 1, of: isPurchase ? { purchases: true } : { event: activity.name } },
  });
  const number = draft.post(ACTIVITY_RECORDED, {
    input: activity,
    ...(awards.length > 0 && {
      changes: awards.map(({ currency, amount, lots }) => draft.change(currency.id, { active: amount, earned: amount }, lots)),
      because: awards.map(({ currency, shares }) => ({ currency: currency.id, shares, ...(multipliers.length > 0 && { multipliers }) })),
    }),
    ...(standings.length > 0 && { standings }),
  });
  upgrade(draft);
  return number;
};

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
