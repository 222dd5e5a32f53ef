import { parseEntryId } from '../graphql/global-id.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid } from '../graphql/user-error.types.js';
import type { Refusal } from '../journal/core/decide.js';
import type { MemberCommand } from '../members/give-command.js';
import { isCurrencyCode, toMinor } from '../programs/money.js';
import type { Program } from '../programs/program.js';
import type { Activity, ActivityItem, NamedEvent, Purchase } from './activity.js';
import type { ActivityItemInput, EventInput, PurchaseInput, RecordActivityInput } from './activity.types.js';
import { RECORD_ACTIVITY } from './record-activity.js';

const ITEMS_MAX = 500;
const TEXT_MAX = 255;

/** An activity as it is sent, to be recorded or to be looked at. */
type ActivityInput = Pick<RecordActivityInput, 'purchase' | 'event' | 'externalId' | 'channel' | 'store'>;
type Base = Pick<Activity, 'externalId' | 'channel' | 'store'>;

const isText = (text: string | null | undefined): boolean => text == null || (text.length <= TEXT_MAX && isStorable(text));

/** The command that records an activity, or why there is none. Without a key it is only looked at. */
export function activityCommand(
  sent: ActivityInput & Pick<RecordActivityInput, 'member' | 'effectiveAt'> & { readonly idempotencyKey: string | null },
  program: Program,
): MemberCommand | Refusal {
  const activity = parseActivity(sent, program);
  if ('code' in activity) return activity;
  const { member, idempotencyKey, externalId = null, effectiveAt } = sent;
  return { type: RECORD_ACTIVITY, member, idempotencyKey, effectiveAt, externalId, input: activity, asksSegments: true, sent };
}

/** The activity as it is decided on, or why it is none. */
function parseActivity({ purchase, event, externalId, channel, store }: ActivityInput, program: Program): Activity | Refusal {
  for (const [name, text] of Object.entries({ channel, store }))
    if (text === '' || !isText(text)) return invalid(`${name} has 1 to ${TEXT_MAX} characters.`, name);
  const base: Base = { externalId: externalId ?? null, ...(channel != null && { channel }), ...(store != null && { store }) };
  if (event && !purchase) return parseEvent(event, base);
  return purchase && !event ? parsePurchase(purchase, base, program) : invalid('Give exactly one of purchase and event.');
}

function parseEvent({ name, attributes = null, refersTo = null }: EventInput, base: Base): NamedEvent | Refusal {
  if (name === '' || name.length > 100 || !isStorable(name)) return invalid('An event has a name of 1 to 100 characters.', 'event', 'name');
  if (attributes && JSON.stringify(attributes).length > 4_096) return invalid('attributes take at most 4 KB.', 'event', 'attributes');
  if (refersTo !== null && (refersTo === '' || !isText(refersTo))) return invalid('refersTo has 1 to 255 characters.', 'event', 'refersTo');
  return { type: 'EVENT', ...base, name, attributes, ...(refersTo !== null && { refersTo }) };
}

function parsePurchase(purchase: PurchaseInput, base: Base, program: Program): Purchase | Refusal {
  const currencyCode = purchase.currencyCode ?? program.settings.currencyCode;
  if (!isCurrencyCode(currencyCode)) return invalid(`${currencyCode} is no ISO 4217 currency code.`, 'purchase', 'currencyCode');
  const amount = toMinor(purchase.amount, currencyCode);
  if (amount === null || amount < 0) return invalid(`${purchase.amount} is no amount of ${currencyCode}.`, 'purchase', 'amount');
  if ((purchase.items?.length ?? 0) > ITEMS_MAX) return invalid(`A purchase has at most ${ITEMS_MAX} items.`, 'purchase', 'items');
  const items: ActivityItem[] = [];
  for (const [i, input] of (purchase.items ?? []).entries()) {
    const item = parseItem(input, currencyCode);
    if (typeof item === 'string') return invalid(item, 'purchase', 'items', String(i));
    items.push(item);
  }
  const parsed: Purchase = { type: 'PURCHASE', ...base, amount, currencyCode, items };
  if (purchase.paidWithPoints == null) return parsed;
  const value = toMinor(purchase.paidWithPoints.value, currencyCode);
  const entry = purchase.paidWithPoints.entry.startsWith('ent_mem_') ? parseEntryId(purchase.paidWithPoints.entry) : null;
  if (value === null || value < 0) return invalid(`value is an amount of ${currencyCode}.`, 'purchase', 'paidWithPoints', 'value');
  if (!entry) return invalid("This is no id of a member's entry.", 'purchase', 'paidWithPoints', 'entry');
  return { ...parsed, paidWithPoints: { entry: entry.number, value } };
}

/** One line, or what is wrong with it. */
function parseItem(input: ActivityItemInput, currencyCode: string): ActivityItem | string {
  const { sku = null, name = null, quantity, amount: text = null, category = null, brand = null } = input;
  const amount = text === null ? null : toMinor(text, currencyCode);
  if (quantity < 1 || (text !== null && (amount === null || amount < 0)))
    return 'An item has a quantity of at least 1 and an amount that its currency can have.';
  if (![sku, name, category, brand].every(isText)) return 'sku, name, category and brand have at most 255 characters.';
  return { sku, name, quantity, amount, category, ...(brand !== null && { brand }) };
}
