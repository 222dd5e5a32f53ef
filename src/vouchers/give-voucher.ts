import type { Context } from '../context.js';
import { refusalOf } from '../graphql/attempt.js';
import { parseEntryId } from '../graphql/global-id.js';
import { userError } from '../graphql/user-error.types.js';
import type { Outcome } from '../journal/batch.js';
import type { Refusal } from '../journal/core/decide.js';
import { journalEntry } from '../journal/entry-view.js';
import { inputHashOf } from '../journal/input-hash.js';
import type { VoucherEntry } from '../journal/journal.types.js';
import { refuseNames } from '../members/give-command.js';
import { ownEntry } from '../members/own-entry.js';
import type { Found } from './find-voucher.js';
import { reservationOf } from './reservation.js';
import { VoucherPayload, voucherReservation, voucherType } from './voucher.types.js';

/** A command to one voucher, as a mutation understood it. */
export interface VoucherCommand {
  readonly type: string;
  readonly found: Found;
  readonly idempotencyKey: string;
  readonly refersTo?: number | null;
  readonly input: unknown;
  /** The arguments as they were sent. */
  readonly sent: unknown;
}

/** Gives a command to a voucher's stream, and makes the usual payload of it. `reservation`: the number of the one that it is about. */
export async function giveVoucher(
  context: Context,
  command: VoucherCommand | Refusal,
  reservation?: number | 'new',
): Promise<VoucherPayload> {
  if ('code' in command) return refused(command);
  const { found, idempotencyKey } = command;
  const refusal = refuseNames({ idempotencyKey });
  if (refusal) return refused(refusal);
  const outcome = await submit(context, command);
  if ('refusal' in outcome) return refused(outcome.refusal, outcome.replayed);
  const program = await context.program();
  const of = reservation === 'new' ? outcome.number : (reservation ?? null);
  const record = of === null ? null : reservationOf(await context.members.records.load({ streamId: found.id, number: of }));
  return Object.assign(new VoucherPayload(), {
    voucher: voucherType(found.id, found.issued, program.settings),
    entry: journalEntry(await ownEntry(context, { memberId: found.id, outcome }), program) as VoucherEntry,
    reservation: record && of !== null ? voucherReservation(found.id, of, record, program.settings) : null,
    errors: [],
    replayed: outcome.replayed,
  });
}

async function submit(
  { services, programId, by }: Context,
  { type, found, idempotencyKey, refersTo, input, sent }: VoucherCommand,
): Promise<Outcome> {
  try {
    return await services.journal.submit({
      ...{ type, programId, streamId: found.id, by, input, key: idempotencyKey, inputHash: inputHashOf(type, sent) },
      refersTo: refersTo ?? null,
      readsLots: true,
    });
  } catch (error) {
    return { refusal: refusalOf(error), replayed: false };
  }
}

const refused = (refusal: Refusal, replayed = false): VoucherPayload =>
  Object.assign(new VoucherPayload(), { voucher: null, entry: null, reservation: null, errors: [userError(refusal)], replayed });

/** The voucher and the number in an id of one of its entries or reservations; null where there is none. */
export async function namedBy(context: Context, id: string, prefix: 'ent' | 'rsv'): Promise<{ found: Found; number: number } | null> {
  const key = id.startsWith(`${prefix}_vch_`) ? parseEntryId(id) : null;
  const issued = key && (await context.rewards.issued(key.streamUuid));
  return key && issued ? { found: { id: key.streamUuid, issued }, number: key.number } : null;
}
