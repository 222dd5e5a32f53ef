import type { Context } from '../context.js';
import { localId, parseEntryId } from '../graphql/global-id.js';
import type { Node } from '../graphql/node.types.js';
import { reservationOf } from './reservation.js';
import type { Issued } from './terms.js';
import { voucherReservation, voucherType } from './voucher.types.js';

/** A voucher or a reservation by its id. To a member, only vouchers that are theirs are there, and no reservation is. */
export async function findVoucherNode(context: Context, id: string): Promise<Node | null> {
  const { settings } = await context.program();
  if (id.startsWith('vch_')) {
    const voucher = localId('voucher', id);
    const issued = voucher && (await context.rewards.issued(voucher));
    return voucher && issued && (await isTheirs(issued, context)) ? voucherType(voucher, issued, settings) : null;
  }
  const key = context.actor?.memberId ? null : parseEntryId(id);
  if (!key) return null;
  const reservation = reservationOf(await context.members.records.load({ streamId: key.streamUuid, number: key.number }));
  return reservation && voucherReservation(key.streamUuid, key.number, reservation, settings);
}

/** Whether the caller is who has the voucher; whoever is no member may see all. The gift's giver has it no more. */
export async function isTheirs({ redemption }: Issued, { actor, rewards }: Context): Promise<boolean> {
  if (!actor?.memberId) return true;
  const made = redemption && (await rewards.redemption({ streamId: redemption.member, number: redemption.number }));
  return made !== null && (made?.gift ? made.gift.recipient : redemption?.member) === actor.memberId;
}
