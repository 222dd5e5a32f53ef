import type { Pool } from 'pg';
import type { Context } from '../context.js';
import { badInput } from '../graphql/errors.js';
import { localId } from '../graphql/global-id.js';

/** How a caller names a member; exactly one is given. */
export interface MemberKey {
  readonly id?: string | null;
  readonly externalId?: string | null;
  readonly email?: string | null;
}

const MEMORY_MAX = 200_000;

const FIND = {
  name: 'find_members',
  text: `select id, external_id, lower(email) as email from members
    where program_id = $1 and (external_id = any($2::text[]) or lower(email) = any($3::text[]))`,
};

/** Finds members by the keys that partners use. An externalId is for good, so it is remembered; an e-mail address is not. */
export class MemberLookup {
  private readonly byExternalId = new Map<string, string>();

  constructor(private readonly pool: Pool) {}

  /** The members' UUIDs in order; null where a key names none. One statement, or none. An id is taken as it is: its stream says whether it exists. */
  async find(programId: string, keys: readonly MemberKey[]): Promise<(string | null)[]> {
    const remembered = (externalId: string) => this.byExternalId.get(`${programId} ${externalId}`);
    const externalIds = keys.flatMap(({ externalId }) => (externalId != null && !remembered(externalId) ? [externalId] : []));
    const emails = keys.flatMap(({ email }) => (email != null ? [email.toLowerCase()] : []));
    const byEmail = new Map<string, string>();
    if (externalIds.length > 0 || emails.length > 0) {
      const { rows } = await this.pool.query({ ...FIND, values: [programId, externalIds, emails] });
      if (this.byExternalId.size > MEMORY_MAX) this.byExternalId.clear();
      for (const row of rows as { id: string; external_id: string | null; email: string | null }[]) {
        if (row.external_id !== null) this.byExternalId.set(`${programId} ${row.external_id}`, row.id);
        if (row.email !== null) byEmail.set(row.email, row.id);
      }
    }
    return keys.map(({ id, externalId, email }) => {
      if (id != null) return localId('member', id);
      if (externalId != null) return remembered(externalId) ?? null;
      return email == null ? null : (byEmail.get(email.toLowerCase()) ?? null);
    });
  }
}

export const NAME_ONE = 'Name the member by exactly one of id, externalId and email.';

/** Whether exactly one key is given. */
export const namesOne = ({ id, externalId, email }: MemberKey): boolean =>
  [id, externalId, email].filter((key) => key != null).length === 1;

/**
 * The UUID that a reference names; null when there is none. That an id names a member of this programme is for its reader to see.
 * @throws GraphQLError BAD_USER_INPUT unless exactly one key is given
 */
export async function resolveMember({ services, programId }: Context, ref: MemberKey): Promise<string | null> {
  if (!namesOne(ref)) throw badInput(NAME_ONE);
  return (await services.lookup.find(programId, [ref]))[0] ?? null;
}
