import type { Context } from '../context.js';
import { localId } from '../graphql/global-id.js';
import type { CaseRow } from './case-rows.js';
import { INTERNAL_KIND } from './support-case.js';
import { type SupportCaseType, supportCaseType } from './support-case.types.js';

type Caller = Pick<Context, 'actor'>;

/** Whether the caller is shown what agents note for each other. */
export const seesNotes = ({ actor }: Caller): boolean => actor?.scopes.has('cases:work') ?? false;

/** Whether the caller may see cases at all. */
export const seesCases = ({ actor }: Caller): boolean => seesNotes({ actor }) || (actor?.scopes.has('cases:open') ?? false);

/** Whether the caller may be told of an entry of a case that they see. */
export const isTold = (caller: Caller, { kind }: { readonly kind: string }): boolean => kind !== INTERNAL_KIND || seesNotes(caller);

/** The case as the caller may see it; null where there is none for them. To a member, only their own are there. */
export async function findCaseRow(context: Context, uuid: string): Promise<CaseRow | null> {
  const own = context.actor?.memberId;
  if (!seesCases(context)) return null;
  const row = await context.supportCases.byId.load(uuid);
  return row && (!own || row.memberId === own) ? row : null;
}

/** The same by its global id. */
export async function findSupportCase(context: Context, id: string): Promise<SupportCaseType | null> {
  const uuid = localId('supportCase', id);
  const row = uuid && (await findCaseRow(context, uuid));
  return row ? supportCaseType(row, (await context.program()).now()) : null;
}
