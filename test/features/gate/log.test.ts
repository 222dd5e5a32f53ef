import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { type App, startApp } from '../../../src/app.js';
import { readConfig } from '../../../src/config.js';
import { serverLog } from '../../../src/server/log.js';
import { scrub } from '../../../src/server/scrub.js';
import * as api from '../../support/generated.js';
import { Caller, TestLaurel } from '../../support/laurel.js';

const PLANTED = ['hunter2', 'lrl_planted', 'whsec_planted', 'eyJplanted', 'planted@example.com', 'planted-name'];

describe('the log', () => {
  let laurel: TestLaurel;
  let app: App;
  let shop: Caller;
  const lines: Record<string, unknown>[] = [];
  beforeAll(async () => {
    laurel = await TestLaurel.start();
    const { secret } = await laurel.program();
    const log = serverLog({ write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) });
    const settings = { port: 0, databaseUrl: laurel.databaseUrl, dataDir: laurel.folder, isDemoWanted: false };
    app = await startApp({ ...readConfig({}), ...settings }, log.log, { observers: [log] });
    shop = new Caller(app.url, secret);
  });
  afterAll(async () => {
    await app.stop();
    await laurel.stop();
  });
  const written = async (count: number): Promise<Record<string, unknown>[]> => {
    const until = Date.now() + 2_000;
    while (lines.length < count && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 10));
    return lines.splice(0);
  };

  test('has one line for a request, of known fields only', async () => {
    lines.length = 0;
    await fetch(`${app.url}?query={x}&token=hunter2`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-secret': 'hunter2', authorization: `Bearer ${shop.secret}` },
      body: JSON.stringify({
        query: 'query Mine($ref: MemberRef!) { member(ref: $ref) { id } }',
        variables: { ref: { email: 'planted@example.com' } },
      }),
    });
    await shop.ask(`query ${'x'.repeat(80)} { viewer { name } }`);
    await shop.ask('{ viewer { hunter2 } }');
    const [named, unnamed, invalid, ...more] = await written(3);
    expect(more).toEqual([]);
    expect(named).toEqual({
      level: 30,
      time: expect.any(String),
      msg: 'request',
      requestId: expect.any(String),
      method: 'POST',
      path: '/graphql',
      status: 200,
      ms: expect.any(Number),
      actorId: expect.stringMatching(/^staff:/),
      role: expect.any(String),
      operationType: 'query',
      rootFields: ['member'],
      cost: 1,
    });
    expect(unnamed).toMatchObject({ operationType: 'query', rootFields: ['viewer'] });
    expect(invalid).toMatchObject({ status: 400, errorCodes: ['GRAPHQL_VALIDATION_FAILED'], operationType: null });
    const text = JSON.stringify([named, unnamed, invalid]);
    for (const secret of [...PLANTED, shop.secret as string]) expect(text).not.toContain(secret);
  });

  test('tells errors without what they may quote', async () => {
    lines.length = 0;
    const { lookup } = app.services;
    const original = lookup.find;
    const throwing = async (error: Error): Promise<string> => {
      lookup.find = async () => {
        throw error;
      };
      await shop.ask(api.MemberDocument, { ref: { externalId: 'x' } });
      lookup.find = original;
      return JSON.stringify(await written(2));
    };
    const plain = await throwing(
      new Error('with Bearer hunter2, lrl_planted, whsec_planted, eyJplanted.x.y, planted@example.com at postgres://me:hunter2@host/db'),
    );
    expect(plain).toContain('errorId');
    expect(plain).toContain('with Bearer [secret]');
    const database = Object.assign(new Error('duplicate key (email)=(planted-name)'), {
      name: 'UniqueConstraintViolationException',
      code: '23505',
      constraint: 'members_email_unique',
      table: 'members',
      detail: 'planted-name',
    });
    const driver = await throwing(database);
    expect(driver).toContain('"code":"23505","constraint":"members_email_unique","table":"members"');
    const real = await app.services.reads.query("select 'planted-name'::int").catch((error: Error) => error);
    const wrapped = await throwing(new Error('insert into members values (planted-name)', { cause: real }));
    for (const text of [plain, driver, wrapped]) {
      expect(text).toContain('at ');
      for (const secret of PLANTED) expect(text).not.toContain(secret);
    }
  });

  test('scrubs whatever looks like a secret', () => {
    for (const secret of PLANTED.slice(1, 5)) expect(scrub(`before ${secret} after`)).not.toContain(secret);
    expect(scrub('GET https://user:hunter2@host/path')).toBe('GET https://[secret]@host/path');
    expect(scrub('nothing to hide')).toBe('nothing to hide');
  });
});
