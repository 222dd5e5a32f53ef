import { createStaff, type NewStaff } from '../access/staff.js';
import type { Services } from '../context.js';
import { unitOfWork } from '../database/unit-of-work.js';
import { Refused } from '../graphql/attempt.js';
import { newUuid } from '../graphql/global-id.js';
import { invalid } from '../graphql/user-error.types.js';
import { Calendar } from './calendar.js';
import { isCurrencyCode } from './money.js';
import { ProgramRow, ProgramVersion } from './program.entity.js';
import { programNote } from './program-event.js';
import type { ProgramSettings } from './settings.js';

export interface NewProgram {
  readonly name: string;
  readonly timeZone: string;
  readonly currencyCode: string;
  /** Starts on a test clock at this instant; null: on the real clock. */
  readonly testClockAt: Date | null;
  /** The first admin. */
  readonly admin: Pick<NewStaff, 'name' | 'email'>;
}

/** Creates a programme with its first admin, in one transaction. Gives ids and the secret of the admin's key, which is shown this once. */
export async function createProgram(services: Services, by: string, { name, timeZone, currencyCode, testClockAt, admin }: NewProgram) {
  if (name.trim() === '') throw new Refused(invalid('Give the programme a name.', 'name'));
  if (!isCurrencyCode(currencyCode)) throw new Refused(invalid(`${currencyCode} is no ISO 4217 currency code, like USD.`, 'currencyCode'));
  try {
    new Calendar(timeZone);
  } catch {
    throw new Refused(invalid(`${timeZone} is no IANA time zone, like Europe/Berlin.`, 'timeZone'));
  }
  const programId = newUuid();
  const settings: ProgramSettings = { name, timeZone, currencyCode, pointCurrencies: [], tierSets: [], earningRules: [] };
  const { key, secret } = await unitOfWork({ services, programId }, async (em) => {
    const now = new Date();
    em.persist(em.create(ProgramRow, { id: programId, version: 1, testClock: testClockAt?.getTime() ?? null, createdAt: now }));
    await em.flush();
    em.persist(em.create(ProgramVersion, { programId, version: 1, settings, publishedAt: now }));
    const created = createStaff(em, programId, { ...admin, role: 'ADMIN' }, 'admin');
    const detail = { apiKey: created.key.id, staff: created.staff.id };
    return { result: created, commands: [programNote({ programId, by }, 'PROGRAM_CREATED', detail)] };
  });
  return { programId, key, secret };
}
