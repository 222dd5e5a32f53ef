import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { invalid, memberNotFound } from '../graphql/user-error.types.js';
import { type MemberKey, NAME_ONE, namesOne, resolveMembers } from './member-lookup.js';

/** The UUID that a reference names. @throws Refused where it names none, or not exactly one */
export async function requireMember(context: Context, ref: MemberKey, path = 'member'): Promise<string> {
  if (!namesOne(ref)) throw new Refused(invalid(NAME_ONE, path));
  const [id] = await resolveMembers(context, [ref]);
  if (!id) throw new Refused({ ...memberNotFound(), path: [path] });
  return id;
}
