import { type Call, type Change, type DeedKind, ENTRY_FIELDS, ERROR_FIELDS, type Payload, toldBy } from '../deed.js';

const ADJUST = `mutation Adjust($input: AdjustPointsInput!) { adjustPoints(input: $input) { replayed ${ENTRY_FIELDS} ${ERROR_FIELDS} } }`;
const SPEND = `mutation Spend($input: SpendPointsInput!) { spendPoints(input: $input) { replayed ${ENTRY_FIELDS} ${ERROR_FIELDS} } }`;
const REVERSE = `mutation Reverse($input: ReverseEntryInput!) { reverseEntry(input: $input) { replayed ${ENTRY_FIELDS} ${ERROR_FIELDS} } }`;

/** Points that are spent, given or taken by mistake, and put right in parts that come at the same time and may be too much together. */
export const reversal: DeedKind = {
  name: 'reversal',
  weight: 7,
  plan: ({ random, member, name }) => {
    const [who, key, currencyCode] = [member(), name('mistake'), random.chance(0.8) ? 'POINTS' : 'MILES'];
    const [isSpent, size] = [random.chance(0.5), random.int(2, 80)];
    const amount = isSpent || random.chance(0.4) ? -size : size;
    const change: Change = { currencyCode, amount };
    const base = { member: { externalId: who }, idempotencyKey: key, currencyCode };
    let entry: string | null = null;
    const mistake: Call = {
      query: isSpent ? SPEND : ADJUST,
      variables: () => ({ input: isSpent ? { ...base, amount: size } : { ...base, amount, reason: 'CORRECTION' } }),
      commands: [
        {
          kind: 'mistake',
          member: who,
          key,
          order: null,
          entryKind: isSpent ? 'POINTS_SPENT' : 'POINTS_ADJUSTED',
          effect: { is: amount > 0 ? 'gives' : 'takes', change },
          refusals: amount < 0 ? ['INSUFFICIENT_POINTS'] : [],
        },
      ],
      told: (data: Record<string, Payload>) =>
        Object.values(data).map((payload) => {
          entry = payload.entry?.id ?? null;
          return toldBy(payload);
        }),
    };
    const undo = (undoKey: string, points: number | null): Call => ({
      query: REVERSE,
      isConditional: true,
      variables: () => (entry === null ? null : { input: { entry, idempotencyKey: undoKey, ...(points !== null && { amount: points }) } }),
      commands: [
        {
          kind: 'reversal',
          member: who,
          key: undoKey,
          order: null,
          entryKind: 'ENTRY_REVERSED',
          effect: { is: 'reverses', entry: key, amount: points },
          refusals: ['REVERSAL_EXCEEDED'],
        },
      ],
      told: ({ reverseEntry }: { reverseEntry: Payload }) => [toldBy(reverseEntry)],
    });
    const parts = [undo(name('undo-a'), random.int(1, size)), undo(name('undo-b'), random.int(1, size))];
    return { steps: [[mistake], random.chance(0.2) ? [...parts, parts[0] as Call] : parts, [undo(name('undo-c'), null)]], reads: [who] };
  },
};
