import { PROGRAM_SCOPES } from '../access/actor.js';
import { createApiKey } from '../access/api-keys.js';
import type { Services } from '../context.js';
import { transactionOf } from '../database/orm.js';
import { Refused } from '../graphql/attempt.js';
import { newUuid } from '../graphql/global-id.js';
import { invalid } from '../graphql/user-error.types.js';
import { Calendar } from './calendar.js';
import { isCurrencyCode } from './money.js';
import { ProgramRow, ProgramVersion } from './program.entity.js';
import { PROGRAM_EVENT } from './program-event.js';
import type { ProgramSettings } from './settings.js';

export interface NewProgram {
  readonly name: string;
  readonly timeZone: string;
  readonly currencyCode: string;
  /** Starts on a test clock at this instant; null: on the real clock. */
  readonly testClockAt: Date | null;
}

/** Creates a programme with its first key, in one transaction. Gives ids and the secret, which is shown this once. */
export async function createProgram(services: Services, by: string, { name, timeZone, currencyCode, testClockAt }: NewProgram) {
  if (name.trim() === '') throw new Refused(invalid('Give the programme a name.', 'name'));
  if (!isCurrencyCode(currencyCode)) throw new Refused(invalid(`${currencyCode} is no ISO 4217 currency code, like USD.`, 'currencyCode'));
  try {
    new Calendar(timeZone);
  } catch {
    throw new Refused(invalid(`${timeZone} is no IANA time zone, like Europe/Berlin.`, 'timeZone'));
  }
  const programId = newUuid();
  const settings: ProgramSettings = { name, timeZone, currencyCode, pointCurrencies: [], tierSets: [], earningRules: [] };
  const { appended, created } = await services.orm.em.fork().transactional(async (em) => {
    const now = new Date();
    em.persist(em.create(ProgramRow, { id: programId, version: 1, testClock: testClockAt?.getTime() ?? null, createdAt: now }));
    await em.flush();
    em.persist(em.create(ProgramVersion, { programId, version: 1, settings, publishedAt: now }));
    await em.flush();
    const created = createApiKey(em, programId, 'first key', PROGRAM_SCOPES);
    await em.flush();
    const event = { kind: 'PROGRAM_CREATED', detail: { apiKey: created.key.id } };
    const appended = await services.journal.append(transactionOf(em), [
      { type: PROGRAM_EVENT, programId, streamId: programId, by, input: event },
    ]);
    return { appended, created };
  });
  services.journal.announce(appended.entries);
  return { programId, key: created.key, secret: created.secret };
}
