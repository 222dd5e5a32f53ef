import DataLoader from 'dataloader';
import type { Reads } from '../database/program-reads.js';
import type { Row } from '../journal/transaction.js';
import { type ProgramSettings, type StoredSettings, settingsOf } from './settings.js';

/** The settings of one version. */
export interface PastSettings {
  readonly publishedAt: Date;
  readonly settings: ProgramSettings;
}

// As text: PostgreSQL cannot look into a document with characters that it cannot hold.
const READ_VERSIONS =
  'select version, published_at, settings::text as settings from program_versions where program_id = $1 and version = any($2::int[])';

/** Earlier versions of a programme's settings, by their numbers: one statement, however many are asked for. */
export const pastSettingsLoader = (reads: Reads, programId: string): DataLoader<number, PastSettings | null> =>
  new DataLoader(async (versions) => {
    const { rows } = await reads.query<Row>(READ_VERSIONS, [programId, versions]);
    const found = new Map(
      rows.map(({ version, published_at, settings }) => [
        Number(version),
        { publishedAt: published_at as Date, settings: settingsOf(JSON.parse(settings as string) as StoredSettings) },
      ]),
    );
    return versions.map((version) => found.get(version) ?? null);
  });
