import { TypeID } from 'typeid-js';

/** The prefix says what an id names; the rest is a UUIDv7, so that ids sort by time. */
export const ID_PREFIXES = {
  program: 'prg',
  pointCurrency: 'pcu',
  tierSet: 'tst',
  tier: 'tir',
  earningRule: 'rul',
  earningCap: 'cap',
  pointConversion: 'cnv',
  segment: 'seg',
  promotion: 'prm',
  reward: 'rwd',
  member: 'mem',
  household: 'hsh',
  referral: 'rfl',
  voucherPool: 'vpl',
  voucher: 'vch',
  gift: 'gft',
  apiKey: 'key',
  staff: 'stf',
  identityProvider: 'idp',
  webhookEndpoint: 'whe',
  webhookDelivery: 'whd',
} as const;
export type IdKind = keyof typeof ID_PREFIXES;

/** The ids that were shown last: of what is busy, the same ones again and again. */
let shown = new Map<string, string>();
const SHOWN_MAX = 10_000;

/** The id as the API shows it. */
export function globalId(kind: IdKind, uuid: string): string {
  const key = kind + uuid;
  const known = shown.get(key);
  if (known !== undefined) return known;
  if (shown.size >= SHOWN_MAX) shown = new Map();
  const id = TypeID.fromUUID(ID_PREFIXES[kind], uuid).toString();
  shown.set(key, id);
  return id;
}

/** The UUID in an id of that kind; null when the text is no such id. */
export function localId(kind: IdKind, id: string): string | null {
  if (!id.startsWith(`${ID_PREFIXES[kind]}_`)) return null;
  try {
    return TypeID.fromString(id).toUUID();
  } catch {
    return null;
  }
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** A new id, later in order than all before it. */
export const newUuid = (): string => new TypeID('').toUUID();

/** Vouchers have UUIDs of version 8, all else of version 7: so an id says what its stream is. */
export const isVoucherId = (uuid: string): boolean => uuid[14] === '8';

/** Whose a stream is: the programme's own has its id. */
export const streamKindOf = ({
  streamId,
  programId,
}: {
  readonly streamId: string;
  readonly programId: string;
}): 'program' | 'member' | 'voucher' => {
  if (streamId === programId) return 'program';
  return isVoucherId(streamId) ? 'voucher' : 'member';
};

/** Entries, and the activities, holds, redemptions and reservations that some of them are, are named by their stream and number: the id says where the row lies. */
export const entryId = (
  streamKind: ReturnType<typeof streamKindOf>,
  streamUuid: string,
  number: number,
  prefix: 'ent' | 'act' | 'hld' | 'rdm' | 'rsv' = 'ent',
): string => `${prefix}_${globalId(streamKind, streamUuid)}_${number}`;

export function parseEntryId(id: string): { streamUuid: string; number: number } | null {
  const [, stream = '', number = ''] = /^(?:ent|act|hld|rdm|rsv)_((?:mem|prg|vch)_[0-9a-z]{26})_([1-9]\d{0,14})$/.exec(id) ?? [];
  const streamUuid = localId('member', stream) ?? localId('program', stream) ?? localId('voucher', stream);
  return streamUuid === null ? null : { streamUuid, number: Number(number) };
}
