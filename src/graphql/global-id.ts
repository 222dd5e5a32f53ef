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
  category: 'cat',
  thread: 'thr',
  post: 'pst',
  supportCase: 'cas',
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
    // Not by toUUID(), which knows of no versions above 8.
    const hex = Buffer.from(TypeID.fromString(id).toUUIDBytes()).toString('hex');
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  } catch {
    return null;
  }
}

export const isUuid = (text: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);

/** A new id, later in order than all before it. */
export const newUuid = (): string => new TypeID('').toUUID();

export type StreamKind = 'program' | 'member' | 'voucher' | 'thread' | 'supportCase';

/** What a stream is about stands in the version of its UUID; members and everything else have version 7. */
const KINDS_BY_VERSION: Readonly<Record<string, StreamKind>> = { 8: 'voucher', 9: 'thread', a: 'supportCase' };

/** A UUID that names a stream of this kind, from one that names nothing yet. It stays in order. */
export function streamIdOf(kind: 'voucher' | 'thread' | 'supportCase', uuid: string): string {
  const [version] = Object.entries(KINDS_BY_VERSION).find(([, of]) => of === kind) as [string, StreamKind];
  return `${uuid.slice(0, 14)}${version}${uuid.slice(15)}`;
}

/** Whose a stream is: the programme's own has its id. */
export const streamKindOf = ({ streamId, programId }: { readonly streamId: string; readonly programId: string }): StreamKind =>
  streamId === programId ? 'program' : (KINDS_BY_VERSION[streamId[14] as string] ?? 'member');

/** Entries, and the activities, holds, redemptions and reservations that some of them are, are named by their stream and number: the id says where the row lies. Of a notification it is the number in the inbox. */
export const entryId = (
  streamKind: StreamKind,
  streamUuid: string,
  number: number,
  prefix: 'ent' | 'act' | 'hld' | 'rdm' | 'rsv' | 'ntf' = 'ent',
): string => `${prefix}_${globalId(streamKind, streamUuid)}_${number}`;

const STREAMS: readonly StreamKind[] = ['member', 'program', 'voucher', 'thread', 'supportCase'];
const ENTRY_ID = new RegExp(
  `^(?:ent|act|hld|rdm|rsv)_((?:${STREAMS.map((kind) => ID_PREFIXES[kind]).join('|')})_[0-9a-z]{26})_([1-9]\\d{0,14})$`,
);

export function parseEntryId(id: string): { streamUuid: string; number: number } | null {
  const [, stream = '', number = ''] = ENTRY_ID.exec(id) ?? [];
  const streamUuid = STREAMS.map((kind) => localId(kind, stream)).find((uuid) => uuid !== null) ?? null;
  return streamUuid === null ? null : { streamUuid, number: Number(number) };
}
