import type { Refusal } from '../../journal/core/decide.js';

/** MUTE: reads, and does not write or react. BAN: the community is closed to them. */
export type RestrictionKind = 'MUTE' | 'BAN';

export interface Restriction {
  readonly kind: RestrictionKind;
  /** null: for good. */
  readonly until: Date | null;
}

/** What keeps a member from something at an instant; null: nothing. The end is exclusive. */
export function restrictionOf(
  { restriction, restrictedUntil }: { readonly restriction?: string | null; readonly restrictedUntil?: Date | null },
  now: number,
): Restriction | null {
  if (restriction == null || (restrictedUntil != null && restrictedUntil.getTime() <= now)) return null;
  return { kind: restriction as RestrictionKind, until: restrictedUntil ?? null };
}

/** What a restricted member is told. `isReading`: what they do is seen by nobody else. */
export function refuseRestricted(restriction: Restriction | null, { isReading = false } = {}): Refusal | null {
  if (!restriction || (isReading && restriction.kind === 'MUTE')) return null;
  const until = restriction.until === null ? '' : ` until ${restriction.until.toISOString()}`;
  return restriction.kind === 'MUTE'
    ? { code: 'MEMBER_MUTED', message: `This member reads, and does not write or react${until}.`, path: ['member'], data: {} }
    : { code: 'MEMBER_BANNED', message: `The community is closed to this member${until}.`, path: ['member'], data: {} };
}
