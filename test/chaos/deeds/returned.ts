import { type Call, type DeedKind, ENTRY_FIELDS, ERROR_FIELDS, type Payload, toldBy } from '../deed.js';
import { dollars } from '../shop.js';
import { type Purchase, purchaseCommand, purchaseInput } from './purchase.js';

const BUY = `mutation Buy($input: RecordActivityInput!) { recordActivity(input: $input) { activity { id } replayed ${ENTRY_FIELDS} ${ERROR_FIELDS} } }`;
const RETURN = `mutation Return($input: ReturnPurchaseInput!) { returnPurchase(input: $input) { replayed ${ENTRY_FIELDS} ${ERROR_FIELDS} } }`;
const CANCEL = `mutation Cancel($input: CancelPurchaseInput!) { cancelPurchase(input: $input) { replayed ${ENTRY_FIELDS} ${ERROR_FIELDS} } }`;

type Buying = Payload & { readonly activity: { readonly id: string } | null };

/** A purchase that comes back in parts, some of them at the same time, and sometimes more of it than there was. */
export const returned: DeedKind = {
  name: 'returned',
  weight: 7,
  plan: ({ random, member, name }) => {
    const bought: Purchase = { member: member(), key: name('bought'), order: name('order'), cents: random.int(100, 8_000) };
    let activity: string | null = null;
    const buying: Call = {
      query: BUY,
      variables: () => ({ input: purchaseInput(bought) }),
      commands: [purchaseCommand('returned', bought)],
      told: ({ recordActivity }: { recordActivity: Buying }) => {
        activity = recordActivity.activity?.id ?? null;
        return [toldBy(recordActivity)];
      },
    };
    const back = (key: string, cents: number | null): Call => ({
      query: cents === null ? CANCEL : RETURN,
      isConditional: true,
      variables: () =>
        activity === null
          ? null
          : { input: { purchase: activity, idempotencyKey: key, ...(cents !== null && { amount: dollars(cents) }) } },
      commands: [
        {
          kind: cents === null ? 'cancel' : 'return',
          member: bought.member,
          key,
          order: null,
          entryKind: cents === null ? 'PURCHASE_CANCELLED' : 'PURCHASE_RETURNED',
          effect: { is: 'returns', purchase: bought.key, cents },
          refusals: cents === null ? ['ALREADY_RETURNED'] : ['ALREADY_RETURNED', 'RETURN_EXCEEDED'],
        },
      ],
      told: (data: Record<string, Payload>) => Object.values(data).map(toldBy),
    });
    const part = () => random.int(1, bought.cents);
    const parts = [back(name('part-a'), part()), back(name('part-b'), part())];
    const last = random.chance(0.6) ? back(name('rest'), null) : back(name('part-c'), part());
    return { steps: [[buying], random.chance(0.3) ? [...parts, parts[0] as Call] : parts, [last]], reads: [bought.member] };
  },
};
