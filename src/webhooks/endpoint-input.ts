import type { Context } from '../context.js';
import { Refused } from '../graphql/attempt.js';
import { localId } from '../graphql/global-id.js';
import { isStorable } from '../graphql/stored-text.js';
import { invalid } from '../graphql/user-error.types.js';
import { OutboundFailure } from '../outbound/failure.js';
import type { WebhookFilter } from './filter.js';
import type { WebhookFilterInput } from './webhook.inputs.js';

const DESCRIPTION_MAX = 255;
const MEMBERS_MAX = 100;

/** The URL as it will be called. @throws Refused when it may not be */
export function checkedUrl({ services }: Context, url: string): string {
  try {
    return services.webhooks.outbound.checkUrl(url).href;
  } catch (error) {
    throw error instanceof OutboundFailure ? new Refused(invalid(error.message, 'url')) : error;
  }
}

export function checkedDescription(text: string | null | undefined): string | null {
  if (text == null) return null;
  if (text.length > DESCRIPTION_MAX || !isStorable(text)) {
    throw new Refused(invalid(`description has at most ${DESCRIPTION_MAX} characters.`, 'description'));
  }
  return text;
}

/** The filter as it is stored. @throws Refused when it names what the programme does not have, or could never match */
export async function checkedFilter(context: Context, input: WebhookFilterInput | null | undefined): Promise<WebhookFilter> {
  const { kinds = null, memberIds = null, currencyCodes = null } = input ?? {};
  for (const [name, list] of Object.entries({ kinds, memberIds, currencyCodes })) {
    if (list?.length === 0) throw new Refused(invalid(`An empty ${name} matches nothing; leave it out to match all.`, 'filter', name));
  }
  const program = await context.program();
  const currencyIds = currencyCodes?.map((code) => {
    const currency = program.currencyByCode(code);
    if (!currency) throw new Refused(invalid('The programme has no point currency with one of these codes.', 'filter', 'currencyCodes'));
    return currency.id;
  });
  return {
    kinds: kinds && [...new Set(kinds)],
    memberIds: memberIds && (await checkedMembers(context, memberIds)),
    currencyIds: currencyIds ? [...new Set(currencyIds)] : null,
  };
}

async function checkedMembers({ reads, programId }: Context, ids: readonly string[]): Promise<string[]> {
  if (ids.length > MEMBERS_MAX) throw new Refused(invalid(`A filter names at most ${MEMBERS_MAX} members.`, 'filter', 'memberIds'));
  const uuids = [...new Set(ids.flatMap((id) => localId('member', id) ?? []))];
  const { rows } = await reads.query('select id from members where program_id = $1 and id = any($2::uuid[])', [programId, uuids]);
  if (rows.length !== new Set(ids).size) {
    throw new Refused(invalid('One of these members is not in the programme.', 'filter', 'memberIds'));
  }
  return uuids;
}
