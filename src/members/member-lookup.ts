import type { Context } from '../context.js';
import type { ProgramReads } from '../database/program-reads.js';
import { badInput } from '../graphql/errors.js';
import { localId } from '../graphql/global-id.js';
import { isStorable } from '../graphql/stored-text.js';

/** How a caller names a member; exactly one is given. */
export interface MemberKey {
  readonly id?: string | null;
  readonly externalId?: string | null;
  readonly email?: string | null;
}

const MEMORY_MAX = 200_000;
const REMEMBER_MS = 10_000;

const FIND = {
  name: 'find_members',
  text: `select id, external_id, email_key as email from members
    where program_id = $1 and (external_id = any($2::text[]) or email_key = any($3::text[]))`,
};

/** What one statement found, and whom it is still to be asked for. */
interface Inquiry {
  readonly externalIds: Set<string>;
  readonly emails: Set<string>;
  readonly found: Promise<Found>;
}

interface Found {
  readonly byExternalId: ReadonlyMap<string, string>;
  readonly byEmail: ReadonlyMap<string, string>;
}

/**
 * Finds members by the keys that partners use. An externalId is for good until its member is erased, so it is remembered
 * for a while: a command to an erased member is refused in any case. An e-mail address is not remembered. One statement of a
 * programme runs at a time; all who come meanwhile share the next.
 */
export class MemberLookup {
  private readonly remembered = new Map<string, { memberId: string; until: number }>();
  private readonly running = new Map<string, Promise<Found>>();
  private readonly waiting = new Map<string, Inquiry>();

  constructor(private readonly reads: ProgramReads) {}

  /** The members' UUIDs in order; null where a key names none. One statement, or none. An id is taken as it is: its stream says whether it exists. */
  async find(programId: string, keys: readonly MemberKey[]): Promise<(string | null)[]> {
    const now = Date.now();
    const known = new Map<string, string>();
    const externalIds: string[] = [];
    for (const { externalId } of keys) {
      if (externalId == null) continue;
      const memory = this.remembered.get(`${programId} ${externalId}`);
      if (memory && memory.until > now) known.set(externalId, memory.memberId);
      else if (isStorable(externalId)) externalIds.push(externalId);
    }
    const emails = keys.flatMap(({ email }) => (email != null && isStorable(email) ? [email.toLowerCase()] : []));
    const found = externalIds.length > 0 || emails.length > 0 ? await this.inquire(programId, externalIds, emails) : null;
    return keys.map(({ id, externalId, email }) => {
      if (id != null) return localId('member', id);
      if (externalId != null) return known.get(externalId) ?? found?.byExternalId.get(externalId) ?? null;
      return email == null ? null : (found?.byEmail.get(email.toLowerCase()) ?? null);
    });
  }

  /** Forgets whom an externalId named. */
  forget(programId: string, externalId: string): void {
    this.remembered.delete(`${programId} ${externalId}`);
  }

  forgetAll(): void {
    this.remembered.clear();
  }

  private inquire(programId: string, externalIds: readonly string[], emails: readonly string[]): Promise<Found> {
    const running = this.running.get(programId);
    if (!running) return this.run(programId, externalIds, emails);
    const waiting = this.waiting.get(programId);
    if (waiting) {
      for (const externalId of externalIds) waiting.externalIds.add(externalId);
      for (const email of emails) waiting.emails.add(email);
      return waiting.found;
    }
    const next = { externalIds: new Set(externalIds), emails: new Set(emails) };
    const start = () => {
      this.waiting.delete(programId);
      return this.run(programId, [...next.externalIds], [...next.emails]);
    };
    const found = running.then(start, start);
    this.waiting.set(programId, { ...next, found });
    return found;
  }

  private run(programId: string, externalIds: readonly string[], emails: readonly string[]): Promise<Found> {
    const found = this.read(programId, externalIds, emails);
    this.running.set(programId, found);
    const end = () => {
      if (this.running.get(programId) === found) this.running.delete(programId);
    };
    found.then(end, end);
    return found;
  }

  private async read(programId: string, externalIds: readonly string[], emails: readonly string[]): Promise<Found> {
    const until = Date.now() + REMEMBER_MS;
    const { rows } = await this.reads.of(programId).query<FoundRow>({ ...FIND, values: [programId, externalIds, emails] });
    const [byExternalId, byEmail] = [new Map<string, string>(), new Map<string, string>()];
    if (this.remembered.size > MEMORY_MAX) this.remembered.clear();
    for (const { id, external_id, email } of rows) {
      if (external_id !== null) {
        byExternalId.set(external_id, id);
        this.remembered.set(`${programId} ${external_id}`, { memberId: id, until });
      }
      if (email !== null) byEmail.set(email, id);
    }
    return { byExternalId, byEmail };
  }
}

interface FoundRow {
  readonly id: string;
  readonly external_id: string | null;
  readonly email: string | null;
}

export const NAME_ONE = 'Name the member by exactly one of id, externalId and email.';

/** Whether exactly one key is given. */
export const namesOne = ({ id, externalId, email }: MemberKey): boolean =>
  [id, externalId, email].filter((key) => key != null).length === 1;

/**
 * The UUID that a reference names; null when there is none. That an id names a member of this programme is for its reader to see.
 * @throws GraphQLError BAD_USER_INPUT unless exactly one key is given
 */
export async function resolveMember(context: Context, ref: MemberKey): Promise<string | null> {
  if (!namesOne(ref)) throw badInput(NAME_ONE);
  return (await resolveMembers(context, [ref]))[0] ?? null;
}

/** The same for several, in order. To a member there is nobody else: whether another key is taken neither shows nor costs anything. */
export async function resolveMembers(
  { services, actor, members, programId }: Context,
  refs: readonly MemberKey[],
): Promise<(string | null)[]> {
  const own = actor?.memberId;
  if (!own) return services.lookup.find(programId, refs);
  const profile = await members.profiles.load(own);
  const isOwn = ({ id, externalId, email }: MemberKey): boolean =>
    (id != null && localId('member', id) === own) ||
    (externalId != null && externalId === profile?.externalId) ||
    (email != null && email.toLowerCase() === profile?.email?.toLowerCase());
  return refs.map((ref) => (isOwn(ref) ? own : null));
}
