import { createHash, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { PROGRAM_SCOPES } from '../../../src/access/roles.js';
import { openOrm } from '../../../src/database/orm.js';
import { globalId } from '../../../src/graphql/global-id.js';
import * as api from '../../support/generated.js';
import { Caller, createEmptyDatabase, dropDatabase, enroll, TestLaurel } from '../../support/laurel.js';

const SECRET = 'lrl_written-by-the-first-version-of-all';

describe('a database of the first version', () => {
  let database: string;
  let laurel: TestLaurel;
  const [programId, keyId, memberId] = [randomUUID(), randomUUID(), randomUUID()];
  beforeAll(async () => {
    database = await createEmptyDatabase();
    const orm = await openOrm(database);
    await orm.migrator.up({ to: 'Migration0001Base' });
    const settings = { name: 'Old', timeZone: 'UTC', currencyCode: 'USD', pointCurrencies: [], tierSets: [], earningRules: [] };
    const run = (sql: string, values: unknown[]) => orm.em.getConnection().execute(sql, values);
    await run('insert into programs (id, version, test_clock) values (?, 1, null)', [programId]);
    await run('insert into program_versions (program_id, version, settings) values (?, 1, ?)', [programId, JSON.stringify(settings)]);
    const hash = createHash('sha256').update(SECRET).digest('hex');
    await run(
      `insert into api_keys (id, program_id, name, prefix, hash, scopes, created_at) values (?, ?, 'old', 'lrl_writte', ?, ?, now())`,
      [keyId, programId, hash, `{${PROGRAM_SCOPES.filter((scope) => !/erase|staff|tokens|webhooks/.test(scope)).join(',')}}`],
    );
    await run(
      `insert into members (id, program_id, shard, external_id, email, created_at, updated_at) values (?, ?, 0, 'old', 'Old@Example.com', now(), now())`,
      [memberId, programId],
    );
    await orm.close();
    laurel = await TestLaurel.start({ databaseUrl: database });
  });
  afterAll(async () => {
    await laurel.stop();
    await dropDatabase(database);
  });

  test('opens, and goes on where it was', async () => {
    const caller = new Caller(laurel.url, SECRET);
    expect((await caller.run(api.ViewerDocument, {})).viewer).toMatchObject({ role: 'PARTNER', name: 'old' });
    const { rows } = await laurel.app.services.programReads.of(programId).query('select id, email_key, referral_code from members');
    const referral_code = expect.stringMatching(/^[2-9A-HJ-NP-Z]{8}$/);
    expect(rows).toEqual([{ id: memberId, email_key: 'old@example.com', referral_code }]);
    expect(await enroll(caller, 'new')).not.toBe(globalId('member', memberId));
  });
});
